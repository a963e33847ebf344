import type { Storefront } from "../../../schemas/storefronts.ts";
import { NotFound } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import { linkUrl } from "../affiliation/link-object.ts";
import { headlineOf } from "./own-storefront.ts";
import { findPublished, findStorefront, listShown } from "./queries.ts";
import { shownProducts } from "./shown-products.ts";

// The redirect hands it on to the shop only where the link and the shop's address have no source of their own.
const SOURCE = "utm_source=storefront";

/** A published storefront with the items whose offer runs. @throws NotFound `storefront.not_found` */
export async function getStorefront(ctx: Context, handle: string): Promise<Storefront> {
  const owner = await findPublished(ctx, handle);
  const row = owner && (await findStorefront(ctx, owner.userId));
  if (!owner || !row) throw new NotFound("storefront.not_found");
  const shown = await listShown(ctx, owner.userId);
  const products = await shownProducts(ctx, [...new Set(shown.map(({ productId }) => productId))]);
  return {
    handle: owner.handle,
    displayName: owner.displayName,
    theme: row.theme,
    headline: headlineOf(row),
    items: shown.flatMap(({ linkId, slug, productId, coupon }) => {
      const product = products.get(productId);
      return product ? [{ linkId, url: `${linkUrl(ctx, slug)}?${SOURCE}`, coupon, product }] : [];
    }),
  };
}
