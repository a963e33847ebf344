import { sha256Hex } from "../../../core/digest.ts";
import { commitClicks } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { readPiece, writePiece } from "./pieces.ts";
import { findOldestDay, listClicksOfDay } from "./queries.ts";
import { archivedBefore, folderOf, linesOf, type RawClick } from "./rules.ts";
import { moveStatements } from "./statements.ts";

// Some 200 bytes a line: far below 4 MB, compressed or not, and its keys fit one JSON parameter.
const CLICKS_PER_PIECE = 12_000;
const PIECES_PER_RUN = 300;

/**
 * Moves raw clicks of more than 35 days to R2, whole days of Casablanca's calendar, the oldest first. A piece is read back
 * before its clicks are deleted, and named by its content: a run that was cut off writes the same file again.
 * @returns how many clicks were moved
 */
export async function archiveClicks(ctx: Context, clicksPerPiece = CLICKS_PER_PIECE): Promise<number> {
  const before = archivedBefore(ctx.now());
  let [moved, fromLink] = [0, 0];
  let day = await findOldestDay(ctx);
  for (let pieces = 0; pieces < PIECES_PER_RUN && day !== undefined && day < before; ) {
    const clicks = await listClicksOfDay(ctx, day, fromLink, clicksPerPiece);
    const last = clicks.at(-1);
    if (last === undefined) {
      // Nothing is left of the day from here on. What came late for a link before is found by the next look at the oldest.
      [day, fromLink] = [await findOldestDay(ctx), 0];
      continue;
    }
    await movePiece(ctx, day, clicks);
    fromLink = last.link;
    moved += clicks.length;
    pieces++;
  }
  return moved;
}

async function movePiece(ctx: Context, day: number, clicks: readonly RawClick[]): Promise<void> {
  const lines = linesOf(clicks);
  const name = `${folderOf(day)}${(await sha256Hex(lines)).slice(0, 32)}.ndjson.gz`;
  const bytes = await writePiece(ctx, name, lines);
  if ((await readPiece(ctx, name)) !== lines) throw new Error("a piece of the archive is not what was written");
  await commitClicks(ctx, moveStatements(ctx, { day, name, bytes }, clicks));
}
