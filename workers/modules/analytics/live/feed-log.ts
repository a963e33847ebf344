import type { LiveEvent, LiveMessage } from "../../../../schemas/live.ts";
import type { FedNews } from "./rules.ts";

const EVENTS_MAX = 1_000;
const EVENT_MS = 3_600_000;

const TABLES = `
  CREATE TABLE IF NOT EXISTS feed (owner_id TEXT NOT NULL, first_id INTEGER NOT NULL, last_id INTEGER NOT NULL,
    lease_until INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS events (id INTEGER PRIMARY KEY, key TEXT UNIQUE, told_at INTEGER NOT NULL, body TEXT NOT NULL)`;

const INSERT =
  "INSERT INTO events (id, key, told_at, body) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO NOTHING RETURNING id";

export interface Feed {
  readonly ownerId: string;
  /** Numbers at and below it belong to nobody, or to a feed that was emptied. */
  readonly firstId: number;
  readonly lastId: number;
  /** Until when the owner's events come for certain. */
  readonly leaseUntil: number;
}

/** What is known of the feed in this storage; undefined when nobody watches it. */
export function findFeed(sql: SqlStorage): Feed | undefined {
  sql.exec(TABLES);
  return sql
    .exec<{ ownerId: string; firstId: number; lastId: number; leaseUntil: number }>(
      "SELECT owner_id AS ownerId, first_id AS firstId, last_id AS lastId, lease_until AS leaseUntil FROM feed",
    )
    .toArray()[0];
}

/** Numbers begin at the clock, so that none of a feed that was emptied ever comes again. */
export function beginFeed(sql: SqlStorage, ownerId: string, nowMs: number, leaseUntil: number): Feed {
  sql.exec("INSERT INTO feed VALUES (?1, ?2, ?2, ?3)", ownerId, nowMs, leaseUntil);
  return { ownerId, firstId: nowMs, lastId: nowMs, leaseUntil };
}

export function keepLease(sql: SqlStorage, leaseUntil: number): void {
  sql.exec("UPDATE feed SET lease_until = ?", leaseUntil);
}

/** Numbers the news that are new to this feed, keeps the latest of them, and returns those. */
export function appendNews(sql: SqlStorage, feed: Feed, news: readonly FedNews[], nowMs: number): LiveEvent[] {
  const added: LiveEvent[] = [];
  for (const { key, event } of news) {
    const id = feed.lastId + added.length + 1;
    const numbered = { id, ...event };
    const inserted = sql.exec(INSERT, id, key, nowMs, JSON.stringify(numbered)).toArray();
    if (inserted.length > 0) added.push(numbered);
  }
  const lastId = feed.lastId + added.length;
  sql.exec("UPDATE feed SET last_id = ?", lastId);
  sql.exec("DELETE FROM events WHERE id <= ?", lastId - EVENTS_MAX);
  return added;
}

/** What somebody is told first who has seen the events up to `after`; undefined for somebody new. */
export function welcome(sql: SqlStorage, { firstId, lastId }: Feed, after: number | undefined): LiveMessage[] {
  if (after === undefined || after === lastId) return [{ kind: "hello", lastId }];
  const { oldest } = sql.exec<{ oldest: number | null }>("SELECT min(id) AS oldest FROM events").one();
  const isKept = after >= firstId && after < lastId && after >= (oldest ?? lastId + 1) - 1;
  if (!isKept) return [{ kind: "reset", lastId }];
  const missed = sql.exec<{ body: string }>("SELECT body FROM events WHERE id > ? ORDER BY id", after).toArray();
  return [
    { kind: "hello", lastId },
    { kind: "events", events: missed.map(({ body }) => JSON.parse(body)) },
  ];
}

/** Forgets events that nobody comes back for any more. */
export function forgetEvents(sql: SqlStorage, nowMs: number): void {
  sql.exec("DELETE FROM events WHERE told_at < ?", nowMs - EVENT_MS);
}
