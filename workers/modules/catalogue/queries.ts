import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Category } from "../../../schemas/catalogue.ts";
import type { Context } from "../../platform/context.ts";
import { categories, merchantHosts, products } from "./tables.ts";

/** A product by id, or undefined. Anyone may know a product. */
export async function findProduct(ctx: Context, productId: string) {
  const [row] = await ctx.db.orm.select().from(products).where(eq(products.id, productId)).limit(1);
  return row;
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
