import type { AnalyticsNumbers } from "../../../../schemas/analytics.ts";
import type { Locale } from "../../../../schemas/users.ts";
import { clockText } from "../../../core/calendar.ts";
import { decimalText } from "../../../core/decimal-text.ts";
import type { Context } from "../../../platform/context.ts";
import { listDisplayNames, listProductTitles, type ScopeLink } from "../breakdowns/queries.ts";
import { PARAMETERS } from "../breakdowns/rules.ts";
import type { RawClick } from "../retention/rules.ts";
import { VISIT_WORDS } from "./columns.ts";

/** The numbers in the order of their headings, money in dirhams. */
export function numberCells(numbers: AnalyticsNumbers, locale: Locale): string[] {
  const mad = (amountMinor: number) => decimalText(amountMinor, locale);
  return [
    ...[
      numbers.clicks,
      numbers.bots,
      numbers.visitors,
      numbers.scans,
      numbers.orders,
      numbers.confirmed,
      numbers.shipped,
      numbers.delivered,
      numbers.collected,
      numbers.returned,
      numbers.cancelled,
    ].map(String),
    mad(numbers.orderedMinor),
    mad(numbers.collectedMinor),
    mad(numbers.forecastMinor),
    mad(numbers.earnedMinor),
  ];
}

/** What the links are called, in the order of their headings. */
export async function linkCells(ctx: Context, links: readonly ScopeLink[]): Promise<ReadonlyMap<string, string[]>> {
  const [titles, names] = await Promise.all([
    listProductTitles(ctx, [...new Set(links.map(({ productId }) => productId))]),
    listDisplayNames(ctx, [...new Set(links.flatMap(({ influencerId, merchantId }) => [influencerId, merchantId]))]),
  ]);
  return new Map(
    links.map(({ id, slug, title, productId, influencerId, merchantId }) => [
      id,
      [
        slug,
        title ?? "",
        ...[titles.get(productId), names.get(influencerId), names.get(merchantId)].map((name) => name ?? ""),
      ],
    ]),
  );
}

/** A raw click without its visitor, in the order of its headings. */
export function clickCells(click: RawClick, slug: string, locale: Locale): string[] {
  const brought = parametersOf(click.params);
  return [
    clockText(click.at),
    slug,
    VISIT_WORDS[click.class][locale],
    click.reason ?? "",
    click.country ?? "",
    click.city ?? "",
    click.device ?? "",
    click.source ?? "",
    click.referrer ?? "",
    ...PARAMETERS.map((name) => brought.get(name) ?? ""),
  ];
}

function parametersOf(params: string | null): ReadonlyMap<string, string> {
  if (params === null) return new Map();
  try {
    return new Map(Object.entries(JSON.parse(params)).map(([name, value]) => [name, String(value)]));
  } catch {
    return new Map();
  }
}
