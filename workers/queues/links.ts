import { linksDue } from "../../schemas/events.ts";
import { publishLinksOfProduct } from "../modules/affiliation/publish-link.ts";
import type { Context } from "../platform/context.ts";
import { retryLater } from "./retry.ts";

/** One message, hundreds of links of one product written through to the redirect. */
export async function consumeLinks(ctx: Context, batch: MessageBatch): Promise<void> {
  for (const message of batch.messages) {
    try {
      const { productId, rest } = linksDue.parse(message.body);
      await publishLinksOfProduct(ctx, productId, rest);
      message.ack();
    } catch (failure) {
      ctx.log("error", "a product's links could not be published", {
        messageId: message.id,
        attempts: message.attempts,
        error: String(failure),
      });
      retryLater(message);
    }
  }
}
