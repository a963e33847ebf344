import { listDueInboundIds } from "../modules/tracking/inbound/queries.ts";
import type { Context } from "../platform/context.ts";

const DELIVERIES_PER_RUN = 300;

/** Names every delivery that is due to the queue: those whose message was lost and those whose next attempt has come. */
export async function resendDeliveries(ctx: Context): Promise<void> {
  for (const deliveryId of await listDueInboundIds(ctx, DELIVERIES_PER_RUN))
    ctx.nudge({ kind: "inbound.due", deliveryId });
}
