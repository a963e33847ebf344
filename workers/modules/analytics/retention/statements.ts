import type { Context } from "../../../platform/context.ts";
import type { RawClick } from "./rules.ts";

interface Piece {
  readonly day: number;
  readonly name: string;
  readonly bytes: number;
}

/** A piece enters the archive's list as its clicks, and no others, leave the database. */
export function moveStatements(ctx: Context, piece: Piece, clicks: readonly RawClick[]): D1PreparedStatement[] {
  const numbers = clicks.map(({ link }) => link);
  return [
    ctx.clicks
      .prepare(
        `INSERT INTO archived_clicks (day, name, first_link, last_link, clicks, bytes, archived_at)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
      )
      .bind(
        piece.day,
        piece.name,
        numbers.reduce((least, number) => Math.min(least, number)),
        numbers.reduce((most, number) => Math.max(most, number)),
        clicks.length,
        piece.bytes,
        ctx.now(),
      ),
    ctx.clicks
      .prepare(
        `DELETE FROM tracking_events WHERE (link_number, clicked_at, nonce) IN
          (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1))`,
      )
      .bind(JSON.stringify(clicks.map(({ link, at, nonce }) => [link, at, nonce]))),
  ];
}

/** The day leaves the archive's list. */
export function forgetDay(ctx: Context, day: number): D1PreparedStatement {
  return ctx.clicks.prepare("DELETE FROM archived_clicks WHERE day = ?1").bind(day);
}
