import { casablancaDay } from "../../core/calendar.ts";
import type { Context } from "../../platform/context.ts";
import type { ClickGroup, DailyVisitors } from "./rules.ts";
import { sketchFromHex } from "./visitor-sketch.ts";

/** Who is known to have clicked the group's links on the days of its clicks. */
export async function listDailyVisitors(ctx: Context, { events }: ClickGroup): Promise<DailyVisitors[]> {
  const days = new Map(events.map(([link, at]) => [`${link}:${casablancaDay(at)}`, [link, casablancaDay(at)]]));
  const { results } = await ctx.clicks
    .prepare(
      `SELECT v.link_number AS linkNumber, v.day, v.version, hex(v.smallest) AS hex FROM json_each(?1) e
       CROSS JOIN daily_visitors v ON v.link_number = e.value ->> 0 AND v.day = e.value ->> 1`,
    )
    .bind(JSON.stringify([...days.values()]))
    .all<{ linkNumber: number; day: number; version: number; hex: string }>();
  return results.map(({ hex, ...daily }) => ({ ...daily, sketch: sketchFromHex(hex) }));
}

/** The ids among the given ones whose micro-batches are recorded already. */
export async function listRecordedBatches(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  const { results } = await ctx.clicks
    .prepare("SELECT message_id FROM click_batches WHERE message_id IN (SELECT value FROM json_each(?1))")
    .bind(JSON.stringify(ids))
    .all<{ message_id: string }>();
  return new Set(results.map(({ message_id }) => message_id));
}
