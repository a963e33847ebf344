import { commitClicks } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { listArchivedDays } from "./queries.ts";
import { folderOf, forgottenBefore } from "./rules.ts";
import { forgetDay } from "./statements.ts";

const DAYS_PER_RUN = 31;

/** Deletes the archive's days that are older than 13 months, and what a run that was cut off may have left beside them. */
export async function forgetArchive(ctx: Context): Promise<void> {
  for (const day of await listArchivedDays(ctx, forgottenBefore(ctx.now()), DAYS_PER_RUN)) {
    for (;;) {
      const { objects, truncated } = await ctx.files.list({ prefix: folderOf(day) });
      if (objects.length > 0) await ctx.files.delete(objects.map(({ key }) => key));
      if (!truncated) break;
    }
    await commitClicks(ctx, [forgetDay(ctx, day)]);
  }
}
