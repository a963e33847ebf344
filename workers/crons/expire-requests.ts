import { expireLapsedRequests } from "../modules/affiliation/requests/expire-lapsed-requests.ts";
import type { Context } from "../platform/context.ts";

/** Ends the affiliation requests that no merchant decided in time. */
export async function expireRequests(ctx: Context): Promise<void> {
  const count = await expireLapsedRequests(ctx);
  if (count > 0) ctx.log("info", "requests expired", { count });
}
