import { sql } from "drizzle-orm";
import type { Locale, Role } from "../../../schemas/users.ts";
import type { UserActor } from "../../core/actor.ts";
import { Forbidden, Unauthorized } from "../../core/errors.ts";
import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { verifyAccessToken } from "./access-token.ts";

const LAST_USED_STEP_MS = 5 * 60_000;

/**
 * The user an access token stands for. The token's signature is not enough: its session and user are read each time, so
 * that whoever was logged out or suspended is out at once.
 * @throws Unauthorized `session.expired` @throws Forbidden `account.suspended`
 */
export async function authenticateSession(ctx: Context, accessToken: string): Promise<UserActor> {
  const sessionId = await verifyAccessToken(ctx, accessToken);
  if (sessionId === undefined) throw new Unauthorized("session.expired");
  const row = await ctx.db.d1.prepare(SESSION_AND_USER).bind(sessionId).first<SessionAndUser>();
  if (row?.user_state === "suspended") throw new Forbidden("account.suspended");
  if (!row || row.revoked_at !== null || row.expires_at <= ctx.now()) throw new Unauthorized("session.expired");
  if (row.last_used_at < ctx.now() - LAST_USED_STEP_MS) ctx.defer(() => noteUse(ctx, sessionId));
  return {
    id: row.user_id,
    role: row.role,
    locale: row.locale,
    adminScopes: JSON.parse(row.admin_scopes),
    via: { kind: "session", sessionId, hasTotp: row.totp_enabled_at !== null },
  };
}

const SESSION_AND_USER = `SELECT s.revoked_at, s.expires_at, s.last_used_at, u.id AS user_id, u.role, u.locale, u.state AS user_state,
    u.scopes AS admin_scopes, u.totp_enabled_at
  FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = ?1`;

interface SessionAndUser {
  revoked_at: number | null;
  expires_at: number;
  last_used_at: number;
  user_id: string;
  role: Role;
  locale: Locale;
  user_state: string;
  admin_scopes: string;
  totp_enabled_at: number | null;
}

async function noteUse(ctx: Context, sessionId: string): Promise<void> {
  await commit(ctx, [sql`UPDATE sessions SET last_used_at = ${ctx.now()} WHERE id = ${sessionId}`]);
}
