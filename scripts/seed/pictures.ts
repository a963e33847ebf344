import { DAY_MS } from "../../workers/core/calendar.ts";
import { addImage } from "../../workers/modules/catalogue/images/add-image.ts";
import { type Cast, known } from "./cast.ts";
import { OPENED_DAYS } from "./catalogue.ts";
import { PICTURES, pictureSvg } from "./data-pictures.ts";
import { PRODUCTS } from "./data-products.ts";
import type { Stage } from "./stage.ts";

/** Turns an SVG into a PNG. */
export type DrawPicture = (svg: string) => Promise<Uint8Array<ArrayBuffer>>;

/** Gives each product its drawing, as its merchant would: through the verb that checks every picture. */
export async function hangPictures(
  stage: Stage,
  { merchants }: Cast,
  productIds: ReadonlyMap<string, string>,
  draw: DrawPicture,
): Promise<void> {
  for (const { key, merchant, fr } of PRODUCTS) {
    const picture = PICTURES[key];
    if (!picture) throw new Error(`no picture of ${key}`);
    const png = await draw(pictureSvg(picture));
    const ctx = stage.user("merchant", known(merchants, merchant).id, stage.nowMs - OPENED_DAYS * DAY_MS);
    await addImage(ctx, known(productIds, key), new Blob([png]), fr);
  }
}
