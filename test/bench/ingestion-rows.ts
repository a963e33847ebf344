import type { ClickEvent, ClicksRecorded } from "../../schemas/events.ts";
import { PLATFORM } from "../../scripts/settings.ts";
import { dailyCounts, hourlyCounts } from "../../workers/modules/analytics/rules.ts";
import { clickStatements } from "../../workers/modules/analytics/statements.ts";
import { createContext } from "../../workers/platform/context.ts";
import { type BenchServer, countRecorded } from "./bench-server.ts";
import { type Measured, round } from "./table.ts";

const BATCHES = 25;
const MESSAGES = 10;
const EVENTS = 800;
const LINKS = 100;
const DEVICES = ["android", "ios", "desktop"] as const;
const SOURCES = [null, "instagram", "tiktok", "facebook"] as const;
const CITIES = ["Casablanca", "Rabat", "Marrakech", "Fès", "Tanger", null] as const;

/** Queue batches as heavy traffic makes them, handed to the platform's own queue handler, one after the other. */
export async function measureIngestion(server: BenchServer): Promise<Measured> {
  const worker = await server.mf.getWorker(PLATFORM);
  const random = randomOf(7);
  const startMs = Date.now() - 3_600_000;
  const batches = Array.from({ length: BATCHES }, (_, index) => queueBatch(random, startMs + index * 1000, index));
  const before = await sizeOf(server);
  const recordedBefore = await countRecorded(server);
  let spentMs = 0;
  for (const messages of batches) {
    const startedAt = performance.now();
    await worker.queue("clicks", messages);
    spentMs += performance.now() - startedAt;
  }
  const rows = (await countRecorded(server)) - recordedBefore;
  const bytes = (await sizeOf(server)) - before;
  if (rows !== BATCHES * MESSAGES * EVENTS) throw new Error(`${rows} rows recorded`);
  const written = await rowsWritten(
    server,
    queueBatch(random, startMs + 60_000, BATCHES).map(({ body }) => body),
  );
  return {
    rows: [
      {
        measure: "click ingestion by the consumer into D1",
        must: "≥ 10,000",
        aim: "≥ 50,000",
        now: Math.round((rows / spentMs) * 1000),
        unit: "rows/s",
      },
      { measure: "D1 bytes per click", must: "≤ 200", aim: "≤ 100", now: round(bytes / rows, 1), unit: "bytes" },
      { measure: "D1 rows written per click", must: "≤ 1.5", aim: "≤ 1.05", now: round(written, 3), unit: "rows" },
    ],
    notes: [
      `ingestion: ${rows} clicks of ${LINKS} links in ${BATCHES} queue batches of ${MESSAGES} messages × ${EVENTS} clicks in ${Math.round(spentMs)} ms, handing over to the Worker included; bytes are the growth of the whole clicks database; rows written are D1's own count of one such batch, counters and batch ids included`,
    ],
  };
}

async function sizeOf({ env }: BenchServer): Promise<number> {
  return (await env.CLICKS_DB.prepare("SELECT 1").run()).meta.size_after;
}

// The consumer's own statements, so that D1's count of what they write can be read.
async function rowsWritten({ env }: BenchServer, messages: readonly ClicksRecorded[]): Promise<number> {
  const ctx = createContext(env, () => {}, { actor: { role: "system", job: "bench" } });
  let [events, written] = [0, 0];
  for (let index = 0; index < messages.length; index += 5) {
    const group = messages.slice(index, index + 5);
    const clicks = group.flatMap((message) => message.events);
    const counts = { hourly: hourlyCounts(clicks), daily: dailyCounts(clicks) };
    const statements = clickStatements(ctx, group, clicks, counts);
    const results = await env.CLICKS_DB.batch(statements);
    written += results.reduce((sum, { meta }) => sum + meta.rows_written, 0);
    events += clicks.length;
  }
  return written / events;
}

function queueBatch(random: () => number, nowMs: number, batch: number) {
  return Array.from({ length: MESSAGES }, (_, index) => {
    const id = `bench-${batch}-${index}`;
    const events = Array.from({ length: EVENTS }, () => clickAt(random, nowMs + index * 100));
    const body: ClicksRecorded = { kind: "clicks.recorded", id, events };
    return { id, timestamp: new Date(nowMs), attempts: 1, body };
  });
}

// A few links get most clicks, as everywhere; most visitors come once, some several times.
function clickAt(random: () => number, nowMs: number): ClickEvent {
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] ?? null;
  const linkNumber = 1 + Math.floor(LINKS * random() ** 3);
  const visitor = `v${Math.floor(random() ** 2 * 200_000)
    .toString(36)
    .padStart(10, "0")}`;
  const [clickedAt, nonce] = [nowMs + Math.floor(random() * 100), Math.floor(random() * 2 ** 48)];
  const source = pick(SOURCES);
  const isHuman = random() < 0.9;
  const [visitorClass, reason] = isHuman ? (["human", null] as const) : (["bot", "user_agent"] as const);
  const referrer = source === null ? null : `l.${source}.com`;
  return [
    linkNumber,
    clickedAt,
    nonce,
    visitorClass,
    reason,
    visitor,
    pick(DEVICES),
    source,
    "MA",
    pick(CITIES),
    referrer,
    null,
  ];
}

/** The same numbers in every run (mulberry32), so that runs can be compared. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
