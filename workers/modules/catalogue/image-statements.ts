import { sql } from "drizzle-orm";
import { Invalid } from "../../core/errors.ts";
import { guarded, type Statement } from "../../db/commit.ts";
import type { ImageRow } from "./tables.ts";

/** Adds a picture behind those that are there; a ninth aborts the commit (Conflict `image.limit_reached`). */
export function insertImage(row: Omit<ImageRow, "position">): Statement {
  return sql`INSERT INTO product_images
    (id, product_id, position, file_key, content_type, width, height, bytes, alt, sha256, created_at)
    SELECT ${row.id}, ${row.productId},
      coalesce((SELECT max(i.position) + 1 FROM product_images i WHERE i.product_id = ${row.productId}), 0),
      ${row.fileKey}, ${row.contentType}, ${row.width}, ${row.height}, ${row.bytes}, ${row.alt}, ${row.sha256},
      ${row.createdAt}`;
}

/** Takes the picture away; its file goes once this is committed. */
export function deleteImage({ id, productId }: ImageRow): Statement[] {
  return guarded(sql`DELETE FROM product_images WHERE id = ${id} AND product_id = ${productId}`);
}

/** Says what the picture shows, to those who cannot see it. */
export function describeImage({ id, productId }: ImageRow, alt: string): Statement[] {
  return guarded(sql`UPDATE product_images SET alt = ${alt} WHERE id = ${id} AND product_id = ${productId}`);
}

/**
 * Puts the product's pictures in the order of the ids, which must be all of its own: one that came or went meanwhile is a
 * lost race. @throws Invalid `request.invalid` when the ids are not those of `images`
 */
export function orderImages(
  productId: string,
  images: readonly Pick<ImageRow, "id">[],
  imageIds: readonly string[],
): Statement[] {
  const own = new Set(images.map(({ id }) => id));
  if (imageIds.length !== own.size || new Set(imageIds).size !== own.size || imageIds.some((id) => !own.has(id)))
    throw new Invalid("request.invalid", [{ path: "imageIds", message: "value.wrong_form" }]);
  if (imageIds.length === 0) return [];
  return guarded(
    sql`UPDATE product_images SET position = place.key FROM json_each(${JSON.stringify(imageIds)}) AS place
      WHERE product_images.id = place.value AND product_images.product_id = ${productId}
        AND (SELECT count(*) FROM product_images i WHERE i.product_id = ${productId}) = ${imageIds.length}`,
    imageIds.length,
  );
}
