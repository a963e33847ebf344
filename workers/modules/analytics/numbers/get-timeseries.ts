import type { Timeseries, TimeseriesQuery } from "../../../../schemas/analytics.ts";
import { startOfDay } from "../../../core/calendar.ts";
import type { Context } from "../../../platform/context.ts";
import { datesOf } from "./get-overview.ts";
import { DAYS_MAX, FINE_DAYS_MAX, lengthOf, type Period, periodBefore, periodOf, withPeriodBefore } from "./period.ts";
import { listClickDays, listClickHours, listOrderDays, listOrderHours } from "./queries.ts";
import { getScope, type Scope } from "./scope.ts";
import { daysOf, type Moment, pointsOf, type Span, shifted, weeksOf } from "./series.ts";

const HOUR_MS = 3_600_000;

/**
 * A point for each hour, day or week (from Monday) of the period, zeros included, and of as many days before it.
 * @throws Invalid with `period.reversed`, `period.too_long` (400 days, 31 in hours) @throws NotFound `link.not_found`
 */
export async function getTimeseries(ctx: Context, query: TimeseriesQuery): Promise<Timeseries> {
  const { interval } = query;
  const period = periodOf(query, ctx.now(), ctx.locale, interval === "hour" ? FINE_DAYS_MAX : DAYS_MAX);
  const scope = await getScope(ctx, query);
  const series =
    interval === "hour"
      ? await hourSeries(ctx, scope, period)
      : await daySeries(ctx, scope, period, interval === "day" ? daysOf(period) : weeksOf(period));
  return { interval, ...datesOf(period), ...series };
}

async function daySeries(ctx: Context, scope: Scope, period: Period, spans: readonly Span[]) {
  const both = withPeriodBefore(period);
  const [clicks, orders] = await Promise.all([listClickDays(ctx, scope, both), listOrderDays(ctx, scope, both)]);
  const momentsOf = (rows: readonly (Partial<Moment> & { readonly day: number })[]) =>
    rows.map(({ day, ...counts }) => ({ ...counts, position: day }));
  const moments = [...momentsOf(clicks), ...momentsOf(orders)];
  return {
    points: pointsOf(spans, moments, startOfDay),
    previous: pointsOf(shifted(spans, -lengthOf(period)), moments, startOfDay),
  };
}

async function hourSeries(ctx: Context, scope: Scope, period: Period) {
  const before = periodBefore(period);
  const firstOf = (day: number) => startOfDay(day) / HOUR_MS;
  const [first, start, end] = [firstOf(before.from), firstOf(period.from), firstOf(period.to + 1)];
  const [clicks, orders] = await Promise.all([
    listClickHours(ctx, scope, first, end),
    listOrderHours(ctx, scope, first, end),
  ]);
  const moments = [...clicks, ...orders].map(({ hour, ...counts }) => ({ ...counts, position: hour }));
  const hours = (from: number, to: number) => daysOf({ from, to: to - 1 });
  const atHour = (hour: number) => hour * HOUR_MS;
  return {
    points: pointsOf(hours(start, end), moments, atHour),
    previous: pointsOf(hours(first, start), moments, atHour),
  };
}
