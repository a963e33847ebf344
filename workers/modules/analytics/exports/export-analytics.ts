import type { ExportQuery } from "../../../../schemas/analytics.ts";
import { dayText } from "../../../core/calendar.ts";
import { csvLine } from "../../../core/csv-line.ts";
import { csvStream } from "../../../core/csv-stream.ts";
import type { Context } from "../../../platform/context.ts";
import { listClicksOfLinks, listOrdersBy, listScopeLinks } from "../breakdowns/queries.ts";
import { PARAMETERS } from "../breakdowns/rules.ts";
import { DAYS_MAX, FINE_DAYS_MAX, type Period, periodOf } from "../numbers/period.ts";
import { listClickDays, listOrderDays } from "../numbers/queries.ts";
import { NO_CLICKS, NO_ORDERS, numbersOf } from "../numbers/rules.ts";
import { getScope, type Scope } from "../numbers/scope.ts";
import { listAllClicks } from "../retention/list-all-clicks.ts";
import { CLICK_HEADINGS, DAY_HEADING, LINK_HEADINGS, NUMBER_HEADINGS } from "./columns.ts";
import { clickCells, linkCells, numberCells } from "./lines.ts";

export interface ExportedFile {
  readonly file: ReadableStream<Uint8Array>;
  readonly name: string;
}

/**
 * Days, links or raw clicks of a period as a CSV in the caller's language, sent while it is read. Raw clicks come from the
 * archive too, and are nobody's: neither visitor nor address is in the file.
 * @throws Invalid with `period.reversed`, `period.too_long` (400 days, 31 of raw clicks) @throws NotFound `link.not_found`
 */
export async function exportAnalytics(ctx: Context, query: ExportQuery): Promise<ExportedFile> {
  const { what } = query;
  const period = periodOf(query, ctx.now(), ctx.locale, what === "clicks" ? FINE_DAYS_MAX : DAYS_MAX);
  const scope = await getScope(ctx, query);
  const lines = { days: dayLines, links: linkLines, clicks: clickLines }[what](ctx, scope, period);
  return { file: csvStream(lines), name: `${what}-${dayText(period.from)}-${dayText(period.to)}.csv` };
}

async function* dayLines(ctx: Context, scope: Scope, period: Period): AsyncGenerator<string, void, void> {
  const { locale } = ctx;
  yield csvLine(
    [DAY_HEADING, ...NUMBER_HEADINGS].map((heading) => heading[locale]),
    locale,
  );
  const [clickDays, orderDays] = await Promise.all([
    listClickDays(ctx, scope, period),
    listOrderDays(ctx, scope, period),
  ]);
  const clicksOf = new Map(clickDays.map((counts) => [counts.day, counts]));
  const ordersOf = new Map(orderDays.map((counts) => [counts.day, counts]));
  for (let day = period.from; day <= period.to; day++) {
    const numbers = numbersOf(clicksOf.get(day) ?? NO_CLICKS, ordersOf.get(day) ?? NO_ORDERS);
    yield csvLine([dayText(day), ...numberCells(numbers, locale)], locale);
  }
}

async function* linkLines(ctx: Context, scope: Scope, period: Period): AsyncGenerator<string, void, void> {
  const { locale } = ctx;
  yield csvLine(
    [...LINK_HEADINGS, ...NUMBER_HEADINGS].map((heading) => heading[locale]),
    locale,
  );
  const [links, orders] = await Promise.all([listScopeLinks(ctx, scope), listOrdersBy(ctx, scope, period, "link")]);
  const numbers = links.map(({ number }) => number);
  const [clicks, cells] = await Promise.all([listClicksOfLinks(ctx, numbers, period), linkCells(ctx, links)]);
  const clicksOf = new Map(clicks.map((counts) => [counts.number, counts]));
  const ordersOf = new Map(orders.map((counts) => [counts.key, counts]));
  for (const { id, number } of links) {
    const counted = numbersOf(clicksOf.get(number) ?? NO_CLICKS, ordersOf.get(id) ?? NO_ORDERS);
    yield csvLine([...(cells.get(id) ?? []), ...numberCells(counted, locale)], locale);
  }
}

async function* clickLines(ctx: Context, scope: Scope, period: Period): AsyncGenerator<string, void, void> {
  const { locale } = ctx;
  yield csvLine([...CLICK_HEADINGS.map((heading) => heading[locale]), ...PARAMETERS], locale);
  const links = await listScopeLinks(ctx, scope);
  const slugs = new Map(links.map(({ number, slug }) => [number, slug]));
  for await (const clicks of listAllClicks(ctx, [...slugs.keys()], period))
    yield clicks.map((click) => csvLine(clickCells(click, slugs.get(click.link) ?? "", locale), locale)).join("");
}
