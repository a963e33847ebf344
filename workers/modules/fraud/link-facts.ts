import { hourOf } from "../../core/calendar.ts";
import type { Context } from "../../platform/context.ts";
import type { LinkFacts, Settings } from "./findings.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const HISTORY_MS = 30 * DAY_MS;

interface LinkOrders {
  readonly linkId: string;
  readonly number: number;
  readonly influencerId: string;
  readonly merchantId: string;
  readonly createdAt: number;
  readonly decidedAt: number;
  readonly orders: number;
  readonly earlierOrders: number;
  readonly couponOrders: number;
  readonly earlierCouponOrders: number;
}

/** ?1 link ids, ?2 start of history, ?3 start of the order window, ?4 start of the coupon window. */
const ORDERS = `WITH due AS MATERIALIZED (
    SELECT l.id AS linkId, l.number, l.influencer_id AS influencerId, l.merchant_id AS merchantId, l.created_at AS createdAt,
      coalesce((SELECT max(k.decided_at) FROM fraud_cases k WHERE k.subject = l.id), 0) AS decidedAt
    FROM json_each(?1) CROSS JOIN affiliate_links l ON l.id = json_each.value)
  SELECT due.*, coalesce(sum(c.ordered_at > max(?3, decidedAt)), 0) AS orders, coalesce(sum(c.ordered_at <= ?3), 0) AS earlierOrders,
    coalesce(sum(c.attributed_by = 'coupon' AND c.ordered_at > max(?4, decidedAt)), 0) AS couponOrders,
    coalesce(sum(c.attributed_by = 'coupon' AND c.ordered_at <= ?4), 0) AS earlierCouponOrders
  FROM due LEFT JOIN conversions c ON c.link_id = due.linkId AND c.ordered_at > ?2 GROUP BY due.linkId`;

interface LinkClicks {
  readonly number: number;
  readonly busiestHour: number;
  readonly usualHour: number | null;
  readonly livelyHours: number;
  readonly clicks: number;
  readonly earlierClicksByHour: number;
  readonly couponClicks: number;
  readonly earlierClicks: number;
  readonly sharedClicks: number;
  readonly hostingClicks: number;
}

/** ?1 [link number, hour decided at]; hours since when: ?2 history, ?3 burst, ?4 orders, ?5 coupons, ?6 networks. */
const CLICKS = `SELECT value ->> 0 AS number,
    coalesce(max(CASE WHEN h.hour >= max(?3, value ->> 1) THEN h.human END), 0) AS busiestHour,
    avg(CASE WHEN h.hour < ?3 AND h.human > 0 THEN h.human END) AS usualHour,
    count(CASE WHEN h.hour < ?3 AND h.human > 0 THEN 1 END) AS livelyHours,
    coalesce(sum(CASE WHEN h.hour >= max(?4, value ->> 1) THEN h.human END), 0) AS clicks,
    coalesce(sum(CASE WHEN h.hour < ?4 THEN h.human END), 0) AS earlierClicksByHour,
    coalesce(sum(CASE WHEN h.hour >= max(?5, value ->> 1) THEN h.human END), 0) AS couponClicks,
    coalesce(sum(CASE WHEN h.hour < ?5 THEN h.human END), 0) AS earlierClicks,
    coalesce(sum(CASE WHEN h.hour >= max(?6, value ->> 1) THEN h.human END), 0) AS sharedClicks,
    coalesce(sum(CASE WHEN h.hour >= max(?6, value ->> 1) THEN h.hosting END), 0) AS hostingClicks
  FROM json_each(?1) LEFT JOIN click_stats_hourly h ON h.link_number = value ->> 0 AND h.hour >= ?2 GROUP BY number`;

const NO_CLICKS: Omit<LinkClicks, "number"> = {
  busiestHour: 0,
  usualHour: null,
  livelyHours: 0,
  clicks: 0,
  earlierClicksByHour: 0,
  couponClicks: 0,
  earlierClicks: 0,
  sharedClicks: 0,
  hostingClicks: 0,
};

/** Each link's last hours and days beside its own past 30, from counters and its orders' index; two queries for all. */
export async function listLinkFacts(
  ctx: Context,
  linkIds: readonly string[],
  settings: Settings,
): Promise<LinkFacts[]> {
  if (linkIds.length === 0) return [];
  const now = ctx.now();
  const since = (rule: "order_burst" | "coupon_leaked" | "click_burst" | "data_centre_clicks") =>
    now - (settings.get(rule)?.windowHours ?? 24) * HOUR_MS;
  const orders = await ctx.db.d1
    .prepare(ORDERS)
    .bind(JSON.stringify(linkIds), now - HISTORY_MS, since("order_burst"), since("coupon_leaked"))
    .all<LinkOrders>();
  const hours = [now - HISTORY_MS, since("click_burst"), since("order_burst"), since("coupon_leaked")].map(hourOf);
  const numbers = orders.results.map(({ number, decidedAt }) => [number, hourOf(decidedAt)]);
  const clicks = await ctx.clicks
    .prepare(CLICKS)
    .bind(JSON.stringify(numbers), ...hours, hourOf(since("data_centre_clicks")))
    .all<LinkClicks>();
  const clicksOf = new Map(clicks.results.map((row) => [row.number, row]));
  return orders.results.map((link) =>
    factsOf(link, clicksOf.get(link.number) ?? NO_CLICKS, now, now - since("order_burst")),
  );
}

function factsOf(link: LinkOrders, clicks: Omit<LinkClicks, "number">, nowMs: number, windowMs: number): LinkFacts {
  const historyMs = Math.max(0, Math.min(HISTORY_MS, nowMs - link.createdAt) - windowMs);
  const perWindow = (count: number) => (historyMs === 0 ? 0 : (count * windowMs) / historyMs);
  return {
    linkId: link.linkId,
    influencerId: link.influencerId,
    merchantId: link.merchantId,
    decidedAt: link.decidedAt,
    historyDays: historyMs / DAY_MS,
    busiestHour: clicks.busiestHour,
    usualHour: clicks.usualHour ?? 0,
    livelyHours: clicks.livelyHours,
    orders: link.orders,
    usualOrders: perWindow(link.earlierOrders),
    clicks: clicks.clicks,
    usualClicks: perWindow(clicks.earlierClicksByHour),
    couponOrders: link.couponOrders,
    couponClicks: clicks.couponClicks,
    earlierCouponOrders: link.earlierCouponOrders,
    earlierClicks: clicks.earlierClicks,
    sharedClicks: clicks.sharedClicks,
    hostingClicks: clicks.hostingClicks,
  };
}
