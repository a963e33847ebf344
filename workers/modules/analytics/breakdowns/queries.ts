import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../../../platform/context.ts";
import type { Period } from "../numbers/period.ts";
import { orderSums } from "../numbers/queries.ts";
import type { ClickCounts, OrderCounts } from "../numbers/rules.ts";
import { cellsOf, linksOf, type Scope } from "../numbers/scope.ts";
import type { Dimension } from "./rules.ts";

export interface DimensionCount {
  readonly dimension: Dimension;
  readonly value: string;
  readonly clicks: number;
  readonly bots: number;
}

/** How the scope's hits of the period spread over the values of the dimensions. */
export async function listDimensionCounts(
  ctx: Context,
  scope: Scope,
  { from, to }: Period,
  dimensions: readonly Dimension[],
): Promise<DimensionCount[]> {
  const [source, key] =
    scope.linkNumbers === null
      ? ["owner_breakdowns b CROSS JOIN json_each(b.counts) c WHERE b.owner_id = ?1 AND", scope.ownerId]
      : [
          "json_each(?1) e CROSS JOIN click_breakdowns b ON b.link_number = e.value CROSS JOIN json_each(b.counts) c WHERE",
          JSON.stringify(scope.linkNumbers),
        ];
  const { results } = await ctx.clicks
    .prepare(
      `SELECT c.value ->> 0 AS dimension, c.value ->> 1 AS value, sum(c.value ->> 2) AS clicks, sum(c.value ->> 3) AS bots
        FROM ${source} b.day BETWEEN ?2 AND ?3 AND c.value ->> 0 IN (SELECT value FROM json_each(?4)) GROUP BY 1, 2`,
    )
    .bind(key, from, to, JSON.stringify(dimensions))
    .all<DimensionCount>();
  return results;
}

export interface ScopeLink {
  readonly number: number;
  readonly id: string;
  readonly slug: string;
  readonly title: string | null;
  readonly productId: string;
  readonly influencerId: string;
  readonly merchantId: string;
}

/** The scope's links, deleted ones included: their clicks still count. */
export function listScopeLinks(ctx: Context, scope: Scope): Promise<ScopeLink[]> {
  return ctx.db.orm.all(
    sql`SELECT l.number, l.id, l.slug, l.title, l.product_id AS productId, l.influencer_id AS influencerId,
        l.merchant_id AS merchantId
      FROM affiliate_links l WHERE ${linksOf(scope)} ORDER BY l.number`,
  );
}

/** Hits of each of the links in the period; none of a link without any. */
export async function listClicksOfLinks(
  ctx: Context,
  linkNumbers: readonly number[],
  { from, to }: Period,
): Promise<(ClickCounts & { number: number })[]> {
  const { results } = await ctx.clicks
    .prepare(
      `SELECT c.link_number AS number, sum(c.human) AS clicks, sum(c.bot + c.preview + c.prefetch) AS bots,
          sum(c.visitors) AS visitors, sum(c.scans) AS scans
        FROM json_each(?1) e CROSS JOIN click_stats_daily c ON c.link_number = e.value AND c.day BETWEEN ?2 AND ?3
        GROUP BY c.link_number`,
    )
    .bind(JSON.stringify(linkNumbers), from, to)
    .all<ClickCounts & { number: number }>();
  return results;
}

export type OrderKey = "link" | "product" | "influencer" | "merchant" | "city" | "courier";

const KEY_COLUMNS: Readonly<Record<OrderKey, SQL>> = {
  link: sql`o.link_id`,
  product: sql`o.product_id`,
  influencer: sql`o.influencer_id`,
  merchant: sql`o.merchant_id`,
  city: sql`o.city`,
  courier: sql`o.courier`,
};

/** Orders of the scope placed in the period, for each value of the key; '' is not known. */
export function listOrdersBy(
  ctx: Context,
  scope: Scope,
  { from, to }: Period,
  key: OrderKey,
): Promise<(OrderCounts & { key: string })[]> {
  return ctx.db.orm.all(
    sql`SELECT ${KEY_COLUMNS[key]} AS key, ${orderSums(ctx.now())} FROM order_cells o
      WHERE ${cellsOf(scope)} AND o.day BETWEEN ${from} AND ${to} GROUP BY 1`,
  );
}

/** Titles of products in the caller's language. */
export async function listProductTitles(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const title = {
    fr: sql`p.title_fr`,
    en: sql`coalesce(p.title_en, p.title_fr)`,
    ar: sql`coalesce(p.title_ar, p.title_fr)`,
  };
  const rows = await ctx.db.orm.all<{ id: string; label: string }>(
    sql`SELECT p.id, ${title[ctx.locale]} AS label FROM products p
      WHERE p.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  );
  return new Map(rows.map(({ id, label }) => [id, label]));
}

/** Names of merchants and influencers as everyone sees them. */
export async function listDisplayNames(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db.orm.all<{ id: string; label: string }>(
    sql`SELECT u.id, u.display_name AS label FROM users u
      WHERE u.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  );
  return new Map(rows.map(({ id, label }) => [id, label]));
}
