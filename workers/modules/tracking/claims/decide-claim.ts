import type { Claim, DecideClaim } from "../../../../schemas/claims.ts";
import { actingAdmin } from "../../../core/actor.ts";
import { Conflict } from "../../../core/errors.ts";
import { commit, retryLostRace } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { happened } from "../../outbox/statements.ts";
import { acceptanceOf } from "./accept-claim.ts";
import { tell } from "./claim-news.ts";
import { claimObject } from "./claim-object.ts";
import { type FoundClaim, getClaim } from "./queries.ts";
import { hasEnded } from "./rules.ts";
import { moveClaim } from "./statements.ts";
import type { ClaimRow } from "./tables.ts";

/**
 * An admin decides a claim for good, with a reason that both sides read. One that still waits for its answer may be
 * decided too: whoever is first wins.
 * @throws Forbidden `admin.scope_missing` without `compliance` @throws NotFound `claim.not_found`
 * @throws Conflict `claim.already_decided`, `claim.order_differs` @throws Invalid `request.invalid` as for an answer
 */
export function decideClaim(ctx: Context, claimId: string, input: DecideClaim): Promise<Claim> {
  actingAdmin(ctx, "compliance");
  return retryLostRace(() => attempt(ctx, claimId, input));
}

async function attempt(ctx: Context, claimId: string, { decision, orderId, reason }: DecideClaim): Promise<Claim> {
  const read = await getClaim(ctx, claimId);
  if (hasEnded(read.claim)) throw new Conflict("claim.already_decided");
  const accepted = decision === "accept" ? await acceptanceOf(ctx, read, orderId) : undefined;
  const changes: Partial<ClaimRow> = {
    state: "rejected",
    ...accepted?.changes,
    decision,
    decidedBy: "admin",
    decisionReason: reason,
    decidedAt: ctx.now(),
  };
  const found: FoundClaim = {
    ...read,
    claim: { ...read.claim, ...changes },
    orderId: accepted?.orderId ?? read.orderId,
  };
  const body = await claimObject(ctx, found);
  await commit(
    ctx,
    [
      ...moveClaim(ctx, read.claim, changes),
      ...(accepted?.statements ?? []),
      happened(ctx, "claim.decided", claimId, { decision, by: "admin" }),
      audit(ctx, "claim.decided", claimId, { decision, reason, conversionId: found.claim.conversionId }),
      ...(await tell(ctx, { kind: "claim.decided", decision, by: "admin", reason }, found)),
    ],
    { status: 200, body },
  );
  return body;
}
