import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import type { UserQuery } from "../../../schemas/admin.ts";
import type { Page, PageQuery } from "../../../schemas/page.ts";
import type { Notification } from "../../../schemas/users.ts";
import { actingUser } from "../../core/actor.ts";
import { NotFound } from "../../core/errors.ts";
import { mapPage, pageFrom } from "../../db/page.ts";
import type { Context } from "../../platform/context.ts";
import { notifications, type UserRow, users } from "./tables.ts";

/** Any user by id, for admins and for the user's own verbs. @throws NotFound `user.not_found` */
export async function getUser(ctx: Context, userId: string): Promise<UserRow> {
  const [row] = await ctx.db.orm.select().from(users).where(eq(users.id, userId)).limit(1);
  if (!row) throw new NotFound("user.not_found");
  return row;
}

/** The acting user's own row. */
export const getMe = (ctx: Context): Promise<UserRow> => getUser(ctx, actingUser(ctx).id);

/** Whose e-mail it is, without regard to case. */
export async function findUserByEmail(ctx: Context, email: string): Promise<UserRow | undefined> {
  const [row] = await ctx.db.orm.select().from(users).where(sql`${users.email} = ${email} COLLATE NOCASE`).limit(1);
  return row;
}

/** Users by part of e-mail or name, role and state, for staff; the newest first. */
export async function listUsers(ctx: Context, { limit, cursor, q, role, state }: UserQuery): Promise<Page<UserRow>> {
  const like = q === undefined || q === "" ? undefined : `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await ctx.db.orm
    .select()
    .from(users)
    .where(
      and(
        cursor === undefined ? undefined : lt(users.id, cursor),
        role === undefined ? undefined : eq(users.role, role),
        state === undefined ? undefined : eq(users.state, state),
        like === undefined
          ? undefined
          : sql`(${users.email} LIKE ${like} ESCAPE '\\' OR ${users.displayName} LIKE ${like} ESCAPE '\\')`,
      ),
    )
    .orderBy(desc(users.id))
    .limit(limit + 1);
  return pageFrom(rows, limit, ({ id }) => id);
}

/** The acting user's notifications, newest first. */
export async function listNotifications(
  ctx: Context,
  { limit, cursor }: PageQuery,
): Promise<Page<Notification> & { unread: number }> {
  const own = eq(notifications.userId, actingUser(ctx).id);
  const [rows, [unread]] = await Promise.all([
    ctx.db.orm
      .select()
      .from(notifications)
      .where(cursor === undefined ? own : and(own, lt(notifications.id, cursor)))
      .orderBy(desc(notifications.id))
      .limit(limit + 1),
    ctx.db.orm
      .select({ count: sql<number>`count(*)` })
      .from(notifications)
      .where(and(own, isNull(notifications.readAt))),
  ]);
  const page = mapPage(
    pageFrom(rows, limit, ({ id }) => id),
    ({ id, kind, data, createdAt, readAt }) => ({
      id,
      kind,
      data: { ...data },
      createdAt: new Date(createdAt).toISOString(),
      readAt: readAt === null ? null : new Date(readAt).toISOString(),
    }),
  );
  return { ...page, unread: unread?.count ?? 0 };
}
