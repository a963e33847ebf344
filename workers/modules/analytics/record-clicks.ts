import type { ClickEvent, ClicksRecorded } from "../../../schemas/events.ts";
import { commitClicks } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { dailyCounts, hourlyCounts } from "./rules.ts";
import { clickStatements } from "./statements.ts";

// One JSON parameter stays well below D1's limit of 2 MB.
const EVENTS_PER_COMMIT = 4000;

/**
 * Records micro-batches, each once however often its message comes: rows, hourly and daily counters in one commit. That a
 * message is new is assumed and proven by its id, UNIQUE in the same commit; only when it is not are the known ones read.
 */
export async function recordClicks(ctx: Context, batches: readonly ClicksRecorded[]): Promise<void> {
  for (const group of groupsOf(distinct(batches))) {
    try {
      await record(ctx, group);
    } catch (failure) {
      if (!String(failure).includes("UNIQUE constraint failed: click_batches.message_id")) throw failure;
      const known = await findRecorded(ctx, group);
      await record(
        ctx,
        group.filter(({ id }) => !known.has(id)),
      );
    }
  }
}

async function record(ctx: Context, group: readonly ClicksRecorded[]): Promise<void> {
  if (group.length === 0) return;
  const events: ClickEvent[] = group.flatMap((batch) => batch.events);
  const counts = { hourly: hourlyCounts(events), daily: dailyCounts(events) };
  await commitClicks(ctx, clickStatements(ctx, group, events, counts));
}

const distinct = (batches: readonly ClicksRecorded[]) => [
  ...new Map(batches.map((batch) => [batch.id, batch])).values(),
];

async function findRecorded(ctx: Context, batches: readonly ClicksRecorded[]): Promise<Set<string>> {
  const { results } = await ctx.clicks
    .prepare("SELECT message_id FROM click_batches WHERE message_id IN (SELECT value FROM json_each(?1))")
    .bind(JSON.stringify(batches.map(({ id }) => id)))
    .all<{ message_id: string }>();
  return new Set(results.map(({ message_id }) => message_id));
}

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
