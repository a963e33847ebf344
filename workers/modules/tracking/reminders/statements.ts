import { sql } from "drizzle-orm";
import { guarded, type Statement } from "../../../db/commit.ts";
import { isDue, levelAt } from "./queries.ts";

/** Marks exactly `count` orders of the merchants as told of, or loses the race: one of them ended, or was told of, since. */
export function ordersReminded(merchantIds: readonly string[], atMs: number, count: number): Statement[] {
  return guarded(
    sql`UPDATE conversions SET reminders_sent = ${levelAt(atMs)} WHERE ${isDue(merchantIds, atMs)}`,
    count,
  );
}
