import { sql } from "drizzle-orm";
import type { Built, Nudging, Statement } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import { isNews, isWork, nextAttemptOn } from "./rules.ts";
import { deadLetters, type OutboxEvent, outbox } from "./tables.ts";

/** The event of a state change, in the same commit as the change. */
export function happened(
  ctx: Context,
  event: OutboxEvent,
  subjectId: string,
  payload: Readonly<Record<string, string | number | null>> = {},
): Built | Nudging {
  const now = ctx.now();
  const row = insertRow(outbox, {
    id: ctx.newId("out"),
    event,
    subjectId,
    payload,
    createdAt: now,
    attempts: 0,
    nextAttemptAt: nextAttemptOn(now, 0),
    doneAt: isWork(event) ? null : now,
  });
  return isNews(event) ? { ...row, nudge: { kind: "news.due" } } : row;
}

/** The same event of many subjects, as one statement. */
export function happenedToEach(ctx: Context, event: OutboxEvent, subjectIds: readonly string[]): Statement[] {
  if (subjectIds.length === 0) return [];
  const now = ctx.now();
  const rows = subjectIds.map((subjectId) => [ctx.newId("out"), subjectId]);
  return [
    sql`INSERT INTO outbox (id, event, subject_id, created_at, attempts, next_attempt_at, done_at)
      SELECT value ->> 0, ${event}, value ->> 1, ${now}, 0, ${nextAttemptOn(now, 0)}, ${isWork(event) ? null : now}
      FROM json_each(${JSON.stringify(rows)})`,
  ];
}

/** The outbox row that says a conversion may have something to post, with the message that follows its commit. */
export function commissionDue(ctx: Context, conversionId: string): Nudging {
  return { ...happened(ctx, "commission.due", conversionId), nudge: { kind: "commission.due", conversionId } };
}

/** The outbox row that says a product's links show something else now, with the message that follows its commit. */
export function productChanged(ctx: Context, productId: string): Nudging {
  return { ...happened(ctx, "product.changed", productId), nudge: { kind: "links.due", productIds: [productId] } };
}

/** Marks the outbox rows as carried to their end. */
export function outboxDone(ctx: Context, ids: readonly string[]): Statement[] {
  if (ids.length === 0) return [];
  return [
    sql`UPDATE outbox SET done_at = ${ctx.now()} WHERE done_at IS NULL AND id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  ];
}

/** Counts one more sending of the rows and puts off the next. */
export function outboxSent(ctx: Context, rows: readonly { id: string; attempts: number }[]): Statement[] {
  const marks = rows.map(({ id, attempts }) => [id, attempts + 1, nextAttemptOn(ctx.now(), attempts + 1)]);
  return [
    sql`UPDATE outbox SET attempts = mark.value ->> 1, next_attempt_at = mark.value ->> 2
      FROM json_each(${JSON.stringify(marks)}) AS mark WHERE outbox.id = mark.value ->> 0 AND outbox.done_at IS NULL`,
  ];
}

/** Keeps a message that its queue gave up. */
export function deadLetter(ctx: Context, queue: string, body: string, reason: string | null): Statement {
  return insertRow(deadLetters, { id: ctx.newId("ded"), queue, body, reason, receivedAt: ctx.now(), replayedAt: null });
}
