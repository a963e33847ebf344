import type { ClickEvent, ClicksRecorded } from "../../../schemas/events.ts";
import { commitClicks } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { dailyCounts, hourlyCounts } from "./rules.ts";
import { clickStatements } from "./statements.ts";

// One JSON parameter stays well below D1's limit of 2 MB.
const EVENTS_PER_COMMIT = 4000;

/**
 * Records micro-batches, each once however often its message comes: rows, hourly and daily counters in one commit.
 * Two consumers with the same message collide on its id; the one that loses throws, and finds it recorded next time.
 */
export async function recordClicks(ctx: Context, batches: readonly ClicksRecorded[]): Promise<void> {
  const known = await findRecorded(ctx, batches);
  const fresh = [...new Map(batches.filter(({ id }) => !known.has(id)).map((batch) => [batch.id, batch])).values()];
  for (const group of groupsOf(fresh)) {
    const events: ClickEvent[] = group.flatMap((batch) => batch.events);
    const counts = { hourly: hourlyCounts(events), daily: dailyCounts(events) };
    await commitClicks(ctx, clickStatements(ctx, group, events, counts));
  }
}

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
