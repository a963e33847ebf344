import { webhookDue } from "../../schemas/events.ts";
import { sendWebhook } from "../modules/webhooks/send-webhook.ts";
import type { Context } from "../platform/context.ts";
import { retryLater } from "./retry.ts";

/**
 * One message, up to ten deliveries made side by side. A delivery that did not arrive waits in its row; only what broke here comes
 * back to the queue.
 */
export async function consumeWebhooks(ctx: Context, batch: MessageBatch): Promise<void> {
  await Promise.all(
    batch.messages.map(async (message) => {
      try {
        const { deliveryIds } = webhookDue.parse(message.body);
        await Promise.all(deliveryIds.map((id) => sendWebhook(ctx, id)));
        message.ack();
      } catch (failure) {
        ctx.log("error", "a webhook could not be handled", {
          messageId: message.id,
          attempts: message.attempts,
          error: String(failure),
        });
        retryLater(message);
      }
    }),
  );
}
