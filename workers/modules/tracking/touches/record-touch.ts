import type { BrowserOrder } from "../../../../schemas/touches.ts";
import { actingAs } from "../../../core/actor.ts";
import { verifyClickToken } from "../../../core/click-token.ts";
import { commit, retryLostRace, type Statement } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { barCommission } from "../../commissions/bar-commission.ts";
import { getVatBps } from "../../commissions/queries.ts";
import { type FoundConversion, findOrder } from "../../conversions/queries.ts";
import { updateConversion } from "../../conversions/statements.ts";
import { happened } from "../../outbox/statements.ts";
import { attributeConversion, attributionColumns } from "../attribute-conversion.ts";
import type { Attribution } from "../rules.ts";
import { getTouches } from "./queries.ts";
import {
  attributionOnTouches,
  countedTouches,
  isLeftToTouches,
  saysTheSame,
  TOUCHES_MAX,
  type Touch,
} from "./rules.ts";
import { decideTouches, insertTouch, provenUnknownOrder } from "./statements.ts";
import type { TouchRow } from "./tables.ts";

/**
 * Keeps what a page of the acting merchant's shop says of an order: a click was there. It never makes an order, a status or
 * a commission of its own; it decides an order whose reports carry no touch (money.md 2). Nobody is told what became of it:
 * tokens that are not the merchant's, repeated ones and those over the limit of an order are dropped without a word.
 */
export function recordTouch(ctx: Context, input: BrowserOrder): Promise<void> {
  const merchant = actingAs(ctx, "merchant");
  return retryLostRace(() => attempt(ctx, merchant.id, input));
}

async function attempt(ctx: Context, merchantId: string, { orderId, clickToken }: BrowserOrder): Promise<void> {
  const { clickKeys } = await ctx.secrets();
  const verified = verifyClickToken(clickKeys, clickToken, ctx.now());
  if (!verified.ok) return;
  const { linkNumber, clickedAt, nonce } = verified;
  const [{ touches, ownTerms: terms }, found] = await Promise.all([
    getTouches(ctx, merchantId, orderId, linkNumber),
    findOrder(ctx, merchantId, orderId),
  ]);
  const isKnown = touches.some(
    (touch) => touch.linkNumber === linkNumber && touch.clickedAt === clickedAt && touch.nonce === nonce,
  );
  if (!terms || isKnown || touches.length >= TOUCHES_MAX) return;
  const row: TouchRow = {
    id: ctx.newId("tch"),
    merchantId,
    orderId,
    linkNumber,
    clickedAt,
    nonce,
    conversionId: null,
    receivedAt: ctx.now(),
  };
  await commit(ctx, [
    insertTouch(row),
    happened(ctx, "touch.recorded", row.id),
    audit(ctx, "touch.recorded", row.id, { linkId: terms.linkId }),
    ...(found ? await decide(ctx, found, [...touches, { ...row, terms }]) : [provenUnknownOrder(merchantId, orderId)]),
  ]);
}

// What the touches together now make of an order that the shop has reported.
async function decide(ctx: Context, found: FoundConversion, touches: readonly Touch[]): Promise<readonly Statement[]> {
  const { conversion } = found;
  if (!isLeftToTouches(conversion, touches)) return [];
  const counted = countedTouches(touches, conversion.createdAt);
  const attribution = attributionOnTouches(conversion, counted);
  const isTooLate = attribution.by !== "none" && conversion.collectedAt !== null;
  if (isTooLate || saysTheSame(conversion, attribution)) return [];
  const marks = decideTouches(ctx, conversion.id, attribution, counted);
  if (attribution.by === "none") return [...takeBack(ctx, found, attribution), ...marks];
  const { statements } = await attributeConversion(ctx, found, attribution, await getVatBps(ctx, ctx.now()));
  return [...statements, ...marks];
}

// Nobody's: a forecast made for the first touch earns nothing, before and after the cash is in.
function takeBack(ctx: Context, { conversion, commission }: FoundConversion, attribution: Attribution): Statement[] {
  const isTaken = conversion.attributedBy !== "none";
  return [
    ...updateConversion(ctx, conversion, attributionColumns(attribution)),
    ...(commission ? barCommission(ctx, commission, "contested_touch") : []),
    ...(isTaken ? [happened(ctx, "conversion.attributed", conversion.id)] : []),
    audit(ctx, "conversion.attributed", conversion.id, { by: attribution.by, reason: attribution.reason }),
  ];
}
