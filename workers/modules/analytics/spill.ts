import { type ClicksRecorded, clicksRecorded } from "../../../schemas/events.ts";
import type { Context } from "../../platform/context.ts";

const SPILL_PREFIX = "spill/clicks/";
const FILES_PER_RUN = 100;

/** Keeps a micro-batch that could not be written, under its own id, so that it is recognised when it comes twice. */
export async function keepSpill(ctx: Context, clicks: ClicksRecorded): Promise<void> {
  await ctx.files.put(`${SPILL_PREFIX}${clicks.id}.json`, JSON.stringify(clicks));
}

/** Sends every spilled micro-batch again, from R2 and, where R2 refused too, from KV; a file goes once its message is queued. */
export async function resendSpills(ctx: Context): Promise<number> {
  const { objects } = await ctx.files.list({ prefix: SPILL_PREFIX, limit: FILES_PER_RUN });
  for (const { key } of objects) {
    const file = await ctx.files.get(key);
    if (await resend(ctx, key, await file?.json())) await ctx.files.delete(key);
  }
  const { keys } = await ctx.linksKv.list({ prefix: SPILL_PREFIX, limit: FILES_PER_RUN });
  for (const { name } of keys) {
    if (await resend(ctx, name, await ctx.linksKv.get(name, "json"))) await ctx.linksKv.delete(name);
  }
  return objects.length + keys.length;
}

async function resend(ctx: Context, key: string, content: unknown): Promise<boolean> {
  const parsed = clicksRecorded.safeParse(content);
  if (parsed.success) await ctx.clicksQueue.send(parsed.data);
  else ctx.log("error", "a spill file cannot be read", { key });
  return parsed.success;
}
