import type * as z from "zod";
import type { createProduct, Product, UpdateProduct } from "../../../../schemas/products.ts";

/** What the API documentation shows; tests parse each example with the schema of its operation. */
export const createProductExample: z.input<typeof createProduct> = {
  title: { fr: "Djellaba brodée main", en: "Hand-embroidered djellaba", ar: "جلابة مطرّزة يدويا" },
  description: { fr: "Tissu mlifa, broderie de Fès." },
  priceMinor: 45_000,
  commission: { type: "rate", rateBps: 1500 },
  categoryId: "cat_01kay000000000000000000002",
  cities: ["Casablanca", "Rabat"],
  landingUrl: "https://atlas-mode.ma/djellaba",
  reference: "DJ-01",
};

export const updateProductExample: UpdateProduct = { state: "paused", inStock: false };

export const productExample: Product = {
  id: "prd_01kaqh7x2tf3v8zc0m5n6p7q8r",
  merchantId: "usr_01kaqh6w1sf3v8zc0m5n6p7q8r",
  merchantName: "Atlas Mode",
  kind: "product",
  title: { fr: "Djellaba brodée main", en: "Hand-embroidered djellaba", ar: "جلابة مطرّزة يدويا" },
  description: { fr: "Tissu mlifa, broderie de Fès.", en: null, ar: null },
  priceMinor: 45_000,
  currency: "MAD",
  commission: { type: "rate", rateBps: 1500, amountMinor: null, perSaleMinor: 6750 },
  categoryId: "cat_01kay000000000000000000002",
  cities: ["Casablanca", "Rabat"],
  landingUrl: "https://atlas-mode.ma/djellaba",
  reference: "DJ-01",
  inStock: true,
  holdDays: null,
  attributionDays: 30,
  state: "active",
  images: [
    {
      id: "img_01kaqh8b3df3v8zc0m5n6p7q8r",
      url: "https://shareyoursales.ma/images/img_01kaqh8b3df3v8zc0m5n6p7q8r.jpg",
      alt: "Djellaba bleue à broderie dorée",
      width: 1200,
      height: 1500,
    },
  ],
  stats: { epcMinor: 142, deliveryRateBps: 7300, conversions: 61 },
  createdAt: "2026-11-18T09:00:00.000Z",
  updatedAt: "2026-11-20T10:15:00.000Z",
};
