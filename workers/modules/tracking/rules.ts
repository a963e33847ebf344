import type { AttributionReason } from "../../../schemas/conversions.ts";
import { DAY_MS } from "../../core/calendar.ts";
import type { ClickTokenFault, VerifiedClick } from "../../core/click-token.ts";
import type { LinkTerms } from "../affiliation/queries.ts";
import type { FrozenRule, LostTouch } from "../conversions/tables.ts";

const CLOCK_SKEW_MS = 5 * 60_000;
// A pause reaches every cache of the redirect within this time, so clicks until then were shown the offer (money.md 2).
const PAUSE_GRACE_MS = 120_000;

export type ClickTouch =
  | { readonly ok: true; readonly clickedAt: number; readonly terms: LinkTerms | undefined }
  | { readonly ok: false; readonly reason: ClickTokenFault };

export interface CouponTouch {
  readonly id: string;
  readonly rateBps: number | null;
  readonly endsAt: number | null;
  readonly terms: LinkTerms;
}

export interface Touches {
  readonly merchantId: string;
  readonly orderedAt: number;
  /** undefined: the order carried none. */
  readonly click: ClickTouch | undefined;
  /** undefined: the order carried none; null: it carried a code the merchant does not have. */
  readonly coupon: CouponTouch | null | undefined;
}

export interface Attribution {
  readonly by: "click" | "coupon" | "none";
  readonly reason: AttributionReason;
  readonly lost: readonly LostTouch[];
  readonly terms: LinkTerms | undefined;
  readonly couponId: string | null;
  readonly clickedAt: number | null;
  readonly rule: FrozenRule | null;
}

/** Coupon code, then valid click token, then none (money.md 2); what lost is kept beside what won. */
export function attributionOn(touches: Touches): Attribution {
  const { click, coupon } = touches;
  const couponFault = couponFaultOn(touches);
  const clickFault = clickFaultOn(touches);
  const lostCoupon: LostTouch[] = couponFault
    ? [{ by: "coupon", reason: couponFault, linkId: coupon?.terms.linkId ?? null }]
    : [];
  const lostClick = (reason: AttributionReason): LostTouch[] =>
    click ? [{ by: "click", reason, linkId: click.ok ? linkSeenBy(touches.merchantId, click.terms) : null }] : [];

  if (coupon && !couponFault) {
    return {
      by: "coupon",
      reason: "coupon_valid",
      lost: lostClick(clickFault ?? "weaker_touch"),
      terms: coupon.terms,
      couponId: coupon.id,
      clickedAt: null,
      rule: frozenRule(coupon.terms, coupon),
    };
  }
  if (click?.ok && click.terms && !clickFault) {
    const { terms, clickedAt } = click;
    return {
      by: "click",
      reason: "click_valid",
      lost: lostCoupon,
      terms,
      couponId: null,
      clickedAt,
      rule: frozenRule(terms, undefined),
    };
  }
  const lost = [...lostCoupon, ...(clickFault ? lostClick(clickFault) : [])];
  const reason = clickFault ?? couponFault ?? "no_touch";
  return { by: "none", reason, lost, terms: undefined, couponId: null, clickedAt: null, rule: null };
}

// A merchant is never told which link of another merchant a foreign token belongs to.
function linkSeenBy(merchantId: string, terms: LinkTerms | undefined): string | null {
  return terms?.merchantId === merchantId ? terms.linkId : null;
}

function couponFaultOn({ coupon, orderedAt }: Touches): AttributionReason | undefined {
  if (coupon === undefined) return undefined;
  if (coupon === null) return "coupon_unknown";
  if (coupon.endsAt !== null && orderedAt > coupon.endsAt) return "coupon_ended";
  return termsFaultOn(coupon.terms, orderedAt);
}

function clickFaultOn({ click, merchantId, orderedAt }: Touches): AttributionReason | undefined {
  if (!click) return undefined;
  if (!click.ok) return click.reason;
  if (!click.terms || click.terms.merchantId !== merchantId) return "token_foreign";
  const age = orderedAt - click.clickedAt;
  if (age < -CLOCK_SKEW_MS) return "token_after_order";
  if (age > click.terms.attributionDays * DAY_MS) return "token_expired";
  return termsFaultOn(click.terms, click.clickedAt);
}

/** Why a touch at the instant does not count although its link exists: something had ended before it. */
function termsFaultOn(terms: LinkTerms, atMs: number): AttributionReason | undefined {
  const stoppedBefore = (stoppedAt: number | null) => stoppedAt !== null && atMs > stoppedAt + PAUSE_GRACE_MS;
  if (stoppedBefore(terms.suspendedAt)) return "influencer_suspended";
  if (terms.requestState !== "approved") return "request_not_approved";
  if (stoppedBefore(terms.productEndedAt)) return "product_ended";
  if (stoppedBefore(terms.pausedAt)) return "link_paused";
  return stoppedBefore(terms.endsAt) ? "link_ended" : undefined;
}

/** Rate: the coupon's own, else the approved request's, else the product's (money.md 2). Frozen with its id. */
export function frozenRule(terms: LinkTerms, coupon: Pick<CouponTouch, "id" | "rateBps"> | undefined): FrozenRule {
  const rate = (rateBps: number, source: FrozenRule["source"], sourceId: string): FrozenRule => ({
    type: "rate",
    rateBps,
    amountMinor: null,
    source,
    sourceId,
  });
  if (coupon && coupon.rateBps !== null) return rate(coupon.rateBps, "coupon", coupon.id);
  if (terms.requestRateBps !== null) return rate(terms.requestRateBps, "request", terms.requestId);
  if (terms.commissionType === "rate") return rate(terms.commissionRateBps ?? 0, "product", terms.productId);
  return {
    type: "flat",
    rateBps: null,
    amountMinor: terms.commissionAmountMinor ?? 0,
    source: "product",
    sourceId: terms.productId,
  };
}

/** The click side of the touches: what the token proved, and the terms of the link it names. */
export function clickTouchOf(
  verified: VerifiedClick | undefined,
  terms: LinkTerms | undefined,
): ClickTouch | undefined {
  if (!verified) return undefined;
  return verified.ok ? { ok: true, clickedAt: verified.clickedAt, terms } : verified;
}
