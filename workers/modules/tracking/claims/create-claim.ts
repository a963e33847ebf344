import type { Claim, CreateClaim } from "../../../../schemas/claims.ts";
import { actingAs } from "../../../core/actor.ts";
import { Conflict, Forbidden, Invalid } from "../../../core/errors.ts";
import { commit } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { getConversion } from "../../conversions/queries.ts";
import { happened } from "../../outbox/statements.ts";
import { tell } from "./claim-news.ts";
import { newClaimObject } from "./claim-object.ts";
import { actingParty, type FoundClaim, findClaimedLink, getPair } from "./queries.ts";
import { answerByOn, isAfterLink, isClaimableAt, isReturnAsked, openerOf } from "./rules.ts";
import { insertClaim } from "./statements.ts";
import type { ClaimRow } from "./tables.ts";

/**
 * Opens a claim: an influencer misses the sale of an own link, or a merchant asks to take back an order whose hold has
 * passed. The other side has ten days. Amounts in minor units of the order.
 * @throws Forbidden `role.required` for the other role's kind @throws NotFound `conversion.not_found`
 * @throws Conflict `claim.already_open`, `claim.not_possible`, `claim.order_differs`
 * @throws Invalid `request.invalid` for a link that is not own, a day too long ago, or more than is left of the order
 */
export async function createClaim(ctx: Context, input: CreateClaim): Promise<Claim> {
  if (actingParty(ctx).role !== openerOf(input)) throw new Forbidden("role.required");
  const found = input.kind === "missing_sale" ? await draftMissingSale(ctx, input) : await draftReturn(ctx, input);
  const { claim } = found;
  const answer = newClaimObject(ctx, found);
  await commit(
    ctx,
    [
      insertClaim(claim),
      happened(ctx, "claim.opened", claim.id, { kind: claim.kind }),
      audit(ctx, "claim.opened", claim.id, {
        kind: claim.kind,
        linkId: claim.linkId,
        conversionId: claim.conversionId,
      }),
      ...(await tell(ctx, { kind: "claim.received" }, found)),
    ],
    { status: 201, body: answer },
  );
  return answer;
}

async function draftMissingSale(
  ctx: Context,
  input: Extract<CreateClaim, { kind: "missing_sale" }>,
): Promise<FoundClaim> {
  const influencer = actingAs(ctx, "influencer");
  const link = await findClaimedLink(ctx, input.linkId);
  if (!link || link.terms.influencerId !== influencer.id)
    throw new Invalid("request.invalid", [{ path: "linkId", message: "link.not_own" }]);
  const orderedAt = Date.parse(input.orderedAt);
  if (!isClaimableAt(orderedAt, ctx.now()))
    throw new Invalid("request.invalid", [{ path: "orderedAt", message: "date.too_old" }]);
  if (!isAfterLink(orderedAt, link.createdAt)) throw new Conflict("claim.order_differs");
  const { merchantId } = link.terms;
  const { orderRef, amountMinor = null, message } = input;
  const claim = draftClaim(ctx, {
    kind: "missing_sale",
    merchantId,
    influencerId: influencer.id,
    linkId: link.terms.linkId,
    conversionId: null,
    orderRef,
    orderedAt,
    amountMinor,
    message,
  });
  return { claim, orderId: null, currency: null, ...(await getPair(ctx, merchantId, influencer.id)) };
}

async function draftReturn(ctx: Context, input: Extract<CreateClaim, { kind: "return" }>): Promise<FoundClaim> {
  const merchant = actingAs(ctx, "merchant");
  const { conversion, commission } = await getConversion(ctx, input.orderId);
  const { linkId, influencerId } = conversion;
  if (!linkId || !influencerId || !isReturnAsked(commission, ctx.now())) throw new Conflict("claim.not_possible");
  const amountMinor = input.refundMinor ?? null;
  if (amountMinor !== null && amountMinor > conversion.amountMinor - conversion.refundedMinor)
    throw new Invalid("request.invalid", [{ path: "refundMinor", message: "refund.above_order" }]);
  const claim = draftClaim(ctx, {
    kind: "return",
    merchantId: merchant.id,
    influencerId,
    linkId,
    conversionId: conversion.id,
    orderRef: null,
    orderedAt: null,
    amountMinor,
    message: input.message,
  });
  const { orderId, currency } = conversion;
  return { claim, orderId, currency, ...(await getPair(ctx, merchant.id, influencerId)) };
}

type Said = Pick<
  ClaimRow,
  | "kind"
  | "merchantId"
  | "influencerId"
  | "linkId"
  | "conversionId"
  | "orderRef"
  | "orderedAt"
  | "amountMinor"
  | "message"
>;

function draftClaim(ctx: Context, said: Said): ClaimRow {
  const now = ctx.now();
  return {
    id: ctx.newId("clm"),
    state: "open",
    ...said,
    answer: null,
    answerMessage: "",
    answeredAt: null,
    answerBy: answerByOn(now),
    decision: null,
    decidedBy: null,
    decisionReason: "",
    decidedAt: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}
