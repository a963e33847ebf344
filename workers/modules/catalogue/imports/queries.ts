import { and, asc, eq, gt, isNull, ne, sql } from "drizzle-orm";
import type { Context } from "../../../platform/context.ts";
import { getProductQuota, listVerifiedHosts } from "../queries.ts";
import { categories, type ImportRow, type ProductRow, productImports, products } from "../tables.ts";
import { type CategoryNames, categoryNames } from "./category-names.ts";
import type { Known } from "./plan-import.ts";

const REFERENCES_AT_ONCE = 500;
const ROWS_AT_ONCE = 500;

/** Everything the lines of a file with these references are held against. */
export async function getKnown(ctx: Context, merchantId: string, references: readonly string[]): Promise<Known> {
  const [found, hosts, names, quota] = await Promise.all([
    listReferenced(ctx, merchantId, references),
    listVerifiedHosts(ctx, merchantId),
    getCategoryNames(ctx),
    getProductQuota(ctx, merchantId),
  ]);
  return { merchantId, products: found, hosts, categories: names, ...quota };
}

export async function getCategoryNames(ctx: Context): Promise<CategoryNames> {
  return categoryNames(await ctx.db.orm.select().from(categories).orderBy(asc(categories.id)));
}

/** The merchant's products by these references, and by id those that have none. */
export async function listReferenced(ctx: Context, merchantId: string, references: readonly string[]) {
  const found = new Map<string, ProductRow>();
  for (let start = 0; start < references.length; start += REFERENCES_AT_ONCE) {
    const some = references.slice(start, start + REFERENCES_AT_ONCE);
    const isNamed = sql`${products.reference} IN (SELECT value FROM json_each(${JSON.stringify(some)}))`;
    const ofMerchant = eq(products.merchantId, merchantId);
    for (const row of await ctx.db.orm.select().from(products).where(and(ofMerchant, isNamed)))
      if (row.reference) found.set(row.reference, row);
    const ids = some.filter((reference) => reference.startsWith("prd_"));
    if (ids.length === 0) continue;
    const isOne = sql`${products.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
    for (const row of await ctx.db.orm.select().from(products).where(and(isOne, ofMerchant)))
      if (row.reference === null && !found.has(row.id)) found.set(row.id, row);
  }
  return found;
}

/** The import of the same file that was cut off, or undefined. */
export async function findOpenImport(
  ctx: Context,
  merchantId: string,
  fileSha256: string,
): Promise<ImportRow | undefined> {
  const [row] = await ctx.db.orm
    .select()
    .from(productImports)
    .where(
      and(
        eq(productImports.merchantId, merchantId),
        eq(productImports.fileSha256, fileSha256),
        isNull(productImports.finishedAt),
      ),
    )
    .limit(1);
  return row;
}

/** The merchant's products that are not archived, the oldest first, some hundred at a time, behind `after`. */
export function listProductsToExport(ctx: Context, merchantId: string, after: string): Promise<ProductRow[]> {
  return ctx.db.orm
    .select()
    .from(products)
    .where(and(eq(products.merchantId, merchantId), gt(products.id, after), ne(products.state, "archived")))
    .orderBy(asc(products.id))
    .limit(ROWS_AT_ONCE);
}
