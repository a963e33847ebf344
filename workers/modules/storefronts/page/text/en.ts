import type { StorefrontHeadTexts } from "./fr.ts";

export const en: StorefrontHeadTexts = {
  title: "{name} · Selection · ShareYourSales",
  description: "What {name} recommends, with prices and coupon codes.",
  missingTitle: "Storefront not found · ShareYourSales",
  missingDescription: "This storefront does not exist, or is not published.",
};
