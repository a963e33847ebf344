import { actingUser } from "../../core/actor.ts";
import { Conflict, NotFound } from "../../core/errors.ts";
import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { happened } from "../outbox/statements.ts";
import { listOpenSessions } from "./queries.ts";
import { closeSession } from "./statements.ts";

/** Closes one of the acting user's sessions; its tokens are void at once. @throws NotFound `session.not_found` */
export async function revokeSession(ctx: Context, sessionId: string): Promise<void> {
  const user = actingUser(ctx);
  const open = await listOpenSessions(ctx, user.id);
  if (!open.some(({ id }) => id === sessionId)) throw new NotFound("session.not_found");
  await close(ctx, user.id, sessionId, "revoked");
}

/** Closes the session the request came in with. */
export async function logOut(ctx: Context): Promise<void> {
  const user = actingUser(ctx);
  if (user.via.kind === "session") await close(ctx, user.id, user.via.sessionId, "logged_out");
}

async function close(ctx: Context, userId: string, sessionId: string, reason: "revoked" | "logged_out"): Promise<void> {
  try {
    await commit(ctx, [
      ...closeSession(ctx, userId, sessionId, reason),
      happened(ctx, "session.closed", userId, { reason }),
      audit(ctx, "session.closed", userId, { sessionId, reason }),
    ]);
  } catch (failure) {
    // Somebody else has just closed it: what was asked for is so.
    if (!(failure instanceof Conflict)) throw failure;
  }
}
