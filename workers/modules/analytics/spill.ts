import { type ClicksRecorded, clicksRecorded } from "../../../schemas/events.ts";
import type { Context } from "../../platform/context.ts";

const SPILL_PREFIX = "spill/clicks/";
const FILES_PER_RUN = 100;

/** Keeps a micro-batch that could not be written, under its own id, so that it is recognised when it comes twice. */
export async function keepSpill(ctx: Context, clicks: ClicksRecorded): Promise<void> {
  await ctx.files.put(`${SPILL_PREFIX}${clicks.id}.json`, JSON.stringify(clicks));
}

/** Sends every spilled micro-batch again; a file goes once its message is back in the queue. */
export async function resendSpills(ctx: Context): Promise<number> {
  const { objects } = await ctx.files.list({ prefix: SPILL_PREFIX, limit: FILES_PER_RUN });
  for (const { key } of objects) {
    const file = await ctx.files.get(key);
    const parsed = file ? clicksRecorded.safeParse(await file.json()) : undefined;
    if (!parsed?.success) {
      ctx.log("error", "a spill file cannot be read", { key });
      continue;
    }
    await ctx.clicksQueue.send(parsed.data);
    await ctx.files.delete(key);
  }
  return objects.length;
}
