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
