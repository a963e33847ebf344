import { sql } from "drizzle-orm";
import type { Context } from "../../../platform/context.ts";

/** A page for search engines: its address on our host and when it last changed (UTC epoch ms). */
export interface SitePage {
  readonly path: string;
  readonly changedAt: number | null;
}

/** Products of one file of the map: a file may have 50,000 addresses, and these are read at once. */
export const PRODUCTS_PER_FILE = 10_000;

/** How many files the active products take: by their listing's number, so that a product stays in its file. */
export async function countProductFiles(ctx: Context): Promise<number> {
  const row = await ctx.db.orm.get<{ last: number | null }>(
    sql`SELECT max(number) AS last FROM product_listings WHERE listed = 1`,
  );
  return Math.ceil(((row?.last ?? 0) + 1) / PRODUCTS_PER_FILE);
}

/** The active products of one file. */
export function listProductPages(ctx: Context, file: number): Promise<SitePage[]> {
  const from = file * PRODUCTS_PER_FILE;
  return ctx.db.orm.all<SitePage>(
    sql`SELECT '/products/' || p.id AS path, p.updated_at AS changedAt
      FROM product_listings l JOIN products p ON p.id = l.product_id
      WHERE l.listed = 1 AND l.number >= ${from} AND l.number < ${from + PRODUCTS_PER_FILE} ORDER BY l.number`,
  );
}

/** Merchants with something to sell. */
export function listMerchantPages(ctx: Context): Promise<SitePage[]> {
  return ctx.db.orm.all<SitePage>(
    sql`SELECT '/merchants/' || coalesce(m.handle, m.id) AS path, NULL AS changedAt FROM users m
      WHERE m.id IN (SELECT merchant_id FROM product_listings WHERE listed = 1) ORDER BY m.id LIMIT 40000`,
  );
}

/** Influencers' storefronts that are published. */
export function listStorefrontPages(ctx: Context): Promise<SitePage[]> {
  return ctx.db.orm.all<SitePage>(
    sql`SELECT '/@' || u.handle AS path, s.updated_at AS changedAt FROM storefronts s JOIN users u ON u.id = s.user_id
      WHERE s.published = 1 AND u.handle IS NOT NULL AND u.state = 'active' AND u.deleted_at IS NULL
      ORDER BY s.user_id LIMIT 40000`,
  );
}
