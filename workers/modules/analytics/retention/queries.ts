import { casablancaDay, startOfDay } from "../../../core/calendar.ts";
import type { Context } from "../../../platform/context.ts";
import type { Period } from "../numbers/period.ts";
import type { RawClick } from "./rules.ts";

// Each link that has raw clicks, by one look-up each: clicks lie in the order of their links.
const LINKS = `WITH RECURSIVE links(number) AS (
  SELECT (SELECT min(link_number) FROM tracking_events WHERE link_number >= ?1)
  UNION ALL
  SELECT (SELECT min(link_number) FROM tracking_events WHERE link_number > links.number) FROM links WHERE number IS NOT NULL)`;

const CLICK = `t.link_number AS link, t.clicked_at AS at, t.nonce, t.visitor, t.class, t.reason, t.device, t.source, t.country,
  t.city, t.referrer, t.params`;

/** The day of the oldest raw click of all; undefined when there is none. */
export async function findOldestDay(ctx: Context): Promise<number | undefined> {
  const oldest = await ctx.clicks
    .prepare(
      `${LINKS} SELECT min((SELECT min(clicked_at) FROM tracking_events t WHERE t.link_number = links.number)) AS at
        FROM links WHERE number IS NOT NULL`,
    )
    .bind(0)
    .first<number>("at");
  return oldest === null ? undefined : casablancaDay(oldest);
}

/** Raw clicks of a day, link by link from the one given on; at most `limit`. */
export async function listClicksOfDay(ctx: Context, day: number, fromLink: number, limit: number): Promise<RawClick[]> {
  const { results } = await ctx.clicks
    .prepare(
      `${LINKS} SELECT ${CLICK} FROM links CROSS JOIN tracking_events t
        ON t.link_number = links.number AND t.clicked_at >= ?2 AND t.clicked_at < ?3 LIMIT ?4`,
    )
    .bind(fromLink, startOfDay(day), startOfDay(day + 1), limit)
    .all<RawClick>();
  return results;
}

/** Raw clicks of the links on a day that have not gone to the archive, after the one given; links in ascending order. */
export async function listRawClicks(
  ctx: Context,
  linkNumbers: readonly number[],
  day: number,
  after: RawClick | undefined,
  limit: number,
): Promise<RawClick[]> {
  const { results } = await ctx.clicks
    .prepare(
      `SELECT ${CLICK} FROM json_each(?1) e CROSS JOIN tracking_events t
          ON t.link_number = e.value AND t.clicked_at >= ?2 AND t.clicked_at < ?3
        WHERE e.value >= ?4 AND (t.link_number, t.clicked_at, t.nonce) > (?4, ?5, ?6) LIMIT ?7`,
    )
    .bind(
      JSON.stringify(linkNumbers),
      startOfDay(day),
      startOfDay(day + 1),
      after?.link ?? 0,
      after?.at ?? 0,
      after?.nonce ?? 0,
      limit,
    )
    .all<RawClick>();
  return results;
}

export interface ArchivePiece {
  readonly day: number;
  readonly name: string;
}

/** Pieces of the archive that may have clicks of links between the two, day by day. */
export async function listPieces(
  ctx: Context,
  { from, to }: Period,
  firstLink: number,
  lastLink: number,
): Promise<ArchivePiece[]> {
  const { results } = await ctx.clicks
    .prepare(
      `SELECT day, name FROM archived_clicks
        WHERE day BETWEEN ?1 AND ?2 AND first_link <= ?4 AND last_link >= ?3 ORDER BY day, first_link, name`,
    )
    .bind(from, to, firstLink, lastLink)
    .all<ArchivePiece>();
  return results;
}

/** The oldest days of the archive before the one given. */
export async function listArchivedDays(ctx: Context, before: number, limit: number): Promise<number[]> {
  const { results } = await ctx.clicks
    .prepare("SELECT DISTINCT day FROM archived_clicks WHERE day < ?1 ORDER BY day LIMIT ?2")
    .bind(before, limit)
    .all<{ day: number }>();
  return results.map(({ day }) => day);
}
