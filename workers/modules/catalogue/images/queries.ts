import { Conflict, NotFound } from "../../../core/errors.ts";
import type { Context } from "../../../platform/context.ts";
import { storageKeyOf } from "../image-queries.ts";
import { findProduct } from "../queries.ts";
import type { ProductRow } from "../tables.ts";

const FILE_KEY = /^img_[0-9a-z]{26}\.(?:jpg|png|webp|avif)$/;

/** The merchant's own product while it may still change. @throws NotFound `product.not_found` @throws Conflict `product.archived` */
export async function getEditableProduct(ctx: Context, merchantId: string, productId: string): Promise<ProductRow> {
  const product = await findProduct(ctx, productId);
  if (product?.merchantId !== merchantId) throw new NotFound("product.not_found");
  if (product.state === "archived") throw new Conflict("product.archived");
  return product;
}

/** A picture's file by its public name. @throws NotFound `image.not_found` */
export async function getImageFile(ctx: Context, fileKey: string): Promise<R2ObjectBody> {
  const file = FILE_KEY.test(fileKey) ? await ctx.files.get(storageKeyOf(fileKey)) : null;
  if (!file) throw new NotFound("image.not_found");
  return file;
}
