import type { ClicksRecorded } from "../../../schemas/events.ts";
import { commitClicks } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { listNewOwners, rememberOwners } from "./breakdowns/link-owners.ts";
import { listDailyVisitors, listRecordedBatches } from "./queries.ts";
import { joinBatches, nextVisitors } from "./rules.ts";
import { clickStatements } from "./statements.ts";

// Some 60 bytes an event: one JSON parameter stays well below D1's limit.
const EVENTS_PER_COMMIT = 8000;
const TRIES = 20;

/**
 * Records micro-batches, each once however often its message comes: rows, visitors and counters in one
 * commit. That a message is new is assumed and proven by its id, UNIQUE in the same commit; only when it is not are the
 * known ones read. Whoever loses a link's visitors to another consumer reads them again.
 * @returns those recorded now, for the first time
 */
export async function recordClicks(ctx: Context, batches: readonly ClicksRecorded[]): Promise<ClicksRecorded[]> {
  const recorded: ClicksRecorded[] = [];
  for (const group of groupsOf(distinct(batches))) recorded.push(...(await recordGroup(ctx, group)));
  return recorded;
}

async function recordGroup(ctx: Context, batches: readonly ClicksRecorded[]): Promise<readonly ClicksRecorded[]> {
  let left = batches;
  for (let tries = 1; left.length > 0; tries++) {
    try {
      await record(ctx, left);
      return left;
    } catch (failure) {
      const text = String(failure);
      const isRepeated = text.includes("UNIQUE constraint failed: click_batches.message_id");
      if (tries === TRIES || !(isRepeated || text.includes("lost_the_race"))) throw failure;
      if (!isRepeated) continue;
      const ids = left.map(({ id }) => id);
      const known = await listRecordedBatches(ctx, ids);
      left = left.filter(({ id }) => !known.has(id));
    }
  }
  return left;
}

async function record(ctx: Context, batches: readonly ClicksRecorded[]): Promise<void> {
  const group = joinBatches(batches);
  const [known, owners] = await Promise.all([listDailyVisitors(ctx, group), listNewOwners(ctx, group)]);
  await commitClicks(ctx, clickStatements(ctx, batches, group, nextVisitors(group, known), owners));
  rememberOwners(owners);
}

const distinct = (batches: readonly ClicksRecorded[]) => [
  ...new Map(batches.map((batch) => [batch.id, batch])).values(),
];

function groupsOf(batches: readonly ClicksRecorded[]): ClicksRecorded[][] {
  const groups: ClicksRecorded[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const batch of batches) {
    if (size + batch.events.length > EVENTS_PER_COMMIT) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(batch);
    size += batch.events.length;
  }
  return groups;
}
