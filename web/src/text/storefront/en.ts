import type { StorefrontTexts } from "./texts.ts";

export const en: StorefrontTexts = {
  title: "{name}’s picks",
  items: "Recommended products",
  coupon: "Coupon code",
  copyCoupon: "Copy the code {code}",
  copied: "Code copied",
  outOfStock: "Out of stock",
  see: "See the offer",
  disclosure: "Affiliate links: {name} earns a commission on what you buy. You pay the same price.",
  empty: "Coming together",
  emptyText: "{name} is choosing what to show. Come back in a few days.",
  missing: "Storefront not found",
  missingText: "No storefront stands at this address, or it is not published.",
  toMarket: "See the marketplace",
  madeWith: "Made with ShareYourSales",
};
