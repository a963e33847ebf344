import { env } from "cloudflare:workers";
import type { AdminScope, Role } from "../../schemas/users.ts";
import { commit } from "../../workers/db/commit.ts";
import { mintCsrfToken } from "../../workers/http/csrf.ts";
import { draftSession } from "../../workers/modules/auth/open-session.ts";
import { getUser } from "../../workers/modules/users/queries.ts";
import { Visitor } from "./visitor.ts";
import { addUser, systemContext } from "./world.ts";

/** A browser with an open session of the user, without the work of a password. */
export async function visitorOf(userId: string): Promise<Visitor> {
  const ctx = systemContext();
  const { session, statements } = await draftSession(ctx, await getUser(ctx, userId), {
    device: "test",
    country: null,
  });
  await commit(ctx, statements);
  const visitor = new Visitor();
  visitor.cookies.set("__Host-access", session.answer.accessToken);
  visitor.cookies.set("__Host-refresh", session.refreshToken);
  visitor.cookies.set("__Host-csrf", mintCsrfToken((await ctx.secrets()).csrfKey, session.sessionId, ctx.random(32)));
  return visitor;
}

/** Somebody new of the role, signed in; admins with their second factor. */
export async function someone(
  role: Role,
  adminScopes: readonly AdminScope[] = [],
): Promise<{ id: string; visitor: Visitor }> {
  const { id } = await addUser(role, { adminScopes });
  if (role === "admin") await env.CORE_DB.prepare("UPDATE users SET totp_enabled_at = 1 WHERE id = ?").bind(id).run();
  return { id, visitor: await visitorOf(id) };
}
