import type { OwnStorefront, Storefront, UpdateStorefront } from "../../../schemas/storefronts.ts";
import { productExample } from "../catalogue/products/examples.ts";

const { id, title, merchantName, priceMinor, currency, images, inStock } = productExample;
const product = { id, title, merchantName, priceMinor, currency, images, inStock };
const headline = {
  fr: "Mes trouvailles de Fès",
  en: "My finds from Fez",
  ar: "اختياراتي من فاس",
};
const linkId = "lnk_01kaqh9c4ef3v8zc0m5n6p7q8r";

export const updateStorefrontExample: UpdateStorefront = {
  theme: "majorelle",
  published: true,
  headline,
  linkIds: [linkId],
};

export const ownStorefrontExample: OwnStorefront = {
  handle: "sara.style",
  url: "https://shareyoursales.ma/@sara.style",
  published: true,
  theme: "majorelle",
  headline,
  linkIds: [linkId],
  choices: [{ linkId, slug: "djellaba-fes", title: "Story du vendredi", product, runs: true }],
  updatedAt: "2026-11-24T18:30:00.000Z",
};

export const storefrontExample: Storefront = {
  handle: "sara.style",
  displayName: "Sara El Idrissi",
  theme: "majorelle",
  headline,
  items: [
    { linkId, url: "https://go.shareyoursales.ma/djellaba-fes?utm_source=storefront", coupon: "SARA10", product },
  ],
};
