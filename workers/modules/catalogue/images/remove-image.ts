import { actingAs } from "../../../core/actor.ts";
import { commit } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { productChanged } from "../../outbox/statements.ts";
import { getImage, storageKeyOf } from "../image-queries.ts";
import { deleteImage } from "../image-statements.ts";
import { getEditableProduct } from "./queries.ts";

/**
 * Takes a picture off one of the merchant's products, and its file away.
 * @throws NotFound `product.not_found`, `image.not_found` @throws Conflict `product.archived`
 */
export async function removeImage(ctx: Context, productId: string, imageId: string): Promise<void> {
  const product = await getEditableProduct(ctx, actingAs(ctx, "merchant").id, productId);
  const image = await getImage(ctx, product.id, imageId);
  await commit(ctx, [
    ...deleteImage(image),
    productChanged(ctx, product.id),
    audit(ctx, "product.image_removed", product.id, { imageId }),
  ]);
  ctx.defer(() => ctx.files.delete(storageKeyOf(image.fileKey)));
}
