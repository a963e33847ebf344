import type { KycState } from "../../../../schemas/admin.ts";
import type { ApprovalRule } from "../../../../schemas/requests.ts";
import { DAY_MS } from "../../../core/calendar.ts";
import type { RequestRow, RequestState } from "../tables.ts";

export const EXPIRES_AFTER_MS = 7 * DAY_MS;
export const ASK_AGAIN_AFTER_MS = 30 * DAY_MS;

/** Every move a request may make; the trigger `request_moves_are_listed` knows the same. */
export const REQUEST_MOVES: Readonly<Record<RequestState, readonly RequestState[]>> = {
  pending: ["approved", "rejected", "cancelled", "expired"],
  approved: ["cancelled"],
  rejected: [],
  cancelled: [],
  expired: [],
};

/** What a merchant who has set no rule has. */
export const NO_RULE: ApprovalRule = { enabled: false, requireKyc: true, minFollowers: 0 };

/** The state people see: a request that nobody decided in time is expired, even before the cron has said so. */
export function requestStateAt(request: Pick<RequestRow, "state" | "expiresAt">, nowMs: number): RequestState {
  const hasLapsed = request.state === "pending" && request.expiresAt !== null && request.expiresAt <= nowMs;
  return hasLapsed ? "expired" : request.state;
}

/** Whether the request may make the move now. */
export function canMove(request: Pick<RequestRow, "state" | "expiresAt">, to: RequestState, nowMs: number): boolean {
  return REQUEST_MOVES[requestStateAt(request, nowMs)].includes(to);
}

/** Whether the influencer may ask again for the product whose merchant last rejected them at that instant. */
export function canAskAgain(rejectedAt: number | null, nowMs: number): boolean {
  return rejectedAt === null || nowMs >= rejectedAt + ASK_AGAIN_AFTER_MS;
}

/** Whether the merchant's rule approves without looking; a rule that is off never does. */
export function letsThrough(rule: ApprovalRule, kyc: KycState, followers: number): boolean {
  return rule.enabled && (!rule.requireKyc || kyc === "approved") && followers >= rule.minFollowers;
}

/** Delivered orders as a share of those that were on their way and ended, in basis points; null where none has ended. */
export function deliveryRateOf(delivered: number, failed: number): number | null {
  const ended = delivered + failed;
  return ended === 0 ? null : Math.floor((delivered * 10_000) / ended);
}
