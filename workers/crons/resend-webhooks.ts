import { listDueDeliveryIds } from "../modules/webhooks/queries.ts";
import type { Context } from "../platform/context.ts";

const DELIVERIES_PER_RUN = 500;
const PER_MESSAGE = 10;

/** Names every delivery that is due to the queue: those whose message was lost and those whose next attempt has come. */
export async function resendWebhooks(ctx: Context): Promise<void> {
  const ids = await listDueDeliveryIds(ctx, DELIVERIES_PER_RUN);
  for (let start = 0; start < ids.length; start += PER_MESSAGE)
    ctx.nudge({ kind: "webhook.due", deliveryIds: ids.slice(start, start + PER_MESSAGE) });
}
