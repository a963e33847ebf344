import type { ProductImage } from "../../../../schemas/products.ts";
import { actingAs } from "../../../core/actor.ts";
import { sha256HexOf } from "../../../core/digest.ts";
import { type CleanImage, cleanImage } from "../../../core/images/clean-image.ts";
import { IMAGE_EXTENSIONS } from "../../../core/images/image-type.ts";
import { commit } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { productChanged } from "../../outbox/statements.ts";
import { imageObject } from "../image-object.ts";
import { findImageByContent, storageKeyOf } from "../image-queries.ts";
import { insertImage } from "../image-statements.ts";
import type { ImageRow } from "../tables.ts";
import { getEditableProduct } from "./queries.ts";

export interface AddedImage {
  readonly isNew: boolean;
  readonly image: ProductImage;
}

/**
 * Adds a picture to one of the merchant's products, behind those it has; the same picture twice is the same image.
 * @throws NotFound `product.not_found` @throws Conflict `product.archived`, `image.limit_reached`
 * @throws Invalid `image.type_unsupported`, `image.unreadable`, `image.too_many_pixels`, `image.carries_metadata`
 */
export async function addImage(ctx: Context, productId: string, file: Blob, alt: string): Promise<AddedImage> {
  const product = await getEditableProduct(ctx, actingAs(ctx, "merchant").id, productId);
  const picture = cleanImage(new Uint8Array(await file.arrayBuffer()));
  const sha256 = await sha256HexOf(picture.bytes);
  const known = await findImageByContent(ctx, product.id, sha256);
  if (known) return { isNew: false, image: imageObject(ctx, known) };
  const row = draftImage(ctx, product.id, picture, sha256, alt);
  await ctx.files.put(storageKeyOf(row.fileKey), picture.bytes, { httpMetadata: { contentType: picture.type } });
  return keep(ctx, row);
}

type NewImage = Omit<ImageRow, "position">;

function draftImage(ctx: Context, productId: string, picture: CleanImage, sha256: string, alt: string): NewImage {
  const id = ctx.newId("img");
  return {
    id,
    productId,
    fileKey: `${id}.${IMAGE_EXTENSIONS[picture.type]}`,
    contentType: picture.type,
    width: picture.width,
    height: picture.height,
    bytes: picture.bytes.length,
    alt,
    sha256,
    createdAt: ctx.now(),
  };
}

// The file is there before its row, so that no row is ever without its file. Whatever the commit says, the row decides.
async function keep(ctx: Context, row: NewImage): Promise<AddedImage> {
  try {
    await commit(ctx, [
      insertImage(row),
      productChanged(ctx, row.productId),
      audit(ctx, "product.image_added", row.productId, { imageId: row.id, bytes: row.bytes }),
    ]);
  } catch (failure) {
    const kept = await findImageByContent(ctx, row.productId, row.sha256);
    if (kept?.id !== row.id) await ctx.files.delete(storageKeyOf(row.fileKey));
    if (!kept) throw failure;
    return { isNew: kept.id === row.id, image: imageObject(ctx, kept) };
  }
  return { isNew: true, image: imageObject(ctx, row) };
}
