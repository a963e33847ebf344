import type { ProductImage } from "../../../schemas/products.ts";
import type { Context } from "../../platform/context.ts";
import { imageUrl } from "./image-queries.ts";
import type { ImageRow } from "./tables.ts";

/** A picture as the API shows it, with its size in pixels. */
export function imageObject(ctx: Pick<Context, "config">, row: Omit<ImageRow, "position">): ProductImage {
  return { id: row.id, url: imageUrl(ctx, row.fileKey), alt: row.alt, width: row.width, height: row.height };
}
