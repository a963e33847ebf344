import type { Claim } from "../../../../schemas/claims.ts";
import { Conflict } from "../../../core/errors.ts";
import { commit, retryLostRace } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { happened } from "../../outbox/statements.ts";
import { claimObject } from "./claim-object.ts";
import { actingParty, type FoundClaim, getClaim } from "./queries.ts";
import { hasEnded, openerOf } from "./rules.ts";
import { moveClaim } from "./statements.ts";

/**
 * Who opened the claim takes it back, as long as nothing is decided.
 * @throws NotFound `claim.not_found` @throws Conflict `claim.already_decided`, `claim.not_your_turn` for the other side
 */
export function withdrawClaim(ctx: Context, claimId: string): Promise<Claim> {
  actingParty(ctx);
  return retryLostRace(() => attempt(ctx, claimId));
}

async function attempt(ctx: Context, claimId: string): Promise<Claim> {
  const read = await getClaim(ctx, claimId);
  if (openerOf(read.claim) !== actingParty(ctx).role) throw new Conflict("claim.not_your_turn");
  if (hasEnded(read.claim)) throw new Conflict("claim.already_decided");
  const found: FoundClaim = { ...read, claim: { ...read.claim, state: "withdrawn" } };
  const body = await claimObject(ctx, found);
  await commit(
    ctx,
    [
      ...moveClaim(ctx, read.claim, { state: "withdrawn" }),
      happened(ctx, "claim.withdrawn", claimId),
      audit(ctx, "claim.withdrawn", claimId),
    ],
    { status: 200, body },
  );
  return body;
}
