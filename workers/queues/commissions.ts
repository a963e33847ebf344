import { commissionDue } from "../../schemas/events.ts";
import { postCommission } from "../modules/commissions/post-commission.ts";
import type { Context } from "../platform/context.ts";
import { retryLater } from "./retry.ts";

/** One message, one conversion brought up to date. The outbox row outlives a message that cannot be carried out. */
export async function consumeCommissions(ctx: Context, batch: MessageBatch): Promise<void> {
  for (const message of batch.messages) {
    try {
      await postCommission(ctx, commissionDue.parse(message.body).conversionId);
      message.ack();
    } catch (failure) {
      ctx.log("error", "a commission could not be posted", {
        messageId: message.id,
        attempts: message.attempts,
        error: String(failure),
      });
      retryLater(message);
    }
  }
}
