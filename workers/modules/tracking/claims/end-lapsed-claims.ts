import { commit, retryLostRace } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit, auditEach } from "../../audit/statements.ts";
import { happened, happenedToEach } from "../../outbox/statements.ts";
import { acceptanceOf } from "./accept-claim.ts";
import { tell, tellEach } from "./claim-news.ts";
import { findClaim, listLapsedClaims } from "./queries.ts";
import { escalateClaims, moveClaim } from "./statements.ts";
import type { ClaimRow } from "./tables.ts";

const CLAIMS_PER_COMMIT = 200;
const RETURNS_PER_RUN = 50;

/** Hands up to 200 missing sales that no merchant answered in ten days to an admin, and tells both sides; says how many. */
export function escalateLapsedClaims(ctx: Context): Promise<number> {
  return retryLostRace(async () => {
    const lapsed = await listLapsedClaims(ctx, "missing_sale", CLAIMS_PER_COMMIT);
    if (lapsed.length === 0) return 0;
    const ids = lapsed.map(({ claim }) => claim.id);
    await commit(ctx, [
      ...escalateClaims(ctx, ids),
      ...happenedToEach(ctx, "claim.escalated", ids),
      ...auditEach(ctx, "claim.escalated", ids),
      ...(await tellEach(ctx, { kind: "claim.escalated" }, lapsed)),
    ]);
    return ids.length;
  });
}

/**
 * Accepts up to 50 returns that no influencer answered in ten days; says how many. Each is a commit of its own, for each
 * moves an order: one that fails is logged and does not keep the others.
 */
export async function acceptLapsedReturns(ctx: Context): Promise<number> {
  const lapsed = await listLapsedClaims(ctx, "return", RETURNS_PER_RUN);
  let count = 0;
  for (const { claim } of lapsed) {
    const isAccepted = await retryLostRace(() => acceptByTime(ctx, claim.id)).catch((failure: unknown) => {
      ctx.log("error", "a return was not accepted", { claimId: claim.id, error: String(failure) });
      return false;
    });
    if (isAccepted) count += 1;
  }
  return count;
}

async function acceptByTime(ctx: Context, claimId: string): Promise<boolean> {
  const read = await findClaim(ctx, claimId);
  if (read?.claim.state !== "open") return false;
  const accepted = await acceptanceOf(ctx, read, undefined);
  const changes: Partial<ClaimRow> = {
    ...accepted.changes,
    decision: "accept",
    decidedBy: "time",
    decidedAt: ctx.now(),
  };
  await commit(ctx, [
    ...moveClaim(ctx, read.claim, changes),
    ...accepted.statements,
    happened(ctx, "claim.decided", claimId, { decision: "accept", by: "time" }),
    audit(ctx, "claim.decided", claimId, { decision: "accept", by: "time" }),
    ...(await tell(ctx, { kind: "claim.decided", decision: "accept", by: "time", reason: "" }, read)),
  ]);
  return true;
}
