import type { Claim } from "../../../../schemas/claims.ts";
import { actingUser, type UserActor } from "../../../core/actor.ts";
import type { Context } from "../../../platform/context.ts";
import { type FoundClaim, listEvidence } from "./queries.ts";
import { isTurnOf } from "./rules.ts";
import type { ClaimRow, EvidenceRow } from "./tables.ts";

const iso = (instant: number) => new Date(instant).toISOString();

/** The claims as the API shows them to the acting user, in one more read whatever their count. */
export async function claimObjects(ctx: Context, found: readonly FoundClaim[]): Promise<Claim[]> {
  if (found.length === 0) return [];
  const evidence = await listEvidence(
    ctx,
    found.map(({ claim }) => claim.id),
  );
  return found.map((one) => objectOf(ctx, one, evidence));
}

/** One claim as the API shows it to the acting user. */
export async function claimObject(ctx: Context, found: FoundClaim): Promise<Claim> {
  return objectOf(ctx, found, await listEvidence(ctx, [found.claim.id]));
}

/** A claim that is being made: there is no evidence yet. */
export const newClaimObject = (ctx: Context, found: FoundClaim): Claim => objectOf(ctx, found, []);

function objectOf(ctx: Context, found: FoundClaim, evidence: readonly EvidenceRow[]): Claim {
  const { claim, merchant, influencer } = found;
  const reader = actingUser(ctx);
  return {
    id: claim.id,
    kind: claim.kind,
    state: claim.state,
    merchant: { id: merchant.id, name: merchant.name },
    influencer: { id: influencer.id, name: influencer.name },
    linkId: claim.linkId,
    conversionId: claim.conversionId,
    orderId: orderIdFor(reader, found),
    orderRef: claim.orderRef,
    orderedAt: claim.orderedAt === null ? null : iso(claim.orderedAt),
    amountMinor: claim.amountMinor,
    currency: claim.kind === "return" ? (found.currency ?? "MAD") : "MAD",
    message: claim.message,
    evidence: evidence.filter(({ claimId }) => claimId === claim.id).map(evidenceObject),
    answer: answerOf(claim),
    answerBy: iso(claim.answerBy),
    decision: decisionOf(claim),
    isYourTurn: isTurnOf(claim, reader, ctx.now()),
    createdAt: iso(claim.createdAt),
  };
}

// The shop's own number of an order is never the influencer's to know.
const orderIdFor = (reader: UserActor, { orderId }: FoundClaim) => (reader.role === "influencer" ? null : orderId);

/** A piece of evidence as the API shows it; its bytes are read at `url`. */
export function evidenceObject({ id, claimId, addedBy, type, bytes }: EvidenceRow): Claim["evidence"][number] {
  return { id, by: addedBy, type, url: `/api/tracking/claims/${claimId}/evidence/${id}`, bytes };
}

function answerOf({ answer, answerMessage, answeredAt }: ClaimRow): Claim["answer"] {
  return answer === null || answeredAt === null ? null : { answer, message: answerMessage, at: iso(answeredAt) };
}

function decisionOf({ decision, decidedBy, decisionReason, decidedAt }: ClaimRow): Claim["decision"] {
  if (decision === null || decidedBy === null || decidedAt === null) return null;
  return { decision, by: decidedBy, reason: decisionReason, at: iso(decidedAt) };
}
