import * as z from "zod";

export const PLANS = ["FREE", "STARTER", "PRO", "ENTERPRISE"] as const;
export type Plan = (typeof PLANS)[number];
// Pure, so that a page that only shows the terms carries no zod.
export const plan = /* @__PURE__ */ z.enum(PLANS);

/** product.md, "Plans": price in centimes of MAD a month, products that may be active (null is no limit), fee on the base in bps. */
export const PLAN_TERMS: Readonly<Record<Plan, { priceMinor: number; productsMax: number | null; feeBps: number }>> = {
  FREE: { priceMinor: 0, productsMax: 5, feeBps: 1000 },
  STARTER: { priceMinor: 29_900, productsMax: 50, feeBps: 500 },
  PRO: { priceMinor: 79_900, productsMax: 200, feeBps: 300 },
  ENTERPRISE: { priceMinor: 199_900, productsMax: null, feeBps: 200 },
};
