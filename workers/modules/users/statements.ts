import { eq, sql } from "drizzle-orm";
import type { Statement } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import { type NotificationData, notifications, type UserRow, users } from "./tables.ts";

/** Tells the user something in the app; the page words it from kind and data. */
export function notify(ctx: Context, userId: string, kind: string, data: NotificationData = {}): Statement {
  return insertRow(notifications, { id: ctx.newId("ntf"), userId, kind, data, createdAt: ctx.now(), readAt: null });
}

export interface Told {
  readonly userId: string;
  readonly data: NotificationData;
}

/** Tells many users the same kind of thing, as one statement. */
export function notifyEach(ctx: Context, kind: string, told: readonly Told[]): Statement[] {
  if (told.length === 0) return [];
  const rows = told.map(({ userId, data }) => [ctx.newId("ntf"), userId, JSON.stringify(data)]);
  return [
    sql`INSERT INTO notifications (id, user_id, kind, data, created_at)
      SELECT value ->> 0, value ->> 1, ${kind}, value ->> 2, ${ctx.now()} FROM json_each(${JSON.stringify(rows)})`,
  ];
}

/** Changes columns of one user. */
export function changeUser(ctx: Context, userId: string, changes: Partial<UserRow>): Statement {
  return ctx.db.orm.update(users).set(changes).where(eq(users.id, userId));
}

/** Marks the user's notifications as read: those ids, or all. */
export function notificationsRead(ctx: Context, userId: string, ids: readonly string[] | "all"): Statement {
  if (ids === "all")
    return sql`UPDATE notifications SET read_at = ${ctx.now()} WHERE user_id = ${userId} AND read_at IS NULL`;
  return sql`UPDATE notifications SET read_at = ${ctx.now()} WHERE user_id = ${userId} AND read_at IS NULL
    AND id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}
