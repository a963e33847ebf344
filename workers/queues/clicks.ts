import { type ClicksRecorded, clicksMessage } from "../../schemas/events.ts";
import { commit } from "../db/commit.ts";
import { capLinks } from "../modules/affiliation/cap-links.ts";
import { tellClicks } from "../modules/analytics/live/tell-owners.ts";
import { recordClicks } from "../modules/analytics/record-clicks.ts";
import { keepSpill } from "../modules/analytics/spill.ts";
import { deadLetter } from "../modules/outbox/statements.ts";
import type { Context } from "../platform/context.ts";

/**
 * Writes a whole queue batch of micro-batches in one commit. What cannot be written is put under `spill/` and
 * acknowledged (a cron sends it again); what cannot be read is kept as a dead letter.
 */
export async function consumeClicks(ctx: Context, batch: MessageBatch): Promise<void> {
  const batches: ClicksRecorded[] = [];
  for (const message of batch.messages) {
    const parsed = clicksMessage.safeParse(message.body);
    if (!parsed.success) await commit(ctx, [deadLetter(ctx, batch.queue, JSON.stringify(message.body), "unreadable")]);
    else if (parsed.data.kind === "clicks.recorded") batches.push(parsed.data);
    else
      ctx.log("error", "the links Worker failed", {
        worker: "links",
        name: parsed.data.name,
        error: parsed.data.message,
        stack: parsed.data.stack,
      });
  }
  try {
    const recorded = await recordClicks(ctx, batches);
    ctx.defer(() => tellClicks(ctx, recorded));
  } catch (failure) {
    ctx.log("error", "clicks could not be recorded and were spilled", {
      batches: batches.length,
      error: String(failure),
    });
    await Promise.all(batches.map((clicks) => keepSpill(ctx, clicks)));
  }
  batch.ackAll();
  await capLinks(
    ctx,
    batches.flatMap(({ events }) => events.map(([linkNumber]) => linkNumber)),
  );
}
