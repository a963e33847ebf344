import { query } from "@solidjs/router";
import type { Health } from "../../../schemas/health.ts";
import { healthClient } from "../client.ts";

/** How each part of the platform answers now. */
export const health = query(async (): Promise<Health> => {
  const answer = await healthClient.health.$get();
  return answer.json();
}, "health");
