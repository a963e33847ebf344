import type { Context } from "../../../platform/context.ts";
import type { Period } from "../numbers/period.ts";
import { readPiece } from "./pieces.ts";
import { listPieces, listRawClicks } from "./queries.ts";
import { clicksOf, type RawClick } from "./rules.ts";

const CLICKS_PER_PAGE = 5000;

/**
 * Raw clicks of the links, day by day: from the archive, then from the database.
 * @param linkNumbers in ascending order
 */
export async function* listAllClicks(
  ctx: Context,
  linkNumbers: readonly number[],
  period: Period,
): AsyncGenerator<RawClick[]> {
  const [first, last] = [linkNumbers[0], linkNumbers.at(-1)];
  if (first === undefined || last === undefined) return;
  const wanted = new Set(linkNumbers);
  const pieces = Map.groupBy(await listPieces(ctx, period, first, last), ({ day }) => day);
  for (let day = period.from; day <= period.to; day++) {
    for (const { name } of pieces.get(day) ?? []) {
      const lines = await readPiece(ctx, name);
      if (lines === undefined) ctx.log("error", "a piece of the archive is missing", { name });
      yield clicksOf(lines ?? "").filter(({ link }) => wanted.has(link));
    }
    yield* listKeptClicks(ctx, linkNumbers, day);
  }
}

async function* listKeptClicks(ctx: Context, linkNumbers: readonly number[], day: number): AsyncGenerator<RawClick[]> {
  let after: RawClick | undefined;
  do {
    const clicks: RawClick[] = await listRawClicks(ctx, linkNumbers, day, after, CLICKS_PER_PAGE);
    yield clicks;
    after = clicks.length < CLICKS_PER_PAGE ? undefined : clicks.at(-1);
  } while (after !== undefined);
}
