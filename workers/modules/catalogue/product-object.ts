import type { Product } from "../../../schemas/products.ts";
import type { Context } from "../../platform/context.ts";
import { imageObject } from "./image-object.ts";
import { listImages } from "./image-queries.ts";
import { listMerchantNames } from "./queries.ts";
import { perSaleMinor } from "./rules.ts";
import { listProductStats, NO_STATS } from "./stats-queries.ts";
import type { ProductRow } from "./tables.ts";

/** The products as the API shows them, with pictures, merchants' names and figures: three reads whatever their count. */
export async function productObjects(ctx: Context, rows: readonly ProductRow[]): Promise<Product[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [images, names, stats] = await Promise.all([
    listImages(ctx, ids),
    listMerchantNames(ctx, [...new Set(rows.map(({ merchantId }) => merchantId))]),
    listProductStats(ctx, ids),
  ]);
  return rows.map((row) => ({
    ...plainProduct(row),
    merchantName: names.get(row.merchantId) ?? "",
    images: (images.get(row.id) ?? []).map((image) => imageObject(ctx, image)),
    stats: stats.get(row.id) ?? NO_STATS,
  }));
}

/** One product as the API shows it. */
export async function productObject(ctx: Context, row: ProductRow): Promise<Product> {
  const [object] = await productObjects(ctx, [row]);
  if (!object) throw new Error("a product that was read has an object");
  return object;
}

function plainProduct(row: ProductRow): Omit<Product, "merchantName" | "images" | "stats"> {
  return {
    id: row.id,
    merchantId: row.merchantId,
    kind: row.kind,
    title: { fr: row.titleFr, en: row.titleEn, ar: row.titleAr },
    description: { fr: row.descriptionFr, en: row.descriptionEn, ar: row.descriptionAr },
    priceMinor: row.priceMinor,
    currency: row.currency,
    commission: {
      type: row.commissionType,
      rateBps: row.commissionRateBps,
      amountMinor: row.commissionAmountMinor,
      perSaleMinor: perSaleMinor(row),
    },
    categoryId: row.categoryId,
    cities: [...row.cities],
    landingUrl: row.landingUrl,
    reference: row.reference,
    inStock: row.inStock,
    holdDays: row.holdDays,
    attributionDays: row.attributionDays,
    state: row.state,
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
  };
}
