import type { FraudEvidence, FraudRule } from "../../../schemas/fraud.ts";
import {
  clickBurst,
  contestedTouch,
  couponLeaked,
  dataCentreClicks,
  duplicateAccount,
  fakePhones,
  orderBurst,
  orderTooFast,
  phoneWithManyCodes,
  returnsAboveProgramme,
  selfPurchase,
  type Verdict,
} from "./rules.ts";
import type { FraudRuleRow } from "./tables.ts";

const HOUR_MS = 3_600_000;

/** Which unpaid commissions a hit holds, from the instant on. */
export type Held =
  | { readonly of: "order"; readonly conversionId: string }
  | { readonly of: "link"; readonly linkId: string; readonly from: number; readonly by: "any" | "click" | "coupon" }
  | { readonly of: "influencer"; readonly influencerId: string }
  | { readonly of: "unusable_phones"; readonly influencerId: string; readonly from: number }
  | { readonly of: "programme"; readonly influencerId: string; readonly productId: string; readonly from: number };

/** What a case is about. */
export interface Subject {
  readonly subject: string;
  readonly influencerId: string;
  readonly merchantId: string | null;
  readonly linkId: string | null;
  readonly conversionId: string | null;
}

/** One rule that hit a subject. */
export interface Finding extends Subject {
  readonly rule: FraudRule;
  readonly score: number;
  readonly evidence: FraudEvidence;
  /** What is held against the subject once and for all; null where it is a measure, which counts once per case. */
  readonly about: string | null;
  readonly held: Held;
}

export type Settings = ReadonlyMap<FraudRule, FraudRuleRow>;

/** How far back a rule looks, as an instant; never to what a person has decided on already. */
export function lookBack(settings: Settings, rule: FraudRule, nowMs: number, decidedAt: number): number {
  return Math.max(nowMs - (settings.get(rule)?.windowHours ?? 0) * HOUR_MS, decidedAt);
}

interface Judging extends Subject {
  readonly about: string | null;
}

function judge(
  settings: Settings,
  rule: FraudRule,
  of: Judging,
  held: Held,
  decide: (setting: FraudRuleRow) => Verdict,
): Finding[] {
  const setting = settings.get(rule);
  const evidence = setting?.enabled ? decide(setting) : null;
  if (!setting || evidence === null) return [];
  const { subject, influencerId, merchantId, linkId, conversionId, about } = of;
  return [
    { subject, influencerId, merchantId, linkId, conversionId, about, rule, score: setting.score, evidence, held },
  ];
}

export interface OrderFacts {
  readonly conversionId: string;
  readonly linkId: string;
  readonly influencerId: string;
  readonly merchantId: string;
  readonly clickedAt: number | null;
  readonly orderedAt: number;
  readonly phoneHash: string | null;
  readonly emailHash: string | null;
  /** Codes and links that the order's phone bought through within the window, this one included. */
  readonly codes: number;
}

/** What one attributed order tells. */
export function orderFindings(
  settings: Settings,
  order: OrderFacts & { readonly ownPhone: boolean; readonly ownEmail: boolean },
): Finding[] {
  const of = { ...order, subject: order.conversionId, about: order.conversionId };
  const held = { of: "order", conversionId: order.conversionId } as const;
  return [
    ...judge(settings, "self_purchase", of, held, () => selfPurchase(order)),
    ...judge(settings, "phone_with_many_codes", of, held, (setting) => phoneWithManyCodes(order, setting)),
    ...judge(settings, "order_too_fast", of, held, (setting) => orderTooFast(order, setting)),
  ];
}

export interface ContestedOrder {
  readonly conversionId: string;
  readonly merchantId: string;
  readonly linkId: string;
  readonly influencerId: string;
  readonly touches: number;
}

/** An order that several links claim is nobody's; each of their influencers is asked. */
export function contestedFindings(settings: Settings, order: ContestedOrder): Finding[] {
  const of = { ...order, subject: `${order.conversionId}:${order.influencerId}`, about: order.conversionId };
  const held = { of: "order", conversionId: order.conversionId } as const;
  return judge(settings, "contested_touch", of, held, (setting) => contestedTouch(order, setting));
}

