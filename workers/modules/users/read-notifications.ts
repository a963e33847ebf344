import { actingUser } from "../../core/actor.ts";
import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { notificationsRead } from "./statements.ts";

/** Marks the acting user's notifications as read: those ids, or all. Somebody else's are left as they are. */
export async function markNotificationsRead(ctx: Context, ids: readonly string[] | "all"): Promise<void> {
  await commit(ctx, [notificationsRead(ctx, actingUser(ctx).id, ids)]);
}
