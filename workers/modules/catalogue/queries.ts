import { and, eq, isNotNull } from "drizzle-orm";
import type { Context } from "../../platform/context.ts";
import { merchantHosts, products } from "./tables.ts";

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
