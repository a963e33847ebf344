import type { ClicksRecorded } from "../../schemas/events.ts";
import { listNewOwners } from "../../workers/modules/analytics/breakdowns/link-owners.ts";
import { listDailyVisitors } from "../../workers/modules/analytics/queries.ts";
import { joinBatches, nextVisitors } from "../../workers/modules/analytics/rules.ts";
import { clickStatements } from "../../workers/modules/analytics/statements.ts";
import { createContext } from "../../workers/platform/context.ts";
import { type BenchServer, countRecorded } from "./bench-server.ts";
import { CLICKED_LINKS, CLICKS_PER_MESSAGE, MESSAGES_PER_BATCH, queueBatch, randomOf } from "./click-batches.ts";
import { type Measured, round } from "./table.ts";

const BATCHES = 15;
const EXPECTED = BATCHES * MESSAGES_PER_BATCH * CLICKS_PER_MESSAGE;

/** Queue batches as heavy traffic makes them, recorded by the platform's consumer, one after the other. */
export async function measureIngestion(server: BenchServer): Promise<Measured> {
  await post(`${server.urls.ingest}/prepare`, String(BATCHES));
  const [sizeBefore, recordedBefore] = [await sizeOf(server), await countRecorded(server)];
  const startedAt = performance.now();
  await post(`${server.urls.ingest}/consume`, "");
  const spentMs = performance.now() - startedAt;
  const rows = (await countRecorded(server)) - recordedBefore;
  if (rows !== EXPECTED) throw new Error(`${rows} of ${EXPECTED} clicks recorded`);
  const bytes = (await sizeOf(server)) - sizeBefore;
  const written = await rowsWritten(server);
  const perSecond = Math.round((rows / spentMs) * 1000);
  return {
    rows: [
      {
        measure: "click ingestion by the consumer into D1",
        must: "≥ 10,000",
        aim: "≥ 50,000",
        now: perSecond,
        unit: "rows/s",
      },
      { measure: "D1 bytes per click", must: "≤ 200", aim: "≤ 100", now: round(bytes / rows, 1), unit: "bytes" },
      { measure: "D1 rows written per click", must: "≤ 1.5", aim: "≤ 1.05", now: round(written, 3), unit: "rows" },
    ],
    notes: [
      `ingestion: ${rows} clicks of ${CLICKED_LINKS} links in ${BATCHES} queue batches of ${MESSAGES_PER_BATCH} messages × ${CLICKS_PER_MESSAGE} clicks in ${Math.round(spentMs)} ms; parsing, counting and committing, without the local queue; bytes are the growth of the whole clicks database; rows written are D1's own count, counters and batch ids included`,
    ],
  };
}

async function post(url: string, body: string): Promise<void> {
  const answer = await fetch(url, { method: "POST", body });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  await answer.text();
}

async function sizeOf({ env }: BenchServer): Promise<number> {
  return (await env.CLICKS_DB.prepare("SELECT 1").run()).meta.size_after;
}

// The consumer's own statements, from here, where D1's count of what they write can be read.
async function rowsWritten({ env }: BenchServer): Promise<number> {
  const ctx = createContext(env, () => {}, { actor: { role: "system", job: "bench" } });
  const messages: ClicksRecorded[] = queueBatch(randomOf(8), Date.now(), BATCHES).map(({ body }) => body);
  let [events, written] = [0, 0];
  for (const group of [messages]) {
    const clicks = joinBatches(group);
    const visitors = nextVisitors(clicks, await listDailyVisitors(ctx, clicks));
    const results = await ctx.clicks.batch(
      clickStatements(ctx, group, clicks, visitors, await listNewOwners(ctx, clicks)),
    );
    written += results.reduce((sum, { meta }) => sum + meta.rows_written, 0);
    events += clicks.events.length;
  }
  return written / events;
}
