import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import type { Context } from "../../platform/context.ts";
import { type OutboxEvent, outbox } from "./tables.ts";

/** Work rows without an end whose next sending is due, oldest first. */
export function listDueWork(ctx: Context, limit: number) {
  return ctx.db.orm
    .select({ id: outbox.id, event: outbox.event, subjectId: outbox.subjectId, attempts: outbox.attempts })
    .from(outbox)
    .where(and(isNull(outbox.doneAt), lte(outbox.nextAttemptAt, ctx.now())))
    .orderBy(asc(outbox.nextAttemptAt))
    .limit(limit);
}

/** Ids of the open work rows of the subjects. */
export async function listOpenWorkIds(
  ctx: Context,
  event: OutboxEvent,
  subjectIds: readonly string[],
): Promise<string[]> {
  const rows = await ctx.db.orm
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        sql`${outbox.subjectId} IN (SELECT value FROM json_each(${JSON.stringify(subjectIds)}))`,
        isNull(outbox.doneAt),
        eq(outbox.event, event),
      ),
    );
  return rows.map(({ id }) => id);
}

/** One state change, as those who were not there learn of it. */
export interface News {
  /** Place in the order of the commits. */
  readonly position: number;
  readonly id: string;
  readonly event: OutboxEvent;
  readonly subjectId: string;
  readonly payload: Readonly<Record<string, string | number | null>>;
  readonly createdAt: number;
}

/** How far the reader has come; 0 and version 0 before its first time. */
export async function getPosition(ctx: Context, reader: string): Promise<{ position: number; version: number }> {
  const row = await ctx.db.d1
    .prepare("SELECT position, version FROM news_readers WHERE reader = ?1")
    .bind(reader)
    .first<{ position: number; version: number }>();
  return row ?? { position: 0, version: 0 };
}

const NEWS = `SELECT rowid AS position, id, event, subject_id AS subjectId, payload, created_at AS createdAt
  FROM outbox WHERE rowid > ?1 ORDER BY rowid LIMIT ?2`;

/** What was written to the outbox after the position, in the order of the commits. */
export async function listNews(ctx: Context, after: number, limit: number): Promise<News[]> {
  const { results } = await ctx.db.d1
    .prepare(NEWS)
    .bind(after, limit)
    .all<Omit<News, "payload"> & { readonly payload: string }>();
  return results.map(({ payload, ...row }) => ({ ...row, payload: JSON.parse(payload) }));
}
