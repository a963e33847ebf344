import { and, desc, eq, lt, lte, sql } from "drizzle-orm";
import type { CommissionQuery } from "../../../schemas/payments.ts";
import { actingUser } from "../../core/actor.ts";
import { Forbidden } from "../../core/errors.ts";
import { pageFrom } from "../../db/page.ts";
import type { Context } from "../../platform/context.ts";
import { commissions, taxRates } from "./tables.ts";

/** VAT in force at the instant, in basis points, from the dated rates. */
export async function getVatBps(ctx: Context, atMs: number): Promise<number> {
  const [rate] = await ctx.db.orm
    .select({ rateBps: taxRates.rateBps })
    .from(taxRates)
    .where(and(eq(taxRates.tax, "vat"), lte(taxRates.validFrom, atMs)))
    .orderBy(desc(taxRates.validFrom))
    .limit(1);
  if (!rate) throw new Error("tax_rates holds no VAT rate for that day");
  return rate.rateBps;
}

/** The actor's own commissions, newest first. */
export async function listCommissions(ctx: Context, query: CommissionQuery) {
  const user = actingUser(ctx);
  if (user.role === "admin") throw new Forbidden("role.required");
  const owner = user.role === "merchant" ? commissions.merchantId : commissions.influencerId;
  const rows = await ctx.db.orm
    .select()
    .from(commissions)
    .where(
      and(
        eq(owner, user.id),
        query.state && eq(commissions.state, query.state),
        query.cursor ? lt(commissions.id, query.cursor) : undefined,
      ),
    )
    .orderBy(desc(commissions.id))
    .limit(query.limit + 1);
  return pageFrom(rows, query.limit, ({ id }) => id);
}

/** Sum of an influencer's forecasts, in centimes. */
export async function getForecastOfInfluencer(ctx: Context, influencerId: string): Promise<number> {
  const [row] = await ctx.db.orm
    .select({ total: sql<number>`coalesce(sum(${commissions.amountMinor}), 0)` })
    .from(commissions)
    .where(and(eq(commissions.influencerId, influencerId), eq(commissions.state, "forecast")));
  return row?.total ?? 0;
}

/** Commission, fee and VAT of a merchant's forecasts together, in centimes (money.md 5). */
export async function getForecastOfMerchant(ctx: Context, merchantId: string): Promise<number> {
  const [row] = await ctx.db.orm
    .select({
      total: sql<number>`coalesce(sum(${commissions.amountMinor} + ${commissions.feeMinor} + ${commissions.vatMinor}), 0)`,
    })
    .from(commissions)
    .where(and(eq(commissions.merchantId, merchantId), eq(commissions.state, "forecast")));
  return row?.total ?? 0;
}
