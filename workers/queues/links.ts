import { linksDue } from "../../schemas/events.ts";
import { publishLinksOfProducts } from "../modules/affiliation/publish-link.ts";
import type { Context } from "../platform/context.ts";
import { retryLater } from "./retry.ts";

/** One message, hundreds of links of the products written through to the redirect. */
export async function consumeLinks(ctx: Context, batch: MessageBatch): Promise<void> {
  for (const message of batch.messages) {
    try {
      const { productIds, rest } = linksDue.parse(message.body);
      await publishLinksOfProducts(ctx, productIds, rest);
      message.ack();
    } catch (failure) {
      ctx.log("error", "links of products could not be published", {
        messageId: message.id,
        attempts: message.attempts,
        error: String(failure),
      });
      retryLater(message);
    }
  }
}
