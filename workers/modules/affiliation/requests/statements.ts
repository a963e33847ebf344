import { and, eq, sql } from "drizzle-orm";
import { guarded, type Statement } from "../../../db/commit.ts";
import { insertRow } from "../../../db/insert-row.ts";
import type { Context } from "../../../platform/context.ts";
import { type ApprovalRuleRow, affiliateRequests, type RequestRow } from "../tables.ts";

export function insertRequest(row: RequestRow): Statement {
  return insertRow(affiliateRequests, row);
}

export type Decision = Partial<Pick<RequestRow, "reason" | "rateBps">> &
  Required<Pick<RequestRow, "state" | "decidedBy" | "decidedAt">>;

/** Moves the request only if nobody did since it was read. */
export function changeRequest(
  ctx: Context,
  read: Pick<RequestRow, "id" | "state">,
  { state, ...decided }: Decision,
): Statement[] {
  return guarded(
    ctx.db.orm
      .update(affiliateRequests)
      .set({ state, ...decided })
      .where(and(eq(affiliateRequests.id, read.id), eq(affiliateRequests.state, read.state))),
  );
}

/** Ends the requests that nobody decided in time, if all of them still wait. */
export function expireRequests(ctx: Context, ids: readonly string[]): Statement[] {
  return guarded(
    sql`UPDATE affiliate_requests SET state = 'expired', decided_at = ${ctx.now()}, decided_by = 'time'
      WHERE state = 'pending' AND id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
    ids.length,
  );
}

/** Ends all that is open between the two, if it is as many as were read: one that came in between is not left behind. */
export function cancelOpenRequests(
  ctx: Context,
  merchantId: string,
  influencerId: string,
  expected: number,
): Statement[] {
  return guarded(
    sql`UPDATE affiliate_requests SET state = 'cancelled', decided_at = ${ctx.now()}, decided_by = 'merchant'
      WHERE influencer_id = ${influencerId} AND merchant_id = ${merchantId} AND state IN ('pending', 'approved')`,
    expected,
  );
}

/** Aborts with `request.blocked` when the merchant has blocked the influencer: it may happen while a request is being made. */
export function notBlocked(merchantId: string, influencerId: string): Statement {
  return sql`INSERT INTO unblocked_influencers (merchant_id, influencer_id) VALUES (${merchantId}, ${influencerId})`;
}

export function upsertApprovalRule(row: ApprovalRuleRow): Statement {
  return sql`INSERT INTO approval_rules (merchant_id, enabled, require_kyc, min_followers, updated_at)
    VALUES (${row.merchantId}, ${Number(row.enabled)}, ${Number(row.requireKyc)}, ${row.minFollowers}, ${row.updatedAt})
    ON CONFLICT (merchant_id) DO UPDATE SET enabled = excluded.enabled, require_kyc = excluded.require_kyc,
      min_followers = excluded.min_followers, updated_at = excluded.updated_at`;
}
