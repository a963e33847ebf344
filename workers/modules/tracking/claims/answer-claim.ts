import type { AnswerClaim, Claim } from "../../../../schemas/claims.ts";
import { Conflict } from "../../../core/errors.ts";
import { commit, retryLostRace } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { happened } from "../../outbox/statements.ts";
import { type Acceptance, acceptanceOf } from "./accept-claim.ts";
import { tell } from "./claim-news.ts";
import { claimObject } from "./claim-object.ts";
import { actingParty, type FoundClaim, getClaim } from "./queries.ts";
import { canAnswer, hasEnded } from "./rules.ts";
import { moveClaim } from "./statements.ts";
import type { ClaimRow } from "./tables.ts";

/**
 * The other side agrees, and the order becomes what the claim says; or contests, and an admin decides.
 * @throws NotFound `claim.not_found` @throws Conflict `claim.already_decided`, `claim.not_your_turn`, `claim.order_differs`
 * @throws Invalid `request.invalid` when a missing sale is accepted without naming an order that has been reported
 */
export function answerClaim(ctx: Context, claimId: string, input: AnswerClaim): Promise<Claim> {
  actingParty(ctx);
  return retryLostRace(() => attempt(ctx, claimId, input));
}

async function attempt(ctx: Context, claimId: string, input: AnswerClaim): Promise<Claim> {
  const read = await getClaim(ctx, claimId);
  if (hasEnded(read.claim)) throw new Conflict("claim.already_decided");
  if (!canAnswer(read.claim, actingParty(ctx).role, ctx.now())) throw new Conflict("claim.not_your_turn");
  const { answer } = input;
  const accepted = answer === "accept" ? await acceptanceOf(ctx, read, input.orderId) : undefined;
  const changes = changesOf(ctx, input, accepted);
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
      happened(ctx, "claim.answered", claimId, { answer }),
      ...(accepted ? [happened(ctx, "claim.decided", claimId, { decision: answer, by: "party" })] : []),
      audit(ctx, "claim.answered", claimId, { answer, conversionId: found.claim.conversionId }),
      ...(await tell(ctx, { kind: "claim.answered", answer }, found)),
    ],
    { status: 200, body },
  );
  return body;
}

function changesOf(
  ctx: Context,
  { answer, message }: AnswerClaim,
  accepted: Acceptance | undefined,
): Partial<ClaimRow> {
  const said = { answer, answerMessage: message, answeredAt: ctx.now() };
  if (!accepted) return { ...said, state: "contested" };
  return { ...said, ...accepted.changes, decision: "accept", decidedBy: "party", decidedAt: ctx.now() };
}
