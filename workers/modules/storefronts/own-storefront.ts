import type { OwnStorefront, Storefront } from "../../../schemas/storefronts.ts";
import { actingAs } from "../../core/actor.ts";
import type { Context } from "../../platform/context.ts";
import { getMe } from "../users/queries.ts";
import { findStorefront, listChoices } from "./queries.ts";
import { emptyStorefront } from "./rules.ts";
import { shownProducts } from "./shown-products.ts";
import type { StorefrontRow } from "./tables.ts";

/** The acting influencer's storefront, also before the first change. */
export async function getOwnStorefront(ctx: Context): Promise<OwnStorefront> {
  const { id } = actingAs(ctx, "influencer");
  const [me, row, choices] = await Promise.all([getMe(ctx), findStorefront(ctx, id), listChoices(ctx, id)]);
  const products = await shownProducts(ctx, [...new Set(choices.map(({ productId }) => productId))]);
  const kept = row ?? emptyStorefront(id, ctx.now());
  return {
    handle: me.handle,
    url: me.handle === null ? null : `${ctx.config.APP_URL}/@${me.handle}`,
    published: kept.published,
    theme: kept.theme,
    headline: headlineOf(kept),
    linkIds: choices.flatMap(({ linkId, position }) => (position === null ? [] : [linkId])),
    choices: choices.flatMap(({ linkId, slug, title, productId, runs }) => {
      const product = products.get(productId);
      return product ? [{ linkId, slug, title, product, runs: runs === 1 }] : [];
    }),
    updatedAt: row ? new Date(row.updatedAt).toISOString() : null,
  };
}

/** The words under the name, by language. */
export function headlineOf(row: StorefrontRow): Storefront["headline"] {
  return { fr: row.headlineFr, en: row.headlineEn, ar: row.headlineAr };
}
