import type { MerchantCard, ProductPage } from "../../../../schemas/products.ts";
import { productExample } from "../products/examples.ts";

export const productPageExample: ProductPage = {
  data: [productExample],
  nextCursor: "newest.812.812",
  facets: {
    categories: [
      { id: "cat_01kay000000000000000000001", count: 214 },
      { id: "cat_01kay000000000000000000002", count: 73 },
    ],
    kinds: [{ kind: "product", count: 214 }],
    cities: [
      { city: "Casablanca", count: 198 },
      { city: "Fès", count: 121 },
    ],
  },
  total: 214,
};

export const merchantCardExample: MerchantCard = {
  id: "usr_01kay2v0p7f8sbt6s2m1q3n4d6",
  displayName: "Maison Fassia",
  handle: "fassia",
  hosts: ["fassia.example"],
  products: 12,
  deliveryRateBps: 7_800,
  memberSince: "2026-09-28T09:00:00.000Z",
};
