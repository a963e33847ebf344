import { inboundDue } from "../../schemas/events.ts";
import { DomainError } from "../core/errors.ts";
import { processDelivery, putOffDelivery } from "../modules/tracking/inbound/process-delivery.ts";
import type { Context } from "../platform/context.ts";
import { retryLater } from "./retry.ts";

/** One message, one delivery carried out. One that broke waits in its row for the cron; only what cannot even be put off comes back. */
export async function consumeInbound(ctx: Context, batch: MessageBatch): Promise<void> {
  for (const message of batch.messages) {
    try {
      await carryOut(ctx, inboundDue.parse(message.body).deliveryId);
      message.ack();
    } catch (failure) {
      ctx.log("error", "a delivery could not be put off", {
        messageId: message.id,
        attempts: message.attempts,
        error: String(failure),
      });
      retryLater(message);
    }
  }
}

async function carryOut(ctx: Context, deliveryId: string): Promise<void> {
  try {
    await processDelivery(ctx, deliveryId);
  } catch (failure) {
    ctx.log("error", "a delivery could not be carried out", { deliveryId, error: nameOf(failure) });
    await putOffDelivery(ctx, deliveryId);
  }
}

// A message of ours may quote what a shop sent; its kind never does.
function nameOf(failure: unknown): string {
  if (failure instanceof DomainError) return failure.code;
  return failure instanceof Error ? failure.name : "unknown";
}
