import { sql } from "drizzle-orm";
import type { ChangeUser } from "../../../schemas/admin.ts";
import type { User } from "../../../schemas/users.ts";
import { actingAdmin, actingStaff } from "../../core/actor.ts";
import { Conflict } from "../../core/errors.ts";
import { linksDueOf } from "../../core/links-due.ts";
import { commit, guarded, type Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { publishChangedLinks } from "../affiliation/publish-link.ts";
import { listLinksOfParty } from "../affiliation/queries.ts";
import { audit } from "../audit/statements.ts";
import { closeSessions } from "../auth/statements.ts";
import { happened, happenedToEach } from "../outbox/statements.ts";
import { getUser } from "../users/queries.ts";
import { changeUser as changeRow } from "../users/statements.ts";
import { userObject } from "../users/user-object.ts";

const PUBLISHED_AT_ONCE = 300;

/**
 * Suspends or reinstates an account, or sets an admin's scopes, with a reason. A suspended user's sessions end and links
 * stop at once.
 * @throws Forbidden `admin.scope_missing`: `compliance` for states, `owner` for scopes and for other admins
 * @throws NotFound `user.not_found` @throws Conflict `user.wrong_role` for scopes of somebody who is no admin, and for oneself
 */
export async function changeUser(ctx: Context, userId: string, input: ChangeUser): Promise<User> {
  const admin = actingStaff(ctx);
  const user = await getUser(ctx, userId);
  actingAdmin(ctx, input.scopes !== undefined || user.role === "admin" ? "owner" : "compliance");
  if (userId === admin.id || user.deletedAt !== null) throw new Conflict("user.wrong_role");
  if (input.scopes !== undefined && user.role !== "admin") throw new Conflict("user.wrong_role");
  const state = input.state ?? user.state;
  const isMoving = state !== user.state;
  const suspendedAt = isMoving ? (state === "suspended" ? ctx.now() : null) : user.suspendedAt;
  const next = { ...user, state, suspendedAt, scopes: input.scopes ?? user.scopes };
  const links = isMoving ? await listLinksOfParty(ctx, userId) : [];
  const answer = userObject(next);
  const moved: Statement[] = isMoving
    ? [
        ...guarded(
          sql`UPDATE users SET state = ${state}, suspended_at = ${suspendedAt} WHERE id = ${userId} AND state = ${user.state}`,
        ),
        closeSessions(ctx, userId, "suspended"),
        ...happenedToEach(
          ctx,
          "link.changed",
          links.map(({ id }) => id),
        ),
        happened(ctx, state === "suspended" ? "user.suspended" : "user.reinstated", userId),
      ]
    : [];
  await commit(
    ctx,
    [
      ...moved,
      changeRow(ctx, userId, { scopes: next.scopes }),
      audit(ctx, "user.changed_by_admin", userId, {
        from: user.state,
        to: state,
        scopes: next.scopes.join(","),
        reason: input.reason,
      }),
    ],
    { status: 200, body: answer },
  );
  publishAll(ctx, links);
  return answer;
}

// As many as one invocation may write; the others go through the queue.
function publishAll(ctx: Context, links: Awaited<ReturnType<typeof listLinksOfParty>>): void {
  ctx.defer(() => publishChangedLinks(ctx, links.slice(0, PUBLISHED_AT_ONCE)));
  const rest = new Set(links.slice(PUBLISHED_AT_ONCE).map(({ productId }) => productId));
  for (const message of linksDueOf([...rest])) ctx.nudge(message);
}
