import type { Conversion, ReportConversion } from "../../../schemas/conversions.ts";
import { actingAs } from "../../core/actor.ts";
import { Conflict } from "../../core/errors.ts";
import { commit, retryLostRace } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { conversionObject } from "../conversions/conversion-object.ts";
import { type FoundConversion, findOrder } from "../conversions/queries.ts";
import { attributeConversion } from "./attribute-conversion.ts";
import { attributionOfCarried, carriedTouches } from "./carried-touches.ts";
import { draftConversion, type OrderToDraft, type Report } from "./draft-conversion.ts";
import { forgetIntake, getIntake, type Intake, recallIntake } from "./queries.ts";
import type { Attribution } from "./rules.ts";

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

async function attempt(ctx: Context, merchantId: string, input: Report): Promise<ReportedConversion> {
  const carried = await carriedTouches(ctx, merchantId, input);
  const { keys, orderedAt } = carried;
  const intake = recallIntake(ctx, keys) ?? (await getIntake(ctx, keys));
  const attribution = attributionOfCarried(carried, intake);
  if (intake.isKnownOrder) return repeat(ctx, merchantId, input, attribution, intake);
  try {
    return await create(ctx, { keys, input, orderedAt, attribution, intake });
  } catch (failure) {
    forgetIntake(keys);
    throw failure;
  }
}

async function create(ctx: Context, order: OrderToDraft): Promise<ReportedConversion> {
  const { conversion, statements } = await draftConversion(ctx, order);
  await commit(ctx, statements, { status: 201, body: conversion });
  return { conversion, created: true };
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
