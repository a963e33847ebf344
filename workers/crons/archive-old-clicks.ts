import { archiveClicks } from "../modules/analytics/retention/archive-clicks.ts";
import { forgetArchive } from "../modules/analytics/retention/forget-archive.ts";
import type { Context } from "../platform/context.ts";

/** Moves raw clicks that are 35 days old to the archive, and forgets what has been there for 13 months. */
export async function archiveOldClicks(ctx: Context): Promise<void> {
  const count = await archiveClicks(ctx);
  if (count > 0) ctx.log("info", "clicks archived", { count });
  await forgetArchive(ctx);
}
