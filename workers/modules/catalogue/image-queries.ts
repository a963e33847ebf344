import { and, asc, eq, sql } from "drizzle-orm";
import { NotFound } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import { type ImageRow, productImages } from "./tables.ts";

/** The pictures of each of the products, in their order; a product without any is absent. Anyone may see them. */
export async function listImages(
  ctx: Context,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ImageRow[]>> {
  const images = new Map<string, ImageRow[]>();
  if (productIds.length === 0) return images;
  const rows = await ctx.db.orm
    .select()
    .from(productImages)
    .where(sql`${productImages.productId} IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))`)
    .orderBy(asc(productImages.productId), asc(productImages.position), asc(productImages.id));
  for (const row of rows) images.set(row.productId, [...(images.get(row.productId) ?? []), row]);
  return images;
}

/** The product's picture with the same content, or undefined. */
export async function findImageByContent(ctx: Context, productId: string, sha256: string) {
  const [row] = await ctx.db.orm
    .select()
    .from(productImages)
    .where(and(eq(productImages.productId, productId), eq(productImages.sha256, sha256)))
    .limit(1);
  return row;
}

/** A picture of the product. @throws NotFound `image.not_found` */
export async function getImage(ctx: Context, productId: string, imageId: string): Promise<ImageRow> {
  const [row] = await ctx.db.orm
    .select()
    .from(productImages)
    .where(and(eq(productImages.id, imageId), eq(productImages.productId, productId)))
    .limit(1);
  if (!row) throw new NotFound("image.not_found");
  return row;
}

/** Where everybody finds the picture: absolute, on the platform's own host. */
export function imageUrl(ctx: Pick<Context, "config">, fileKey: string): string {
  return `${ctx.config.APP_URL}/images/${fileKey}`;
}

/** Where a picture's bytes lie in the bucket. */
export const storageKeyOf = (fileKey: string) => `images/${fileKey}`;
