import type { ClickEvent, ClicksRecorded } from "../../../schemas/events.ts";
import type { Context } from "../../platform/context.ts";
import { byPrimaryKey, type dailyCounts, type hourlyCounts, trackingRow, visitorsOf } from "./rules.ts";

interface Counts {
  readonly hourly: ReturnType<typeof hourlyCounts>;
  readonly daily: ReturnType<typeof dailyCounts>;
}

const COUNTERS =
  "human = human + excluded.human, bot = bot + excluded.bot, preview = preview + excluded.preview, prefetch = prefetch + excluded.prefetch";

// Counted before the rows go in: a visitor is new to the day if no earlier row of the link, day and visitor was human.
const VISITORS = `UPDATE click_stats_daily SET visitors = click_stats_daily.visitors + fresh.visitors FROM (
  SELECT e.value ->> 0 AS link_number, e.value ->> 1 AS day, count(*) AS visitors FROM json_each(?1) e
  WHERE NOT EXISTS (SELECT 1 FROM tracking_events t
    WHERE t.link_number = e.value ->> 0 AND t.day = e.value ->> 1 AND t.visitor = e.value ->> 2 AND t.class = 'human')
  GROUP BY 1, 2) AS fresh
WHERE click_stats_daily.link_number = fresh.link_number AND click_stats_daily.day = fresh.day`;

const ROWS = `INSERT INTO tracking_events
  (link_number, day, visitor, clicked_at, nonce, class, reason, device, source, country, city, referrer, params)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8,
    value ->> 9, value ->> 10, value ->> 11, value ->> 12 FROM json_each(?1)`;

/** All that a group of micro-batches changes: their ids (UNIQUE), counters once per (link, period), visitors, raw rows. */
export function clickStatements(
  ctx: Context,
  batches: readonly ClicksRecorded[],
  events: readonly ClickEvent[],
  counts: Counts,
): D1PreparedStatement[] {
  const rows = JSON.stringify(events.map(trackingRow).sort(byPrimaryKey));
  const counters = (table: string, period: string, values: Counts["hourly"]) =>
    ctx.clicks
      .prepare(
        `INSERT INTO ${table} (link_number, ${period}, human, bot, preview, prefetch)
         SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?1) WHERE true
         ON CONFLICT (link_number, ${period}) DO UPDATE SET ${COUNTERS}`,
      )
      .bind(JSON.stringify(values));
  return [
    ctx.clicks
      .prepare(
        "INSERT INTO click_batches (message_id, events, recorded_at) SELECT value ->> 0, value ->> 1, ?2 FROM json_each(?1)",
      )
      .bind(JSON.stringify(batches.map((batch) => [batch.id, batch.events.length])), ctx.now()),
    counters("click_stats_hourly", "hour", counts.hourly),
    counters("click_stats_daily", "day", counts.daily),
    ctx.clicks.prepare(VISITORS).bind(JSON.stringify(visitorsOf(events))),
    ctx.clicks.prepare(ROWS).bind(rows),
  ];
}
