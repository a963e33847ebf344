import { query } from "@solidjs/router";
import type { Link } from "../../../schemas/links.ts";
import { affiliatesClient } from "../client.ts";

/** The newest links of the influencer, a few. */
export const latestLinks = query(async (): Promise<readonly Link[]> => {
  const answer = await affiliatesClient.links.$get({ query: { limit: "6" } });
  return (await answer.json()).data;
}, "affiliates.latestLinks");
