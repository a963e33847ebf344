import { eq } from "drizzle-orm";
import type { Context } from "../../platform/context.ts";
import { userSubscriptions } from "./tables.ts";

/** The merchant's subscription, or undefined for one who never had any (the free plan). */
export async function findSubscription(ctx: Context, userId: string) {
  const [row] = await ctx.db.orm.select().from(userSubscriptions).where(eq(userSubscriptions.userId, userId)).limit(1);
  return row;
}
