import { acceptLapsedReturns, escalateLapsedClaims } from "../modules/tracking/claims/end-lapsed-claims.ts";
import type { Context } from "../platform/context.ts";

/** Goes on with the claims that nobody answered in time: missing sales to an admin, returns as accepted. */
export async function endClaims(ctx: Context): Promise<void> {
  const [escalated, accepted] = [await escalateLapsedClaims(ctx), await acceptLapsedReturns(ctx)];
  if (escalated + accepted > 0) ctx.log("info", "claims were not answered in time", { escalated, accepted });
}
