import type { Conversion, ReportConversion } from "../../../schemas/conversions.ts";
import { PLAN_TERMS } from "../../../schemas/plans.ts";
import { couponKey } from "../../../schemas/text.ts";
import { actingAs } from "../../core/actor.ts";
import { verifyClickToken } from "../../core/click-token.ts";
import { Conflict } from "../../core/errors.ts";
import { commit, retryLostRace } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { openCommission } from "../commissions/sync-commission.ts";
import { conversionObject } from "../conversions/conversion-object.ts";
import { type FoundConversion, findOrder } from "../conversions/queries.ts";
import { orderStateOn } from "../conversions/rules.ts";
import { insertConversion, insertEvent } from "../conversions/statements.ts";
import type { ConversionEventRow, ConversionRow } from "../conversions/tables.ts";
import { happened } from "../outbox/statements.ts";
import { attributeConversion, attributionColumns } from "./attribute-conversion.ts";
import { concealCustomer } from "./conceal-customer.ts";
import { eventContentHash } from "./event-content.ts";
import { forgetIntake, getIntake, type Intake, type IntakeKeys, recallIntake } from "./queries.ts";
import { type Attribution, attributionOn, clickTouchOf } from "./rules.ts";
import { provenTerms } from "./statements.ts";

const asMerchant = (ctx: Context) => ({ viewer: "merchant", nowMs: ctx.now() }) as const;

export interface ReportedConversion {
  readonly conversion: Conversion;
  readonly created: boolean;
}

/**
 * Takes one order of the acting merchant: attributes it, freezes its terms and writes its forecast, once per order id.
 * The same order again gives the same conversion; if it was known without a touch and not yet collected, a first valid
 * touch is taken over. Amounts in minor units of the currency.
 * `source` names the way in. @throws Conflict `conversion.order_id_reused` when amount, currency or payment differ from what is known
 */
export function reportConversion(ctx: Context, input: ReportConversion, source = "api"): Promise<ReportedConversion> {
  const merchant = actingAs(ctx, "merchant");
  return retryLostRace(() => attempt(ctx, merchant.id, { ...input, source }));
}

type Report = ReportConversion & { readonly source: string };

async function attempt(ctx: Context, merchantId: string, input: Report): Promise<ReportedConversion> {
  const orderedAt = input.occurredAt === undefined ? ctx.now() : Date.parse(input.occurredAt);
  const { clickKeys } = await ctx.secrets();
  const verified = input.clickToken ? verifyClickToken(clickKeys, input.clickToken, ctx.now()) : undefined;
  const couponCode = input.couponCode ? couponKey(input.couponCode) : null;
  const linkNumber = verified?.ok ? verified.linkNumber : null;
  const keys = { merchantId, orderId: input.orderId, linkNumber, couponCode };
  const intake = recallIntake(ctx, keys) ?? (await getIntake(ctx, keys));
  const attribution = attributionOn({
    merchantId,
    orderedAt,
    click: clickTouchOf(verified, intake.clickTerms),
    coupon: couponCode ? intake.coupon : undefined,
  });
  if (intake.isKnownOrder) return repeat(ctx, merchantId, input, attribution, intake);
  try {
    return await create(ctx, keys, input, orderedAt, attribution, intake);
  } catch (failure) {
    forgetIntake(keys);
    throw failure;
  }
}

async function create(
  ctx: Context,
  keys: IntakeKeys,
  input: Report,
  orderedAt: number,
  attribution: Attribution,
  intake: Intake,
): Promise<ReportedConversion> {
  const id = ctx.newId("cnv");
  const event = await placedEvent(ctx, id, input, orderedAt);
  const state = orderStateOn({ payment: input.payment, amountMinor: input.amountMinor, events: [event], refunds: [] });
  const row: ConversionRow = {
    id,
    merchantId: keys.merchantId,
    orderId: input.orderId,
    ...state,
    payment: input.payment,
    amountMinor: input.amountMinor,
    currency: input.currency,
    baseMinor: input.currency === "MAD" ? input.amountMinor : null,
    madPerUnitMicros: null,
    orderedAt,
    ...attributionColumns(attribution),
    plan: intake.plan,
    feeBps: PLAN_TERMS[intake.plan].feeBps,
    ...(await concealCustomer(ctx, input.customer)),
    source: input.source,
    courier: null,
    trackingNumber: null,
    remindersSent: 0,
    items: input.items ?? [],
    metadata: input.metadata ?? {},
    version: 1,
    createdAt: ctx.now(),
    updatedAt: ctx.now(),
  };
  const commission = openCommission(ctx, row, state, intake.vatBps);
  const conversion = conversionObject(asMerchant(ctx), row, commission.row);
  const statements = [
    ...provenTerms(ctx, keys, intake),
    insertConversion(row),
    insertEvent(event),
    ...commission.statements,
    happened(ctx, "conversion.placed", id),
    audit(ctx, "conversion.reported", id, { by: attribution.by, reason: attribution.reason }),
  ];
  await commit(ctx, statements, { status: 201, body: conversion });
  return { conversion, created: true };
}

async function placedEvent(
  ctx: Context,
  conversionId: string,
  input: ReportConversion,
  occurredAt: number,
): Promise<ConversionEventRow> {
  const content = { status: input.status, occurredAt, refund: null };
  return {
    id: ctx.newId("evt"),
    conversionId,
    source: "order",
    eventId: "reported",
    status: input.status,
    refundId: null,
    refundMinor: null,
    note: null,
    undoes: null,
    occurredAt,
    contentHash: await eventContentHash(content),
    receivedAt: ctx.now(),
  };
}

async function repeat(
  ctx: Context,
  merchantId: string,
  input: ReportConversion,
  attribution: Attribution,
  intake: Intake,
): Promise<ReportedConversion> {
  const known = await findOrder(ctx, merchantId, input.orderId);
  if (!known) throw new Conflict("row.changed");
  const { conversion } = known;
  const agrees =
    conversion.amountMinor === input.amountMinor &&
    conversion.currency === input.currency &&
    conversion.payment === input.payment;
  if (!agrees) throw new Conflict("conversion.order_id_reused");
  const mayAdopt =
    conversion.attributionReason === "no_touch" && conversion.collectedAt === null && attribution.by !== "none";
  if (mayAdopt) return { conversion: await adoptTouch(ctx, known, attribution, intake), created: false };
  // Nothing to keep, but the key may have come from memory: this proves it.
  await commit(ctx, []);
  return { conversion: conversionObject(asMerchant(ctx), conversion, known.commission), created: false };
}

// An order that came without any touch takes the first valid one that a later report carries, until it is collected.
async function adoptTouch(
  ctx: Context,
  known: FoundConversion,
  attribution: Attribution,
  intake: Intake,
): Promise<Conversion> {
  const { row, commission, statements } = await attributeConversion(ctx, known, attribution, intake.vatBps);
  const answer = conversionObject(asMerchant(ctx), row, commission);
  await commit(ctx, statements, { status: 200, body: answer });
  return answer;
}
