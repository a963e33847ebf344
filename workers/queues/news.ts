import { Conflict } from "../core/errors.ts";
import { liveNews } from "../modules/analytics/live/live-news.ts";
import { fraudReader } from "../modules/fraud/fraud-reader.ts";
import { type NewsReader, readNews } from "../modules/outbox/read-news.ts";
import { endpointsReader } from "../modules/webhooks/tell-endpoints.ts";
import type { Context } from "../platform/context.ts";

/** Everyone who learns of state changes from the outbox; each keeps its own place, so one that fails holds up no other. */
const NEWS_READERS: readonly NewsReader[] = [liveNews, endpointsReader, fraudReader];

/** Lets every reader go on. Another run that is ahead has done the work. */
export async function spreadNews(ctx: Context): Promise<void> {
  for (const reader of NEWS_READERS) {
    try {
      await readNews(ctx, reader);
    } catch (failure) {
      if (failure instanceof Conflict && failure.code === "row.changed") continue;
      ctx.log("error", "news could not be read", { reader: reader.name, error: String(failure) });
    }
  }
}

/** Any number of messages says one thing: there is news. What fails is read again by the next one, or by the cron. */
export async function consumeNews(ctx: Context, batch: MessageBatch): Promise<void> {
  await spreadNews(ctx);
  batch.ackAll();
}
