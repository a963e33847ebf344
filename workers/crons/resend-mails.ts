import { listDueMailIds } from "../modules/mail/queries.ts";
import type { Context } from "../platform/context.ts";

const MAILS_PER_RUN = 200;

/** Names every mail that is due to the queue: those whose message was lost and those whose next attempt has come. */
export async function resendMails(ctx: Context): Promise<void> {
  for (const mailId of await listDueMailIds(ctx, MAILS_PER_RUN)) ctx.nudge({ kind: "mail.due", mailId });
}
