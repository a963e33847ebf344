import * as z from "zod";
import { product } from "./products.ts";

export const STOREFRONT_THEMES = ["paper", "night", "majorelle", "saffron", "mint"] as const;
export const STOREFRONT_ITEMS_MAX = 60;

const texts = z.object({
  fr: z.string().trim().max(300),
  en: z.string().trim().max(300).nullish(),
  ar: z.string().trim().max(300).nullish(),
});

/** What is absent stays; `linkIds` are all items in their order. */
export const updateStorefront = z
  .object({
    published: z.boolean(),
    theme: z.enum(STOREFRONT_THEMES),
    headline: texts,
    linkIds: z.array(z.string().max(64)).max(STOREFRONT_ITEMS_MAX),
  })
  .partial()
  .meta({ id: "UpdateStorefront" });
export type UpdateStorefront = z.infer<typeof updateStorefront>;

const shownProduct = product.pick({
  id: true,
  title: true,
  merchantName: true,
  priceMinor: true,
  currency: true,
  images: true,
  inStock: true,
});

const headline = z.object({ fr: z.string(), en: z.string().nullable(), ar: z.string().nullable() });

/** The storefront as its owner edits it. */
export const ownStorefront = z
  .object({
    handle: z.string().nullable(),
    url: z.string().nullable(),
    published: z.boolean(),
    theme: z.enum(STOREFRONT_THEMES),
    headline,
    linkIds: z.array(z.string()),
    /** The own living links that may be shown: those shown in their order, then the newest. */
    choices: z.array(
      z.object({
        linkId: z.string(),
        slug: z.string(),
        title: z.string().nullable(),
        product: shownProduct,
        /** Whether visitors see it: link, product, merchant and affiliation all run. */
        runs: z.boolean(),
      }),
    ),
    updatedAt: z.string().nullable(),
  })
  .meta({ id: "OwnStorefront" });
export type OwnStorefront = z.infer<typeof ownStorefront>;

/** The public page: items whose offer runs, each through its tracked link. */
export const storefront = z
  .object({
    handle: z.string(),
    displayName: z.string(),
    theme: z.enum(STOREFRONT_THEMES),
    headline,
    items: z.array(
      z.object({
        linkId: z.string(),
        url: z.string(),
        coupon: z.string().nullable(),
        product: shownProduct,
      }),
    ),
  })
  .meta({ id: "Storefront" });
export type Storefront = z.infer<typeof storefront>;
