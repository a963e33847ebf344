import { and, asc, desc, eq, isNotNull, lt, ne, sql } from "drizzle-orm";
import type { Category } from "../../../schemas/catalogue.ts";
import type { Page } from "../../../schemas/page.ts";
import type { OwnProductQuery } from "../../../schemas/products.ts";
import { actingAs } from "../../core/actor.ts";
import { NotFound } from "../../core/errors.ts";
import { pageFrom } from "../../db/page.ts";
import type { Context } from "../../platform/context.ts";
import { categories, type HostRow, merchantHosts, type ProductRow, products } from "./tables.ts";

/** A product by id, or undefined. Anyone may know a product. */
export async function findProduct(ctx: Context, productId: string) {
  const [row] = await ctx.db.orm.select().from(products).where(eq(products.id, productId)).limit(1);
  return row;
}

/** The merchant's own product, whatever its state. @throws NotFound `product.not_found`, for somebody else's as for none */
export async function getOwnProduct(ctx: Context, productId: string): Promise<ProductRow> {
  const merchant = actingAs(ctx, "merchant");
  const row = await findProduct(ctx, productId);
  if (row?.merchantId !== merchant.id) throw new NotFound("product.not_found");
  return row;
}

/**
 * A product that may be shown, of a merchant who is not suspended: active or paused to anyone, archived to its merchant.
 * @throws NotFound `product.not_found`
 */
export async function getVisibleProduct(ctx: Context, productId: string): Promise<ProductRow> {
  const hasMerchant = sql`EXISTS (SELECT 1 FROM users WHERE id = ${products.merchantId} AND state = 'active' AND deleted_at IS NULL)`;
  const [row] = await ctx.db.orm
    .select()
    .from(products)
    .where(and(eq(products.id, productId), hasMerchant))
    .limit(1);
  const isOwn = ctx.actor.role === "merchant" && ctx.actor.id === row?.merchantId;
  if (!row || (row.state === "archived" && !isOwn)) throw new NotFound("product.not_found");
  return row;
}

/** The merchant's own products, newest first; `q` is part of a title or the start of a reference. */
export async function listOwnProducts(ctx: Context, query: OwnProductQuery): Promise<Page<ProductRow>> {
  const merchant = actingAs(ctx, "merchant");
  const like = query.q ? `%${query.q.replace(/[\\%_]/g, "\\$&")}%` : undefined;
  const rows = await ctx.db.orm
    .select()
    .from(products)
    .where(
      and(
        eq(products.merchantId, merchant.id),
        query.state ? eq(products.state, query.state) : undefined,
        query.cursor ? lt(products.id, query.cursor) : undefined,
        like
          ? sql`(${products.titleFr} LIKE ${like} ESCAPE '\\' OR ${products.titleAr} LIKE ${like} ESCAPE '\\'
            OR ${products.titleEn} LIKE ${like} ESCAPE '\\' OR ${products.reference} LIKE ${like} ESCAPE '\\')`
          : undefined,
      ),
    )
    .orderBy(desc(products.id))
    .limit(query.limit + 1);
  return pageFrom(rows, query.limit, ({ id }) => id);
}

/** How many of the merchant's products are active, and how many may be; null is no limit. */
export async function getProductQuota(ctx: Context, merchantId: string) {
  const row = await ctx.db.orm.get<{ productsActive: number; maxCount: number }>(sql`
    SELECT (SELECT count(*) FROM products p WHERE p.merchant_id = q.merchant_id AND p.state = 'active') AS productsActive,
      q.max_count AS maxCount FROM product_quotas q WHERE q.merchant_id = ${merchantId}`);
  const { productsActive = 0, maxCount = 0 } = row ?? {};
  return { productsActive, productsMax: maxCount === Number.MAX_SAFE_INTEGER ? null : maxCount };
}

/** Display names of the users, for what is shown of their products. */
export async function listMerchantNames(
  ctx: Context,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db.orm.all<{ id: string; name: string }>(
    sql`SELECT id, display_name AS name FROM users WHERE id IN (SELECT value FROM json_each(${JSON.stringify(userIds)}))`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function hasCategory(ctx: Context, categoryId: string): Promise<boolean> {
  const rows = await ctx.db.orm.select({ id: categories.id }).from(categories).where(eq(categories.id, categoryId));
  return rows.length > 0;
}

/** The merchant's sites, oldest first: a handful. */
export function listHosts(ctx: Context): Promise<HostRow[]> {
  return ctx.db.orm
    .select()
    .from(merchantHosts)
    .where(eq(merchantHosts.merchantId, actingAs(ctx, "merchant").id))
    .orderBy(asc(merchantHosts.id));
}

/** The merchant's own site. @throws NotFound `host.not_found`, for somebody else's as for none */
export async function getHost(ctx: Context, hostId: string): Promise<HostRow> {
  const own = eq(merchantHosts.merchantId, actingAs(ctx, "merchant").id);
  const [row] = await ctx.db.orm
    .select()
    .from(merchantHosts)
    .where(and(eq(merchantHosts.id, hostId), own))
    .limit(1);
  if (!row) throw new NotFound("host.not_found");
  return row;
}

/** Landing pages of the merchant's products that are not archived. */
export async function listLandingUrls(ctx: Context, merchantId: string): Promise<string[]> {
  const rows = await ctx.db.orm
    .selectDistinct({ url: products.landingUrl })
    .from(products)
    .where(and(eq(products.merchantId, merchantId), ne(products.state, "archived")));
  return rows.map(({ url }) => url);
}

/** Whether a merchant has proven to own the host, or one that it lies below. */
export async function isVerifiedHost(ctx: Context, hostname: string): Promise<boolean> {
  const labels = hostname.split(".");
  const names = labels.map((_, index) => labels.slice(index).join("."));
  const row = await ctx.db.d1
    .prepare(
      "SELECT 1 FROM merchant_hosts WHERE verified_at IS NOT NULL AND host IN (SELECT value FROM json_each(?1)) LIMIT 1",
    )
    .bind(JSON.stringify(names))
    .first();
  return row !== null;
}

/** Hosts the merchant has proven to own. */
export async function listVerifiedHosts(ctx: Context, merchantId: string): Promise<string[]> {
  const rows = await ctx.db.orm
    .select({ host: merchantHosts.host })
    .from(merchantHosts)
    .where(and(eq(merchantHosts.merchantId, merchantId), isNotNull(merchantHosts.verifiedAt)));
  return rows.map(({ host }) => host);
}

/** All categories in the order they are shown; anyone may know them. */
export async function listCategories(ctx: Context): Promise<Category[]> {
  const rows = await ctx.db.orm.select().from(categories).orderBy(asc(categories.position), asc(categories.id));
  return rows.map(({ id, parentId, nameFr, nameEn, nameAr }) => ({
    id,
    parentId,
    name: { fr: nameFr, en: nameEn, ar: nameAr },
  }));
}
