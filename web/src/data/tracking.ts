import { query } from "@solidjs/router";
import type { Conversion } from "../../../schemas/conversions.ts";
import { trackingClient } from "../client.ts";

/** The newest orders that the person may see, a few. */
export const latestOrders = query(async (): Promise<readonly Conversion[]> => {
  const answer = await trackingClient.conversions.$get({ query: { limit: "8" } });
  return (await answer.json()).data;
}, "tracking.latestOrders");
