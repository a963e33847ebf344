import { sql } from "drizzle-orm";
import { casablancaDay } from "../core/calendar.ts";
import { commit } from "../db/commit.ts";
import type { Context } from "../platform/context.ts";

type Outcome = "hits" | "misses" | "stale";

const FLUSH_MS = 10_000;
const counts = new Map<string, Record<Outcome, number>>();
let flushedAt = 0;

/** Counts an answer, or several, under the first part of its key; written down after the answer, every 10 s at most. */
export function countAnswer(ctx: Context, key: string, outcome: Outcome, times = 1): void {
  const name = key.split(":", 1)[0] ?? key;
  const count = counts.get(name) ?? { hits: 0, misses: 0, stale: 0 };
  count[outcome] += times;
  counts.set(name, count);
  if (ctx.now() - flushedAt < FLUSH_MS) return;
  flushedAt = ctx.now();
  ctx.defer(() => flushCacheCounts(ctx));
}

/** Adds what this isolate counted to the day's row. An isolate that ends before loses its last seconds of counts. */
export async function flushCacheCounts(ctx: Context): Promise<void> {
  const rows = [...counts].map(([name, count]) => [name, count.hits, count.misses, count.stale]);
  counts.clear();
  if (rows.length === 0) return;
  const day = casablancaDay(ctx.now());
  await commit(ctx, [
    sql`INSERT INTO cache_counts (day, name, hits, misses, stale)
      SELECT ${day}, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(${JSON.stringify(rows)}) WHERE true
      ON CONFLICT (day, name) DO UPDATE SET hits = hits + excluded.hits, misses = misses + excluded.misses, stale = stale + excluded.stale`,
  ]);
}
