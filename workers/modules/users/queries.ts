import { eq } from "drizzle-orm";
import { NotFound } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import { users } from "./tables.ts";

/** Any user by id, for admins. @throws NotFound `user.not_found` */
export async function getUser(ctx: Context, userId: string) {
  const [row] = await ctx.db.orm.select().from(users).where(eq(users.id, userId)).limit(1);
  if (!row) throw new NotFound("user.not_found");
  return row;
}