export interface LinkFacts {
  readonly linkId: string;
  readonly influencerId: string;
  readonly merchantId: string;
  /** The last decision on the link; what was before it counts no more. */
  readonly decidedAt: number;
  readonly historyDays: number;
  readonly busiestHour: number;
  readonly usualHour: number;
  readonly livelyHours: number;
  readonly orders: number;
  readonly usualOrders: number;
  readonly clicks: number;
  readonly usualClicks: number;
  readonly couponOrders: number;
  readonly couponClicks: number;
  readonly earlierCouponOrders: number;
  readonly earlierClicks: number;
  readonly sharedClicks: number;
  readonly hostingClicks: number;
}

/** What a link's last hours and days tell, beside its own past. */
export function linkFindings(settings: Settings, link: LinkFacts, nowMs: number): Finding[] {
  const of = { ...link, subject: link.linkId, conversionId: null, about: null };
  const heldBy = (rule: FraudRule, by: "any" | "click" | "coupon") =>
    ({ of: "link", linkId: link.linkId, from: lookBack(settings, rule, nowMs, link.decidedAt), by }) as const;
  const coupons = {
    orders: link.couponOrders,
    clicks: link.couponClicks,
    earlierOrders: link.earlierCouponOrders,
    earlierClicks: link.earlierClicks,
  };
  return [
    ...judge(settings, "click_burst", of, heldBy("click_burst", "click"), (setting) => clickBurst(link, setting)),
    ...judge(settings, "order_burst", of, heldBy("order_burst", "any"), (setting) => orderBurst(link, setting)),
    ...judge(settings, "coupon_leaked", of, heldBy("coupon_leaked", "coupon"), (setting) =>
      couponLeaked(coupons, setting),
    ),
    ...judge(settings, "data_centre_clicks", of, heldBy("data_centre_clicks", "click"), (setting) =>
      dataCentreClicks({ clicks: link.sharedClicks, hosting: link.hostingClicks }, setting),
    ),
  ];
}

export interface ProgrammeFacts {
  readonly influencerId: string;
  readonly merchantId: string;
  readonly productId: string;
  readonly decidedAt: number;
  readonly ended: number;
  readonly returned: number;
  readonly peers: readonly number[];
}

/** The case of an influencer's returns is about one programme. */
const programmeSubject = (influencerId: string, productId: string) => `${influencerId}:${productId}`;

/** How an influencer's orders of a programme end, beside those of the others. */
export function programmeFindings(settings: Settings, facts: ProgrammeFacts, nowMs: number): Finding[] {
  const { influencerId, merchantId, productId, decidedAt } = facts;
  const rule = "returns_above_programme";
  const of = {
    subject: programmeSubject(influencerId, productId),
    influencerId,
    merchantId,
    linkId: null,
    conversionId: null,
    about: null,
  };
  const held = { of: "programme", influencerId, productId, from: lookBack(settings, rule, nowMs, decidedAt) } as const;
  return judge(settings, rule, of, held, (setting) => returnsAboveProgramme(facts, setting));
}

const accountSubject = (influencerId: string) =>
  ({ subject: influencerId, influencerId, merchantId: null, linkId: null, conversionId: null }) as const;

export interface PhoneFacts {
  readonly influencerId: string;
  readonly decidedAt: number;
  readonly withPhone: number;
  readonly unusable: number;
}

/** Whether the numbers of an influencer's customers reach anybody. */
export function phoneFindings(settings: Settings, facts: PhoneFacts, nowMs: number): Finding[] {
  const of = { ...accountSubject(facts.influencerId), about: null };
  const from = lookBack(settings, "fake_phones", nowMs, facts.decidedAt);
  const held = { of: "unusable_phones", influencerId: facts.influencerId, from } as const;
  return judge(settings, "fake_phones", of, held, (setting) => fakePhones(facts, setting));
}

/** Two accounts of one person: the later one is asked, about the first. */
export function duplicateFindings(
  settings: Settings,
  pair: { readonly influencerId: string; readonly firstId: string; readonly same: readonly string[] },
): Finding[] {
  const of = { ...accountSubject(pair.influencerId), about: pair.firstId };
  const held = { of: "influencer", influencerId: pair.influencerId } as const;
  return judge(settings, "duplicate_account", of, held, () => duplicateAccount(pair));
}
