import { mailDue } from "../../schemas/events.ts";
import { sendMail } from "../modules/mail/send-mail.ts";
import type { Context } from "../platform/context.ts";
import { retryLater } from "./retry.ts";

/** One message, one mail sent. A mail that did not leave waits in its row; only what broke here comes back to the queue. */
export async function consumeMail(ctx: Context, batch: MessageBatch): Promise<void> {
  for (const message of batch.messages) {
    try {
      await sendMail(ctx, mailDue.parse(message.body).mailId);
      message.ack();
    } catch (failure) {
      ctx.log("error", "a mail could not be handled", {
        messageId: message.id,
        attempts: message.attempts,
        error: String(failure),
      });
      retryLater(message);
    }
  }
}
