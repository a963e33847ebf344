import { sql } from "drizzle-orm";
import { commit } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { forgetWatchers } from "./watchers.ts";

/** Lets the owner's events be told until then; never shortens what was said before. @param until UTC epoch ms */
export async function watchOwner(ctx: Context, ownerId: string, until: number): Promise<void> {
  await commit(ctx, [
    sql`INSERT INTO live_watchers (owner_id, until) VALUES (${ownerId}, ${until})
      ON CONFLICT (owner_id) DO UPDATE SET until = max(until, excluded.until)`,
  ]);
  forgetWatchers();
}

/** Nobody has watched until the lease ended: the owner's events are looked up no more, unless somebody took it anew. */
export async function endWatch(ctx: Context, ownerId: string, until: number): Promise<void> {
  await commit(ctx, [sql`DELETE FROM live_watchers WHERE owner_id = ${ownerId} AND until <= ${until}`]);
  forgetWatchers();
}
