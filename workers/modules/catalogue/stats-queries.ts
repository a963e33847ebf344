import { sql } from "drizzle-orm";
import type { Product } from "../../../schemas/products.ts";
import type { Context } from "../../platform/context.ts";

/** What a product without clicks and orders shows. */
export const NO_STATS: Product["stats"] = { epcMinor: null, deliveryRateBps: null, conversions: 0 };

/**
 * The figures of the products' last 90 days as last computed (every ten minutes); a product nobody has a link to is absent.
 * `epcMinor`: net commission earned in centimes ÷ human clicks. `deliveryRateBps`: delivered orders ÷ orders that ended.
 */
export async function listProductStats(
  ctx: Context,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, Product["stats"]>> {
  if (productIds.length === 0) return new Map();
  const rows = await ctx.db.orm.all<Product["stats"] & { productId: string }>(
    sql`SELECT product_id AS productId, epc_minor AS epcMinor, delivery_rate_bps AS deliveryRateBps, conversions
      FROM product_stats WHERE product_id IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))`,
  );
  return new Map(rows.map(({ productId, ...stats }) => [productId, stats]));
}
