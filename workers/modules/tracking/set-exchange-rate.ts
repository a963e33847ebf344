import type { SetExchangeRate } from "../../../schemas/admin.ts";
import type { Conversion } from "../../../schemas/conversions.ts";
import { CURRENCY_EXPONENTS } from "../../../schemas/currencies.ts";
import { actingAdmin } from "../../core/actor.ts";
import { Conflict, NotFound } from "../../core/errors.ts";
import { halfUp } from "../../core/money.ts";
import { commit, retryLostRace } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { getVatBps } from "../commissions/queries.ts";
import { openCommission } from "../commissions/sync-commission.ts";
import { conversionObject } from "../conversions/conversion-object.ts";
import { findConversionById, listEvents, listRefunds } from "../conversions/queries.ts";
import { orderStateOn } from "../conversions/rules.ts";
import { updateConversion } from "../conversions/statements.ts";
import { happened } from "../outbox/statements.ts";

/**
 * Gives a foreign order its value in dirhams, once; the rule frozen at order time and all events so far then apply
 * (money.md 3). `madPerUnitMicros`: MAD per whole unit of the currency, in millionths.
 * @throws Forbidden `admin.scope_missing` without `finance` @throws NotFound `conversion.not_found`
 * @throws Conflict `conversion.rate_already_set` for orders in MAD and for a second rate
 */
export function setExchangeRate(ctx: Context, conversionId: string, input: SetExchangeRate): Promise<Conversion> {
  actingAdmin(ctx, "finance");
  return retryLostRace(() => attempt(ctx, conversionId, input));
}

async function attempt(
  ctx: Context,
  conversionId: string,
  { madPerUnitMicros, reason }: SetExchangeRate,
): Promise<Conversion> {
  const found = await findConversionById(ctx, conversionId);
  if (!found) throw new NotFound("conversion.not_found");
  const { conversion } = found;
  if (conversion.baseMinor !== null) throw new Conflict("conversion.rate_already_set");
  const changes = {
    madPerUnitMicros,
    baseMinor: madMinorOf(conversion.amountMinor, conversion.currency, madPerUnitMicros),
  };
  const [events, refunds] = await Promise.all([listEvents(ctx, conversionId), listRefunds(ctx, conversionId)]);
  const state = orderStateOn({ ...conversion, events, refunds });
  const row = { ...conversion, ...changes };
  const commission = openCommission(ctx, row, state, await getVatBps(ctx, state.collectedAt ?? ctx.now()));
  const answer = conversionObject({ viewer: "admin", nowMs: ctx.now() }, row, commission.row);
  const statements = [
    ...updateConversion(ctx, conversion, changes),
    ...commission.statements,
    happened(ctx, "conversion.rate_set", conversionId),
    audit(ctx, "conversion.rate_set", conversionId, { madPerUnitMicros, reason }),
  ];
  await commit(ctx, statements, { status: 200, body: answer });
  return answer;
}

/** Centimes of MAD of a foreign amount: half-up(amount x micros x 100 / 10^(6 + exponent)), exponent by ISO 4217. */
export function madMinorOf(amountMinor: number, currency: string, madPerUnitMicros: number): number {
  const exponent = CURRENCY_EXPONENTS[currency] ?? 2;
  return halfUp(BigInt(amountMinor) * BigInt(madPerUnitMicros) * 100n, 10n ** BigInt(6 + exponent));
}
