import type { Payment } from "../../../schemas/conversions.ts";
import { CASE_SCORE, type FraudEvidence, type FraudRule, SCORE_MAX } from "../../../schemas/fraud.ts";
import type { FraudRuleRow } from "./tables.ts";

export type Setting = Pick<FraudRuleRow, "threshold" | "minimum" | "windowHours">;
/** What was seen, where the rule hits; null where it does not. */
export type Verdict = FraudEvidence | null;

const SECOND_MS = 1000;
const LIVELY_HOURS_MIN = 24;
const HISTORY_DAYS_MIN = 7;
const PROGRAMME_PEERS_MIN = 3;

const percentOf = (part: number, whole: number) => Math.round((part / Math.max(whole, 1)) * 100);
const rounded = (value: number) => Math.round(value * 10) / 10;

/** The influencer's own phone or e-mail bought through the influencer's own link. */
export function selfPurchase(order: { readonly ownPhone: boolean; readonly ownEmail: boolean }): Verdict {
  if (!order.ownPhone && !order.ownEmail) return null;
  return { same: order.ownPhone && order.ownEmail ? "phone_and_email" : order.ownPhone ? "phone" : "email" };
}

/** One phone that bought through `threshold` codes or links within the window. An invented number is nobody's. */
export function phoneWithManyCodes(order: { readonly codes: number }, setting: Setting): Verdict {
  if (order.codes < Math.max(setting.threshold, setting.minimum)) return null;
  return { codes: order.codes, days: Math.round(setting.windowHours / 24) };
}

/** Ordered within `threshold` seconds of the click. Before the click is a wrong clock, which is no sign of anything. */
export function orderTooFast(
  order: { readonly clickedAt: number | null; readonly orderedAt: number },
  { threshold }: Setting,
): Verdict {
  if (order.clickedAt === null) return null;
  const ageMs = order.orderedAt - order.clickedAt;
  return ageMs >= 0 && ageMs < threshold * SECOND_MS ? { seconds: rounded(ageMs / SECOND_MS), least: threshold } : null;
}

/** `threshold` or more links whose clicks say that the same order is theirs. */
export function contestedTouch(order: { readonly touches: number }, { threshold }: Setting): Verdict {
  return order.touches >= threshold ? { touches: order.touches } : null;
}

/** An hour of the window with `threshold` times the clicks of one of the link's own lively hours. */
export function clickBurst(
  link: { readonly busiestHour: number; readonly usualHour: number; readonly livelyHours: number },
  { threshold, minimum }: Setting,
): Verdict {
  if (link.livelyHours < LIVELY_HOURS_MIN || link.busiestHour < minimum) return null;
  if (link.busiestHour < threshold * Math.max(link.usualHour, 1)) return null;
  return { clicks: link.busiestHour, usual: rounded(link.usualHour) };
}

export interface OrderPace {
  readonly orders: number;
  /** Mean of the link's own past, over a time as long as the window. */
  readonly usualOrders: number;
  readonly clicks: number;
  readonly usualClicks: number;
  readonly historyDays: number;
}

/** `threshold` times as many orders as usual, while clicks did not grow nearly as much: who is seen more sells more. */
export function orderBurst(pace: OrderPace, { threshold, minimum }: Setting): Verdict {
  if (pace.historyDays < HISTORY_DAYS_MIN || pace.orders < minimum) return null;
  const growth = pace.orders / Math.max(pace.usualOrders, 1);
  const clickGrowth = pace.clicks / Math.max(pace.usualClicks, 1);
  if (growth < threshold || growth < 2 * clickGrowth) return null;
  const { orders, clicks } = pace;
  return { orders, usual: rounded(pace.usualOrders), clicks, usualClicks: rounded(pace.usualClicks) };
}

export interface CouponPace {
  readonly orders: number;
  readonly clicks: number;
  readonly earlierOrders: number;
  readonly earlierClicks: number;
}

