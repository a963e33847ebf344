import type { ProductImage, UpdateImage } from "../../../../schemas/products.ts";
import { actingAs } from "../../../core/actor.ts";
import { commit } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { productChanged } from "../../outbox/statements.ts";
import { imageObject } from "../image-object.ts";
import { getImage } from "../image-queries.ts";
import { describeImage as describe } from "../image-statements.ts";
import { getEditableProduct } from "./queries.ts";

/**
 * Says what a picture of one of the merchant's products shows, for those who cannot see it.
 * @throws NotFound `product.not_found`, `image.not_found` @throws Conflict `product.archived`
 */
export async function describeImage(
  ctx: Context,
  productId: string,
  imageId: string,
  { alt }: UpdateImage,
): Promise<ProductImage> {
  const product = await getEditableProduct(ctx, actingAs(ctx, "merchant").id, productId);
  const image = await getImage(ctx, product.id, imageId);
  const answer = imageObject(ctx, { ...image, alt });
  await commit(
    ctx,
    [
      ...describe(image, alt),
      productChanged(ctx, product.id),
      audit(ctx, "product.image_described", product.id, { imageId }),
    ],
    { status: 200, body: answer },
  );
  return answer;
}
