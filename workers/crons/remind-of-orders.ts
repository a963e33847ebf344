import { remindMerchants } from "../modules/tracking/reminders/remind-merchants.ts";
import type { Context } from "../platform/context.ts";

/** Reminds all merchants of the orders whose end nobody has told, once a day. */
export async function remindOfOrders(ctx: Context): Promise<void> {
  let total = 0;
  for (let count = -1; count !== 0; total += count) count = await remindMerchants(ctx);
  if (total > 0) ctx.log("info", "merchants reminded of their orders", { merchants: total });
}
