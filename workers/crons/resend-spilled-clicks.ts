import { resendSpills } from "../modules/analytics/spill.ts";
import type { Context } from "../platform/context.ts";

/** Puts clicks that a queue or a database refused back on the queue. */
export async function resendSpilledClicks(ctx: Context): Promise<void> {
  const count = await resendSpills(ctx);
  if (count > 0) ctx.log("warn", "spilled clicks sent again", { count });
}
