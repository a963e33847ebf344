import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../../../platform/context.ts";
import type { Period } from "./period.ts";
import { type ClickCounts, type OfDay, type OrderCounts, overdueBefore } from "./rules.ts";
import { cellsOf, linksOf, type Scope } from "./scope.ts";

const CLICKS =
  "sum(c.human) AS clicks, sum(c.bot + c.preview + c.prefetch) AS bots, sum(c.visitors) AS visitors, sum(c.scans) AS scans";

/** Hits of the scope on each day that has any. */
export async function listClickDays(ctx: Context, scope: Scope, { from, to }: Period): Promise<OfDay<ClickCounts>[]> {
  const { results } = await (scope.linkNumbers === null
    ? ctx.clicks
        .prepare(
          `SELECT c.day, ${CLICKS} FROM owner_clicks_daily c WHERE c.owner_id = ?1 AND c.day BETWEEN ?2 AND ?3 GROUP BY c.day`,
        )
        .bind(scope.ownerId, from, to)
    : ctx.clicks
        .prepare(
          `SELECT c.day, ${CLICKS} FROM json_each(?1) e CROSS JOIN click_stats_daily c
            ON c.link_number = e.value AND c.day BETWEEN ?2 AND ?3 GROUP BY c.day`,
        )
        .bind(JSON.stringify(scope.linkNumbers), from, to)
  ).all<OfDay<ClickCounts>>();
  return results;
}

export interface HourClicks {
  readonly hour: number;
  readonly clicks: number;
  readonly bots: number;
}

/** Hits of the scope in each hour that has any, from the first hour to before the last. Hours since 1970 UTC. */
export async function listClickHours(ctx: Context, scope: Scope, first: number, last: number): Promise<HourClicks[]> {
  const counted = "sum(c.human) AS clicks, sum(c.bot + c.preview + c.prefetch) AS bots";
  const { results } = await (scope.linkNumbers === null
    ? ctx.clicks
        .prepare(
          `SELECT c.hour, ${counted} FROM owner_clicks_hourly c
            WHERE c.owner_id = ?1 AND c.hour >= ?2 AND c.hour < ?3 GROUP BY c.hour`,
        )
        .bind(scope.ownerId, first, last)
    : ctx.clicks
        .prepare(
          `SELECT c.hour, ${counted} FROM json_each(?1) e CROSS JOIN click_stats_hourly c
            ON c.link_number = e.value AND c.hour >= ?2 AND c.hour < ?3 GROUP BY c.hour`,
        )
        .bind(JSON.stringify(scope.linkNumbers), first, last)
  ).all<HourClicks>();
  return results;
}

/** Sums of order counters `o`; on days that are overdue, what has no end counts as not delivered. */
export const orderSums = (nowMs: number): SQL => sql`sum(o.orders) AS orders, sum(o.confirmed) AS confirmed,
  sum(o.shipped) AS shipped, sum(o.delivered) AS delivered, sum(o.completed) AS completed, sum(o.collected) AS collected,
  sum(o.arrived + iif(o.day < ${overdueBefore(nowMs)}, 0, o.waiting)) AS arrived, sum(o.failed) AS failed,
  sum(iif(o.day < ${overdueBefore(nowMs)}, o.waiting + o.undecided, 0)) AS overdue, sum(o.cancelled) AS cancelled,
  sum(o.refused) AS refused, sum(o.returned) AS returned, sum(o.lost) AS lost, sum(o.ordered_minor) AS orderedMinor,
  sum(o.collected_minor) AS collectedMinor, sum(o.forecast_minor) AS forecastMinor, sum(o.earned_minor) AS earnedMinor`;

/** Orders of the scope by the day they were placed, on each day that has any. */
export function listOrderDays(ctx: Context, scope: Scope, { from, to }: Period): Promise<OfDay<OrderCounts>[]> {
  const source =
    scope.linkNumbers === null
      ? sql`order_days o WHERE o.owner_id = ${scope.ownerId}`
      : sql`order_cells o WHERE ${cellsOf(scope)}`;
  return ctx.db.orm.all(
    sql`SELECT o.day, ${orderSums(ctx.now())} FROM ${source} AND o.day BETWEEN ${from} AND ${to} GROUP BY o.day`,
  );
}

export interface HourOrders {
  readonly hour: number;
  readonly orders: number;
  readonly collected: number;
  readonly earnedMinor: number;
}

/** Orders of the scope's links in each hour that has any. Days alone are counted, so these few are read. */
export function listOrderHours(ctx: Context, scope: Scope, first: number, last: number): Promise<HourOrders[]> {
  return ctx.db.orm.all(
    sql`SELECT c.ordered_at / 3600000 AS hour, count(*) AS orders, sum(c.collected_at IS NOT NULL) AS collected,
        sum(CASE WHEN k.state IN ('earned', 'available', 'paid') THEN k.amount_minor - k.reversed_minor ELSE 0 END)
          AS earnedMinor
      FROM affiliate_links l CROSS JOIN conversions c ON c.link_id = l.id
        AND c.ordered_at >= ${first * 3_600_000} AND c.ordered_at < ${last * 3_600_000}
      LEFT JOIN commissions k ON k.conversion_id = c.id
      WHERE ${linksOf(scope)} GROUP BY 1`,
  );
}
