import type { PageTexts } from "./fr.ts";

export const en: PageTexts = {
  marketplaceTitle: "The affiliate marketplace · ShareYourSales",
  marketplaceDescription:
    "Products and services of Moroccan merchants to recommend: price, commission per sale, earnings per click and delivery rate.",
  productTitle: "{title} · {merchant}",
  productDescription: "{title}, sold by {merchant}.",
  merchantTitle: "{merchant} · ShareYourSales",
  merchantDescription: "The products and services of {merchant} to recommend on ShareYourSales.",
  missingTitle: "Not found · ShareYourSales",
  missingDescription: "This page does not exist, or no longer does.",
};
