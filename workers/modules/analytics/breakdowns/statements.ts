import type { Context } from "../../../platform/context.ts";
import type { LinkOwner } from "./link-owners.ts";
import type { Breakdown } from "./rules.ts";

// What is stored and what comes, added up; of each dimension the 40 commonest values, the others as '*'.
const merged = (table: string) => `(
  SELECT json_group_array(json_array(d, v, h, b)) FROM (
    SELECT d, v, sum(h) AS h, sum(b) AS b FROM (
      SELECT d, h, b, iif(row_number() OVER (PARTITION BY d ORDER BY v = '*', h + b DESC, v) > 40, '*', v) AS v FROM (
        SELECT value ->> 0 AS d, value ->> 1 AS v, sum(value ->> 2) AS h, sum(value ->> 3) AS b FROM (
          SELECT value FROM json_each(${table}.counts) UNION ALL SELECT value FROM json_each(excluded.counts))
        GROUP BY 1, 2))
    GROUP BY 1, 2))`;

const OF_LINKS = `INSERT INTO click_breakdowns (link_number, day, counts)
  SELECT value ->> 0, value ->> 1, value -> 2 FROM json_each(?1) WHERE true
  ON CONFLICT (link_number, day) DO UPDATE SET counts = ${merged("click_breakdowns")}`;

const OF_OWNERS = `INSERT INTO owner_breakdowns (owner_id, day, counts)
  SELECT owner_id, day, json_group_array(json_array(d, v, h, b)) FROM (
    SELECT o.owner_id, e.value ->> 1 AS day, c.value ->> 0 AS d, c.value ->> 1 AS v, sum(c.value ->> 2) AS h,
      sum(c.value ->> 3) AS b
    FROM json_each(?1) e CROSS JOIN link_owners o ON o.link_number = e.value ->> 0 CROSS JOIN json_each(e.value -> 2) c
    GROUP BY 1, 2, 3, 4)
  WHERE true GROUP BY owner_id, day
  ON CONFLICT (owner_id, day) DO UPDATE SET counts = ${merged("owner_breakdowns")}`;

// A trigger brings the owner all that was counted of the link before.
const OWNERS =
  "INSERT OR IGNORE INTO link_owners (link_number, owner_id) SELECT value ->> 0, value ->> 1 FROM json_each(?1)";

const NAMES = ["human", "bot", "preview", "prefetch", "scans"];
const summed = NAMES.map((_, index) => `sum(e.value ->> ${index + 2})`).join(", ");
const added = NAMES.map((name) => `${name} = ${name} + excluded.${name}`).join(", ");

const OWNER_HOURS = `INSERT INTO owner_clicks_hourly (owner_id, hour, ${NAMES.join(", ")})
  SELECT o.owner_id, e.value ->> 1, ${summed}
  FROM json_each(?1) e CROSS JOIN link_owners o ON o.link_number = e.value ->> 0 WHERE true GROUP BY 1, 2
  ON CONFLICT (owner_id, hour) DO UPDATE SET ${added}`;

// Visitors, the last number of a row, are replaced and not added: the owner gets the difference from the row that is replaced.
const OWNER_DAYS = `INSERT INTO owner_clicks_daily (owner_id, day, ${NAMES.join(", ")}, visitors)
  SELECT o.owner_id, e.value ->> 1, ${summed}, sum((e.value ->> '$[#-1]') - coalesce(d.visitors, 0))
  FROM json_each(?1) e CROSS JOIN link_owners o ON o.link_number = e.value ->> 0
  LEFT JOIN click_stats_daily d ON d.link_number = e.value ->> 0 AND d.day = e.value ->> 1 WHERE true GROUP BY 1, 2
  ON CONFLICT (owner_id, day) DO UPDATE SET ${added}, visitors = visitors + excluded.visitors`;

const bind = (ctx: Context, query: string, values: unknown) => ctx.clicks.prepare(query).bind(JSON.stringify(values));

/** Names the owners of links. To be committed before anything is counted for the links. */
export function ownerStatements(ctx: Context, owners: readonly LinkOwner[]): D1PreparedStatement[] {
  return owners.length === 0 ? [] : [bind(ctx, OWNERS, owners)];
}

/** Counts for the owners what is counted for their links, in hours and days. To be committed before the links' own counters. */
export function ownerCounters(ctx: Context, hourly: unknown, daily: unknown): D1PreparedStatement[] {
  return [bind(ctx, OWNER_HOURS, hourly), bind(ctx, OWNER_DAYS, daily)];
}

export function breakdownStatements(ctx: Context, breakdowns: readonly Breakdown[]): D1PreparedStatement[] {
  return [bind(ctx, OF_LINKS, breakdowns), bind(ctx, OF_OWNERS, breakdowns)];
}
