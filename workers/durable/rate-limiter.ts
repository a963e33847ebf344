import { DurableObject } from "cloudflare:workers";
import { type Granted, takeUnits, type WindowLimit } from "../core/sliding-window.ts";
import type { Env } from "../platform/env.ts";

const TABLE =
  "CREATE TABLE IF NOT EXISTS spent (at INTEGER PRIMARY KEY, count INTEGER NOT NULL, ends_at INTEGER NOT NULL)";
const SPEND = `INSERT INTO spent (at, count, ends_at) VALUES (?1, ?2, ?3)
  ON CONFLICT (at) DO UPDATE SET count = count + excluded.count, ends_at = max(ends_at, excluded.ends_at)`;

/**
 * What one client spent of one limit, in the object's SQLite: its memory is gone after seconds without a request. Between
 * reading and writing nothing waits, so that requests at once never get more than the limit.
 */
export class RateLimiter extends DurableObject<Env> {
  #hasTable = false;
  #hasAlarm = false;

  /** Takes up to `wanted` units; all but the first may be used within `usableMs`. */
  async take(limit: WindowLimit, wanted: number, usableMs: number): Promise<Omit<Granted, "spendings">> {
    const nowMs = Date.now();
    const { sql } = this.ctx.storage;
    if (!this.#hasTable) sql.exec(TABLE);
    this.#hasTable = true;
    const spent = sql
      .exec<{ at: number; count: number; endsAt: number }>(
        "SELECT at, count, ends_at AS endsAt FROM spent WHERE ends_at > ?",
        nowMs,
      )
      .toArray();
    const { spendings, ...answer } = takeUnits(spent, limit, { nowMs, wanted, usableMs });
    for (const { at, count, endsAt } of spendings) sql.exec(SPEND, at, count, endsAt);
    if (spendings.length > 0) await this.#wakeToEmpty();
    return answer;
  }

  /** Forgets what no longer counts; when nothing does, the object holds nothing and costs nothing. */
  override async alarm(): Promise<void> {
    this.#hasAlarm = false;
    const { sql } = this.ctx.storage;
    sql.exec(TABLE);
    sql.exec("DELETE FROM spent WHERE ends_at <= ?", Date.now());
    const isEmpty = sql.exec("SELECT 1 FROM spent LIMIT 1").toArray().length === 0;
    if (!isEmpty) return this.#wakeToEmpty();
    this.#hasTable = false;
    await this.ctx.storage.deleteAll();
  }

  async #wakeToEmpty(): Promise<void> {
    if (this.#hasAlarm) return;
    this.#hasAlarm = true;
    if ((await this.ctx.storage.getAlarm()) !== null) return;
    const { endsAt } = this.ctx.storage.sql.exec<{ endsAt: number }>("SELECT max(ends_at) AS endsAt FROM spent").one();
    await this.ctx.storage.setAlarm(endsAt);
  }
}
