import { Conflict, Invalid } from "../../../core/errors.ts";
import type { Statement } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { getVatBps } from "../../commissions/queries.ts";
import { type FoundConversion, findConversionById, findOrder } from "../../conversions/queries.ts";
import { attributeConversion } from "../attribute-conversion.ts";
import { draftOrderEvent } from "../record-order-event.ts";
import { type FoundClaim, findClaimedLink } from "./queries.ts";
import { attributionByClaim, canBeGiven } from "./rules.ts";
import type { ClaimRow } from "./tables.ts";

/** The source of the events that accepted claims write. */
const CLAIM = "claim";

/** What accepting a claim does to its order, for the commit that moves the claim. */
export interface Acceptance {
  readonly changes: Pick<ClaimRow, "state" | "conversionId">;
  readonly orderId: string | null;
  readonly statements: readonly Statement[];
}

/**
 * The order that a missing sale is, given to the claim's link; or what comes back of an order, written as its event.
 * Either way the commissions queue brings the ledger after it. Nothing is executed.
 * @throws Invalid `request.invalid` when a missing sale names no order, or one that has not been reported
 * @throws Conflict `claim.order_differs` for an order that has an influencer or was placed before the link
 */
export function acceptanceOf(ctx: Context, found: FoundClaim, orderId: string | undefined): Promise<Acceptance> {
  return found.claim.kind === "return" ? acceptReturn(ctx, found) : attributeByClaim(ctx, found, orderId);
}

async function attributeByClaim(ctx: Context, { claim }: FoundClaim, orderId: string | undefined): Promise<Acceptance> {
  const [order, link] = await Promise.all([
    getClaimedOrder(ctx, claim.merchantId, orderId),
    findClaimedLink(ctx, claim.linkId),
  ]);
  const { conversion } = order;
  if (!link || !canBeGiven(order, link.createdAt)) throw new Conflict("claim.order_differs");
  const attribution = attributionByClaim(conversion, link.terms);
  const vatBps = await getVatBps(ctx, conversion.collectedAt ?? ctx.now());
  const { statements } = await attributeConversion(ctx, order, attribution, vatBps);
  return {
    changes: { state: "accepted", conversionId: conversion.id },
    orderId: conversion.orderId,
    statements,
  };
}

async function getClaimedOrder(
  ctx: Context,
  merchantId: string,
  orderId: string | undefined,
): Promise<FoundConversion> {
  if (!orderId) throw new Invalid("request.invalid", [{ path: "orderId", message: "value.missing" }]);
  const found = orderId.startsWith("cnv_")
    ? await findConversionById(ctx, orderId)
    : await findOrder(ctx, merchantId, orderId);
  if (!found || found.conversion.merchantId !== merchantId)
    throw new Invalid("request.invalid", [{ path: "orderId", message: "order.unknown" }]);
  return found;
}

async function acceptReturn(ctx: Context, { claim, orderId }: FoundClaim): Promise<Acceptance> {
  const found = claim.conversionId === null ? undefined : await findConversionById(ctx, claim.conversionId);
  if (!found) throw new Error("a return names its order");
  const what = claim.amountMinor === null ? ({ status: "returned" } as const) : { refundMinor: claim.amountMinor };
  const { statements } = await draftOrderEvent(ctx, found, { eventId: claim.id, ...what }, CLAIM);
  return { changes: { state: "accepted", conversionId: claim.conversionId }, orderId, statements };
}
