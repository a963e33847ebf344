import { sql } from "drizzle-orm";
import type { Plan } from "../../../schemas/plans.ts";
import type { Context } from "../../platform/context.ts";
import { type LinkTerms, linkTermsJson } from "../affiliation/queries.ts";
import type { CouponTouch } from "./rules.ts";

export interface Intake {
  readonly plan: Plan;
  readonly vatBps: number;
  readonly isKnownOrder: boolean;
  readonly clickTerms: LinkTerms | undefined;
  readonly coupon: CouponTouch | null;
}

export interface IntakeKeys {
  readonly merchantId: string;
  readonly orderId: string;
  readonly linkNumber: number | null;
  readonly couponCode: string | null;
}

interface IntakeRow {
  plan: Plan | null;
  vatBps: number | null;
  knownOrder: string | null;
  click: string | null;
  coupon: string | null;
}

/** All that order intake must know, in one round trip: plan, VAT, whether the order is known, and the terms of its touches. */
export async function getIntake(ctx: Context, keys: IntakeKeys): Promise<Intake> {
  const row = await ctx.db.orm.get<IntakeRow>(sql`SELECT
    (SELECT plan FROM user_subscriptions WHERE user_id = ${keys.merchantId} AND state <> 'cancelled') AS plan,
    (SELECT rate_bps FROM tax_rates WHERE tax = 'vat' AND valid_from <= ${ctx.now()} ORDER BY valid_from DESC LIMIT 1) AS vatBps,
    (SELECT id FROM conversions WHERE merchant_id = ${keys.merchantId} AND order_id = ${keys.orderId}) AS knownOrder,
    (SELECT ${linkTermsJson} FROM link_terms t WHERE t.number = ${keys.linkNumber}) AS click,
    (SELECT json_object('id', c.id, 'rateBps', c.rate_bps, 'endsAt', c.ends_at, 'terms', ${linkTermsJson})
      FROM coupons c JOIN affiliate_links l ON l.id = c.link_id JOIN link_terms t ON t.number = l.number
      WHERE c.merchant_id = ${keys.merchantId} AND c.code = ${keys.couponCode} AND c.deleted_at IS NULL) AS coupon`);
  if (!row || row.vatBps === null) throw new Error("tax_rates holds no VAT rate for today");
  return {
    plan: row.plan ?? "FREE",
    vatBps: row.vatBps,
    isKnownOrder: row.knownOrder !== null,
    clickTerms: row.click === null ? undefined : JSON.parse(row.click),
    coupon: row.coupon === null ? null : JSON.parse(row.coupon),
  };
}
