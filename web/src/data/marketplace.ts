import { query } from "@solidjs/router";
import type { MerchantCard, Product, ProductPage } from "../../../schemas/products.ts";
import { marketplaceClient } from "../client.ts";

export interface MarketFilter {
  readonly q?: string | undefined;
  readonly category?: string | undefined;
  readonly kind?: Product["kind"] | undefined;
  readonly city?: string | undefined;
  readonly minRateBps?: string | undefined;
  readonly maxPriceMinor?: string | undefined;
  readonly merchantId?: string | undefined;
  readonly sort?: "relevance" | "newest" | "rate" | "price" | "epc" | undefined;
}

/** A page of the marketplace with its counts, from the start or from a cursor. */
export const market = query(async (filter: MarketFilter, cursor?: string): Promise<ProductPage> => {
  const { q, category, kind, city, minRateBps, maxPriceMinor, merchantId, sort } = filter;
  const answer = await marketplaceClient.index.$get({
    query: {
      limit: "24",
      ...(q ? { q } : {}),
      ...(category ? { category } : {}),
      ...(kind ? { kind } : {}),
      ...(city ? { city } : {}),
      ...(minRateBps ? { minRateBps } : {}),
      ...(maxPriceMinor ? { maxPriceMinor } : {}),
      ...(merchantId ? { merchantId } : {}),
      ...(sort ? { sort } : {}),
      ...(cursor ? { cursor } : {}),
    },
  });
  return answer.json();
}, "market.page");

/** A merchant by id or handle. */
export const merchant = query(async (id: string): Promise<MerchantCard> => {
  const answer = await marketplaceClient.merchants[":id"].$get({ param: { id } });
  return answer.json();
}, "market.merchant");

export const similarProducts = query(async (id: string): Promise<readonly Product[]> => {
  const answer = await marketplaceClient[":id"].similar.$get({ param: { id } });
  return (await answer.json()).data;
}, "market.similar");
