import type { Plan } from "../../../schemas/plans.ts";
import type { Context } from "../../platform/context.ts";
import { LINK_TERMS_JSON, type LinkTerms } from "../affiliation/queries.ts";
import type { CouponTouch } from "./rules.ts";
import { touchesJson, touchesOf } from "./touches/queries.ts";
import type { Touch } from "./touches/rules.ts";

/** The terms as the database tells them: compared to the letter when a commit proves them. */
export interface IntakeTerms {
  readonly plan: Plan | null;
  readonly vatBps: number | null;
  readonly click: string | null;
  readonly coupon: string | null;
}

export interface Intake {
  readonly plan: Plan;
  readonly vatBps: number;
  readonly isKnownOrder: boolean;
  readonly clickTerms: LinkTerms | undefined;
  readonly coupon: CouponTouch | null;
  /** What browsers said of the order: it decides only where the order carries nothing itself, and a commit proves it. */
  readonly touches: readonly Touch[];
  /** Set when the terms come from memory: the commit that uses them must prove them (`provenTerms`). */
  readonly recalled: IntakeTerms | undefined;
}

export interface IntakeKeys {
  readonly merchantId: string;
  readonly orderId: string;
  readonly linkNumber: number | null;
  readonly couponCode: string | null;
}

/**
 * The terms of an order's touches, written out once: order intake is the busiest write, and building this text anew would
 * cost as much as its answer. ?1 merchant, ?2 now, ?3 link number, ?4 code.
 */
export const INTAKE_TERMS = `SELECT
  (SELECT plan FROM user_subscriptions WHERE user_id = ?1 AND state <> 'cancelled') AS plan,
  (SELECT rate_bps FROM tax_rates WHERE tax = 'vat' AND valid_from <= ?2 ORDER BY valid_from DESC LIMIT 1) AS vatBps,
  (SELECT ${LINK_TERMS_JSON} FROM link_terms t WHERE t.number = ?3) AS click,
  (SELECT json_object('id', c.id, 'rateBps', c.rate_bps, 'endsAt', c.ends_at, 'terms', ${LINK_TERMS_JSON})
    FROM coupons c JOIN affiliate_links l ON l.id = c.link_id JOIN link_terms t ON t.number = l.number
    WHERE c.merchant_id = ?1 AND c.code = ?4 AND c.deleted_at IS NULL) AS coupon`;
const INTAKE = `SELECT terms.*, (SELECT id FROM conversions WHERE merchant_id = ?1 AND order_id = ?5) AS knownOrder,
  ${touchesJson("?1", "?5")} AS touches FROM (${INTAKE_TERMS}) terms`;

const REMEMBERED_MS = 60_000;
const REMEMBERED_MAX = 5_000;
const remembered = new Map<string, { readonly terms: IntakeTerms; readonly until: number }>();
const memoryKey = ({ merchantId, linkNumber, couponCode }: IntakeKeys) => `${merchantId} ${linkNumber} ${couponCode}`;

/** All that order intake must know, read in one round trip: plan, VAT, whether the order is known, the terms of its touches. */
export async function getIntake(ctx: Context, keys: IntakeKeys): Promise<Intake> {
  const { merchantId, orderId, linkNumber, couponCode } = keys;
  const row = await ctx.db.d1
    .prepare(INTAKE)
    .bind(merchantId, ctx.now(), linkNumber, couponCode, orderId)
    .first<IntakeTerms & { knownOrder: string | null; touches: string }>();
  if (!row) throw new Error("order intake has no answer");
  const { knownOrder, touches, ...terms } = row;
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(memoryKey(keys), { terms, until: ctx.now() + REMEMBERED_MS });
  return { ...intakeOf(terms, undefined), isKnownOrder: knownOrder !== null, touches: touchesOf(touches) };
}

/** The terms this isolate read within a minute, for an order assumed to be new and without touches; undefined when it has none. */
export function recallIntake(ctx: Context, keys: IntakeKeys): Intake | undefined {
  const known = remembered.get(memoryKey(keys));
  return known && known.until > ctx.now() ? intakeOf(known.terms, known.terms) : undefined;
}

/** What was remembered has proven wrong, or the order is known after all: the next look is at the database. */
export function forgetIntake(keys: IntakeKeys): void {
  remembered.delete(memoryKey(keys));
}

function intakeOf(terms: IntakeTerms, recalled: IntakeTerms | undefined): Intake {
  if (terms.vatBps === null) throw new Error("tax_rates holds no VAT rate for today");
  return {
    plan: terms.plan ?? "FREE",
    vatBps: terms.vatBps,
    isKnownOrder: false,
    clickTerms: terms.click === null ? undefined : JSON.parse(terms.click),
    coupon: terms.coupon === null ? null : JSON.parse(terms.coupon),
    touches: [],
    recalled,
  };
}