/**
 * `threshold` orders by code for every hundred clicks of its link, and no such past: a code that people are told aloud has
 * always sold without clicks, one that leaked begins to.
 */
export function couponLeaked(pace: CouponPace, { threshold, minimum }: Setting): Verdict {
  const here = percentOf(pace.orders, pace.clicks);
  if (pace.orders < minimum || here < threshold) return null;
  const usual = percentOf(pace.earlierOrders, pace.earlierClicks);
  if (pace.earlierOrders >= minimum && usual >= threshold) return null;
  return { orders: pace.orders, clicks: pace.clicks, usualPer100Clicks: pace.earlierOrders === 0 ? null : usual };
}

/** `threshold` percent of a link's clicks out of hosting companies' networks. Never a case by itself (`ACCOMPANYING`). */
export function dataCentreClicks(
  link: { readonly clicks: number; readonly hosting: number },
  { threshold, minimum }: Setting,
): Verdict {
  const share = percentOf(link.hosting, link.clicks);
  if (link.clicks < minimum || share < threshold) return null;
  return { clicks: link.clicks, hosting: link.hosting, percent: share };
}

export interface Returns {
  /** Orders of the programme that ended, and those that came back or were refused. */
  readonly ended: number;
  readonly returned: number;
  /** Shares of the programme's other influencers with as many orders, in percent. */
  readonly peers: readonly number[];
}

/** `threshold` points above the median of the programme's other influencers, where there are enough to compare with. */
export function returnsAboveProgramme({ ended, returned, peers }: Returns, { threshold, minimum }: Setting): Verdict {
  const usual = medianOf(peers);
  if (ended < minimum || peers.length < PROGRAMME_PEERS_MIN || usual === null) return null;
  const share = percentOf(returned, ended);
  return share >= usual + threshold ? { ended, returned, percent: share, usualPercent: rounded(usual) } : null;
}

/** `threshold` percent of an influencer's orders with a number that reaches no customer. */
export function fakePhones(
  orders: { readonly withPhone: number; readonly unusable: number },
  { threshold, minimum }: Setting,
): Verdict {
  const share = percentOf(orders.unusable, orders.withPhone);
  if (orders.withPhone < minimum || share < threshold) return null;
  return { orders: orders.withPhone, unusable: orders.unusable, percent: share };
}

/** Whether a number reaches no customer. A courier needs a Moroccan mobile; what is paid already may be a present from abroad. */
export function isUnusablePhone(payment: Payment, quality: "mobile" | "other" | "invented"): boolean {
  return quality === "invented" || (quality === "other" && payment === "cod");
}

/** Another account of the same person: the same phone, mailbox, bank account or identity. Never the network address. */
export function duplicateAccount(account: { readonly same: readonly string[] }): Verdict {
  return account.same.length === 0 ? null : { same: [...account.same].sort().join("+") };
}

/** The middle of the values; the mean of both middles where their number is even. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

// People behind a company's network, or a hotspot's, are people: this says something only beside another sign.
const ACCOMPANYING: ReadonlySet<FraudRule> = new Set(["data_centre_clicks"]);

interface Scored {
  readonly rule: FraudRule;
  readonly score: number;
}

/** The score of a case: of each rule that hit, its highest once, at most 100 together. */
export function scoreOf(hits: readonly Scored[]): number {
  const byRule = new Map<FraudRule, number>();
  for (const { rule, score } of hits) byRule.set(rule, Math.max(score, byRule.get(rule) ?? 0));
  return Math.min(
    SCORE_MAX,
    [...byRule.values()].reduce((sum, score) => sum + score, 0),
  );
}

/** Whether hits are enough to hold money and ask a person. */
export function opensCase(hits: readonly Scored[]): boolean {
  return scoreOf(hits) >= CASE_SCORE && hits.some(({ rule }) => !ACCOMPANYING.has(rule));
}
