import { query } from "@solidjs/router";
import type { Link } from "../../../schemas/links.ts";
import { affiliatesClient } from "../client.ts";

/** The newest links of the influencer, a few. */
export const latestLinks = query(async (): Promise<readonly Link[]> => {
  const answer = await affiliatesClient.links.$get({ query: { limit: "6" } });
  return (await answer.json()).data;
}, "affiliates.latestLinks");

/** How many links to the merchant's product are active; `hasMore` when there may be others. */
export const countActiveLinks = query(async (productId: string): Promise<{ count: number; hasMore: boolean }> => {
  const answer = await affiliatesClient.links.$get({ query: { productId, limit: "100" } });
  const { data, nextCursor } = await answer.json();
  return { count: data.filter(({ state }) => state === "active").length, hasMore: nextCursor !== null };
}, "affiliates.activeLinks");
