import type { Plan } from "../../../schemas/plans.ts";
import type { Context } from "../../platform/context.ts";
import { LINK_TERMS_JSON, type LinkTerms } from "../affiliation/queries.ts";
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

// Written out once: order intake is the busiest write, and building this text anew would cost as much as its answer.
const INTAKE = `SELECT
  (SELECT plan FROM user_subscriptions WHERE user_id = ?1 AND state <> 'cancelled') AS plan,
  (SELECT rate_bps FROM tax_rates WHERE tax = 'vat' AND valid_from <= ?2 ORDER BY valid_from DESC LIMIT 1) AS vatBps,
  (SELECT id FROM conversions WHERE merchant_id = ?1 AND order_id = ?3) AS knownOrder,
  (SELECT ${LINK_TERMS_JSON} FROM link_terms t WHERE t.number = ?4) AS click,
  (SELECT json_object('id', c.id, 'rateBps', c.rate_bps, 'endsAt', c.ends_at, 'terms', ${LINK_TERMS_JSON})
    FROM coupons c JOIN affiliate_links l ON l.id = c.link_id JOIN link_terms t ON t.number = l.number
    WHERE c.merchant_id = ?1 AND c.code = ?5 AND c.deleted_at IS NULL) AS coupon`;

/** All that order intake must know, in one round trip: plan, VAT, whether the order is known, and the terms of its touches. */
export async function getIntake(ctx: Context, keys: IntakeKeys): Promise<Intake> {
  const { merchantId, orderId, linkNumber, couponCode } = keys;
  const row = await ctx.db.d1
    .prepare(INTAKE)
    .bind(merchantId, ctx.now(), orderId, linkNumber, couponCode)
    .first<IntakeRow>();
  if (!row || row.vatBps === null) throw new Error("tax_rates holds no VAT rate for today");
  return {
    plan: row.plan ?? "FREE",
    vatBps: row.vatBps,
    isKnownOrder: row.knownOrder !== null,
    clickTerms: row.click === null ? undefined : JSON.parse(row.click),
    coupon: row.coupon === null ? null : JSON.parse(row.coupon),
  };
}
