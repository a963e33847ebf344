import { sql } from "drizzle-orm";
import type { Storefront } from "../../../schemas/storefronts.ts";
import type { Context } from "../../platform/context.ts";
import { imageObject } from "../catalogue/image-object.ts";
import { listImages } from "../catalogue/image-queries.ts";

export type ShownProduct = Storefront["items"][number]["product"];

interface Row {
  readonly id: string;
  readonly titleFr: string;
  readonly titleEn: string | null;
  readonly titleAr: string | null;
  readonly merchantName: string;
  readonly priceMinor: number;
  readonly currency: string;
  readonly inStock: 0 | 1;
}

const IMAGES_SHOWN = 1;

/** The products of the ids as a storefront shows them, each with its first picture: two reads whatever their count. */
export async function shownProducts(
  ctx: Context,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, ShownProduct>> {
  if (productIds.length === 0) return new Map();
  const [rows, images] = await Promise.all([
    ctx.db.orm.all<Row>(
      sql`SELECT p.id, p.title_fr AS titleFr, p.title_en AS titleEn, p.title_ar AS titleAr, m.display_name AS merchantName,
          p.price_minor AS priceMinor, p.currency, p.in_stock AS inStock
        FROM products p JOIN users m ON m.id = p.merchant_id
        WHERE p.id IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))`,
    ),
    listImages(ctx, productIds),
  ]);
  return new Map(
    rows.map(({ titleFr, titleEn, titleAr, inStock, ...row }) => [
      row.id,
      {
        ...row,
        title: { fr: titleFr, en: titleEn, ar: titleAr },
        inStock: inStock === 1,
        images: (images.get(row.id) ?? []).slice(0, IMAGES_SHOWN).map((image) => imageObject(ctx, image)),
      },
    ]),
  );
}
