import { sql } from "drizzle-orm";
import { Conflict, Forbidden, Unauthorized } from "../../core/errors.ts";
import { commit, guarded } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { happened } from "../outbox/statements.ts";
import { getUser } from "../users/queries.ts";
import { type OpenedSession, signedInAnswer } from "./open-session.ts";
import { findRefreshToken } from "./queries.ts";
import { SESSION_MS, SPENT_GRACE_MS } from "./rules.ts";
import { addRefreshToken, closeSession, newToken } from "./statements.ts";

/**
 * Spends a refresh token for the next one and a new access token. A token that was spent before closes its session: one
 * of the two who sent it is a thief. Within ten seconds it is two tabs, and nothing is closed.
 * @throws Unauthorized `session.expired`, `session.reused` @throws Conflict `session.raced` @throws Forbidden `account.suspended`
 */
export async function refreshSession(ctx: Context, refreshToken: string | undefined): Promise<OpenedSession> {
  const found = refreshToken ? await findRefreshToken(ctx, refreshToken) : null;
  if (!found || found.revokedAt !== null || found.expiresAt <= ctx.now()) throw new Unauthorized("session.expired");
  const { sessionId, userId, spentAt } = found;
  if (spentAt !== null) {
    if (ctx.now() - spentAt <= SPENT_GRACE_MS) throw new Conflict("session.raced");
    await commit(ctx, [
      ...closeSession(ctx, userId, sessionId, "reused"),
      happened(ctx, "session.closed", userId, { reason: "reused" }),
      audit(ctx, "session.reused", userId, { sessionId }),
    ]);
    throw new Unauthorized("session.reused");
  }
  const user = await getUser(ctx, userId);
  if (user.state === "suspended") throw new Forbidden("account.suspended");
  const { token, tokenHash } = await newToken(ctx);
  const now = ctx.now();
  try {
    await commit(ctx, [
      ...guarded(
        sql`UPDATE refresh_tokens SET spent_at = ${now} WHERE token_hash = ${found.tokenHash} AND spent_at IS NULL`,
      ),
      ...guarded(
        sql`UPDATE sessions SET last_used_at = ${now}, expires_at = ${now + SESSION_MS} WHERE id = ${sessionId} AND revoked_at IS NULL`,
      ),
      addRefreshToken(ctx, sessionId, tokenHash),
    ]);
  } catch (failure) {
    throw failure instanceof Conflict ? new Conflict("session.raced") : failure;
  }
  return { answer: await signedInAnswer(ctx, user, sessionId), sessionId, refreshToken: token };
}
