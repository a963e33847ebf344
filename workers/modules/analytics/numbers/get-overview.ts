import type { Funnel, Overview, OverviewQuery } from "../../../../schemas/analytics.ts";
import { dayText } from "../../../core/calendar.ts";
import type { Context } from "../../../platform/context.ts";
import { type Period, periodBefore, periodOf, withPeriodBefore } from "./period.ts";
import { listClickDays, listOrderDays } from "./queries.ts";
import { NO_CLICKS, NO_ORDERS, numbersOf, quotient, sumCounts, within } from "./rules.ts";
import { getScope } from "./scope.ts";

/**
 * The numbers of a period and of as many days before it, from counters alone. Orders count on the day they were placed.
 * @throws Invalid with `period.reversed`, `period.too_long` @throws NotFound `link.not_found`
 */
export async function getOverview(ctx: Context, query: OverviewQuery): Promise<Overview> {
  const period = periodOf(query, ctx.now(), ctx.locale);
  const scope = await getScope(ctx, query);
  const both = withPeriodBefore(period);
  const [clicks, orders] = await Promise.all([listClickDays(ctx, scope, both), listOrderDays(ctx, scope, both)]);
  const numbersIn = (days: Period) =>
    numbersOf(sumCounts(NO_CLICKS, within(clicks, days)), sumCounts(NO_ORDERS, within(orders, days)));
  return { ...datesOf(period), numbers: numbersIn(period), previous: numbersIn(periodBefore(period)) };
}

/** How far the clicks and orders of a period came; each step's share of the one before. @throws as `getOverview` */
export async function getFunnel(ctx: Context, query: OverviewQuery): Promise<Funnel> {
  const period = periodOf(query, ctx.now(), ctx.locale);
  const scope = await getScope(ctx, query);
  const [clickDays, orderDays] = await Promise.all([
    listClickDays(ctx, scope, period),
    listOrderDays(ctx, scope, period),
  ]);
  const { clicks } = sumCounts(NO_CLICKS, clickDays);
  const of = sumCounts(NO_ORDERS, orderDays);
  const counts = [
    ["clicks", clicks],
    ["orders", of.orders],
    ["confirmed", of.confirmed],
    ["shipped", of.shipped],
    ["delivered", of.delivered],
    ["collected", of.completed],
  ] as const;
  const steps = counts.map(([step, count], index) => {
    const before = counts[index - 1];
    return { step, count, rateBps: before === undefined ? null : quotient(count * 10_000, before[1]) };
  });
  const { cancelled, refused, returned, lost } = of;
  return { ...datesOf(period), steps, ended: { cancelled, refused, returned, lost } };
}

export const datesOf = ({ from, to }: Period) => ({ from: dayText(from), to: dayText(to) });
