import type { BreakdownAnswer, BreakdownQuery } from "../../../../schemas/analytics.ts";
import type { Context } from "../../../platform/context.ts";
import { datesOf } from "../numbers/get-overview.ts";
import { type Period, periodOf } from "../numbers/period.ts";
import { listClickDays } from "../numbers/queries.ts";
import { NO_CLICKS, numbersOf, sumCounts, unrelatedNumbersOf } from "../numbers/rules.ts";
import { getScope, type Scope } from "../numbers/scope.ts";
import { labelsOf } from "./labels.ts";
import { cityValue, type Part, partsOf, placed, withUnknown } from "./parts.ts";
import { listClicksOfLinks, listDimensionCounts, listOrdersBy, listScopeLinks, type OrderKey } from "./queries.ts";
import { type Dimension, PARAMETERS } from "./rules.ts";

type LinkKey = Exclude<OrderKey, "city" | "courier">;

/**
 * A period's numbers for each link, product, partner, place, device, app, referrer, parameter or courier, largest first.
 * @throws Invalid with `period.reversed`, `period.too_long` @throws NotFound `link.not_found`
 */
export async function getBreakdown(ctx: Context, query: BreakdownQuery): Promise<BreakdownAnswer> {
  const { by, limit } = query;
  const period = periodOf(query, ctx.now(), ctx.locale);
  const scope = await getScope(ctx, query);
  const parts = placed(await partsBy(ctx, scope, period, by), by === "city" || by === "courier" ? "orders" : "clicks");
  const shown = parts.slice(0, limit);
  const labels = await labelsOf(
    ctx,
    by,
    shown.flatMap(({ key }) => (key === null ? [] : [key])),
  );
  const numbers = isOfLinks(by) ? numbersOf : unrelatedNumbersOf;
  const rows = shown.map(({ key, clicks, orders }) => ({
    key,
    label: key === null ? null : (labels.get(key) ?? null),
    numbers: numbers(clicks, orders),
  }));
  return { by, ...datesOf(period), rows };
}

const isOfLinks = (by: BreakdownQuery["by"]): by is LinkKey =>
  by === "link" || by === "product" || by === "influencer" || by === "merchant";

function partsBy(ctx: Context, scope: Scope, period: Period, by: BreakdownQuery["by"]): Promise<Part[]> {
  if (isOfLinks(by)) return partsOfLinks(ctx, scope, period, by);
  switch (by) {
    case "city":
      return partsOfCities(ctx, scope, period);
    case "courier":
      return listOrdersBy(ctx, scope, period, by).then((orders) => partsOf([], orders));
    case "utm":
      return partsOfParameters(ctx, scope, period);
    default:
      return partsOfDimension(ctx, scope, period, by);
  }
}

async function partsOfLinks(ctx: Context, scope: Scope, period: Period, by: LinkKey): Promise<Part[]> {
  const [links, orders] = await Promise.all([listScopeLinks(ctx, scope), listOrdersBy(ctx, scope, period, by)]);
  const keys = new Map(
    links.map((link) => [
      link.number,
      { link: link.id, product: link.productId, influencer: link.influencerId, merchant: link.merchantId }[by],
    ]),
  );
  const clicks = await listClicksOfLinks(ctx, [...keys.keys()], period);
  return partsOf(
    clicks.map(({ number, ...counts }) => ({ ...counts, key: keys.get(number) ?? "" })),
    orders,
  );
}

async function partsOfDimension(ctx: Context, scope: Scope, period: Period, by: Dimension): Promise<Part[]> {
  const [counts, total] = await Promise.all([
    listDimensionCounts(ctx, scope, period, [by]),
    totalClicks(ctx, scope, period),
  ]);
  return withUnknown(partsOf(counts.map(asClicks), []), total);
}

// Each parameter by itself, as `name=value`: nobody is without a parameter, so "not known" is not among them.
async function partsOfParameters(ctx: Context, scope: Scope, period: Period): Promise<Part[]> {
  const counts = await listDimensionCounts(ctx, scope, period, PARAMETERS);
  return partsOf(
    counts.map((count) => ({ ...asClicks(count), key: `${count.dimension}=${count.value}` })),
    [],
  );
}

// Clicks by where the visitor was, orders by where the parcel goes.
async function partsOfCities(ctx: Context, scope: Scope, period: Period): Promise<Part[]> {
  const [counts, total, orders] = await Promise.all([
    listDimensionCounts(ctx, scope, period, ["city"]),
    totalClicks(ctx, scope, period),
    listOrdersBy(ctx, scope, period, "city"),
  ]);
  const clicks = counts.map((count) => ({ ...asClicks(count), key: cityValue(count.value) }));
  return withUnknown(partsOf(clicks, orders), total);
}

const totalClicks = async (ctx: Context, scope: Scope, period: Period) =>
  sumCounts(NO_CLICKS, await listClickDays(ctx, scope, period));

const asClicks = ({ value, clicks, bots }: { value: string; clicks: number; bots: number }) => ({
  ...NO_CLICKS,
  key: value,
  clicks,
  bots,
});
