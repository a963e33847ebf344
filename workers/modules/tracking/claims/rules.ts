import { ANSWER_DAYS, CLAIM_WITHIN_DAYS, type ClaimState } from "../../../../schemas/claims.ts";
import type { UserActor } from "../../../core/actor.ts";
import { DAY_MS } from "../../../core/calendar.ts";
import type { LinkTerms } from "../../affiliation/queries.ts";
import type { CommissionRow } from "../../commissions/tables.ts";
import type { ConversionRow } from "../../conversions/tables.ts";
import { type Attribution, frozenRule } from "../rules.ts";
import type { ClaimRow } from "./tables.ts";

/** Every move a claim may make; the trigger `claim_moves_are_listed` knows the same. */
export const CLAIM_MOVES: Readonly<Record<ClaimState, readonly ClaimState[]>> = {
  open: ["accepted", "contested", "rejected", "withdrawn"],
  contested: ["accepted", "rejected", "withdrawn"],
  accepted: [],
  rejected: [],
  withdrawn: [],
};

export type Party = "merchant" | "influencer";

/** Who has made the claim; the other one answers it. */
export const openerOf = ({ kind }: Pick<ClaimRow, "kind">): Party =>
  kind === "missing_sale" ? "influencer" : "merchant";

/** Whether nothing can become of the claim any more. */
export const hasEnded = ({ state }: Pick<ClaimRow, "state">): boolean => CLAIM_MOVES[state].length === 0;

/** Until when the other side may answer. */
export const answerByOn = (nowMs: number): number => nowMs + ANSWER_DAYS * DAY_MS;

type Waiting = Pick<ClaimRow, "kind" | "state" | "answerBy">;

/** Whether the other side may still answer: what is past its day waits for the cron, a minute at most. */
export function canAnswer(claim: Waiting, party: UserActor["role"], nowMs: number): boolean {
  const isOtherSide = party === "merchant" || party === "influencer" ? openerOf(claim) !== party : false;
  return isOtherSide && claim.state === "open" && nowMs <= claim.answerBy;
}

/** Whether the reader is the one to act now: the other side while it is open, staff that may decide once it is contested. */
export function isTurnOf(
  claim: Waiting,
  { role, adminScopes }: Pick<UserActor, "role" | "adminScopes">,
  nowMs: number,
): boolean {
  if (role !== "admin") return canAnswer(claim, role, nowMs);
  return claim.state === "contested" && (adminScopes.includes("compliance") || adminScopes.includes("owner"));
}

/** Whether an order of that day may still be claimed. */
export const isClaimableAt = (orderedAt: number, nowMs: number): boolean =>
  nowMs - orderedAt <= CLAIM_WITHIN_DAYS * DAY_MS;

/** Whether an order can come from the link: a customer's day is known to the day, so one day is forgiven. */
export const isAfterLink = (orderedAt: number, linkCreatedAt: number): boolean => orderedAt + DAY_MS >= linkCreatedAt;

interface OpenOrder {
  readonly conversion: Pick<ConversionRow, "attributedBy" | "orderedAt">;
  readonly commission: Pick<CommissionRow, "barredReason"> | null;
}

/**
 * Whether the order can be given to the influencer who misses it: it belongs to nobody, and came after the link. What was
 * rejected as fraud stays so.
 */
export function canBeGiven({ conversion, commission }: OpenOrder, linkCreatedAt: number): boolean {
  if (commission?.barredReason === "fraud") return false;
  return conversion.attributedBy === "none" && isAfterLink(conversion.orderedAt, linkCreatedAt);
}

/** The attribution an accepted claim makes: the link's own terms, frozen now; what lost before stays beside it. */
export function attributionByClaim(order: Pick<ConversionRow, "attributionLost">, terms: LinkTerms): Attribution {
  return {
    by: "click",
    reason: "claim_accepted",
    lost: order.attributionLost,
    terms,
    couponId: null,
    clickedAt: null,
    rule: frozenRule(terms, undefined),
  };
}

/** Whether an order is taken back by asking: its commission was earned and still stands, and its hold has passed. */
export function isReturnAsked(commission: CommissionRow | null, nowMs: number): boolean {
  if (!commission || commission.earnedAt === null || commission.barredReason !== null) return false;
  const stands = commission.state === "earned" || commission.state === "available" || commission.state === "paid";
  return stands && commission.holdUntil !== null && commission.holdUntil < nowMs;
}
