import { commit } from "../db/commit.ts";
import { deadLetter } from "../modules/outbox/statements.ts";
import type { Context } from "../platform/context.ts";

/** Keeps what a queue gave up, to be looked at and sent again. */
export async function consumeDeadLetters(ctx: Context, batch: MessageBatch): Promise<void> {
  const letters = batch.messages.map((message) => deadLetter(ctx, batch.queue, JSON.stringify(message.body), null));
  await commit(ctx, letters);
  ctx.log("error", "dead letters kept", { queue: batch.queue, count: letters.length });
  batch.ackAll();
}
