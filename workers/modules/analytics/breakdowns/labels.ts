import { sql } from "drizzle-orm";
import type { Breakdown } from "../../../../schemas/analytics.ts";
import { CITIES } from "../../../../schemas/cities.ts";
import type { Locale } from "../../../../schemas/users.ts";
import type { Context } from "../../../platform/context.ts";
import { listDisplayNames, listProductTitles } from "./queries.ts";
import { OTHERS } from "./rules.ts";

/** What people call the keys of a breakdown, in the caller's language; none where the key speaks for itself. */
export async function labelsOf(
  ctx: Context,
  by: Breakdown,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  switch (by) {
    case "link":
      return listLinkNames(ctx, keys);
    case "product":
      return listProductTitles(ctx, keys);
    case "influencer":
    case "merchant":
      return listDisplayNames(ctx, keys);
    case "city":
      return new Map(keys.flatMap((key) => (key === OTHERS ? [] : [[key, cityName(key, ctx.locale)] as const])));
    default:
      return new Map(keys.flatMap((key) => (key === OTHERS ? [] : [[key, key] as const])));
  }
}

function cityName(key: string, locale: Locale): string {
  const city = CITIES.find((one) => one.key === key);
  return city === undefined || locale === "fr" ? key : city[locale];
}

async function listLinkNames(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db.orm.all<{ id: string; label: string }>(
    sql`SELECT l.id, coalesce(nullif(l.title, ''), l.slug) AS label FROM affiliate_links l
      WHERE l.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  );
  return new Map(rows.map(({ id, label }) => [id, label]));
}
