import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { ApiKey } from "../../../schemas/api-keys.ts";
import type { AccountSession } from "../../../schemas/auth.ts";
import { actingUser } from "../../core/actor.ts";
import { sha256Hex } from "../../core/digest.ts";
import { tagHex } from "../../core/mac.ts";
import type { Context } from "../../platform/context.ts";
import type { LoginFailures } from "./rules.ts";
import { apiKeys, type EmailTokenPurpose, emailTokens, loginFailures, recoveryCodes, sessions } from "./tables.ts";

const iso = (instantMs: number) => new Date(instantMs).toISOString();
const isoOrNull = (instantMs: number | null) => (instantMs === null ? null : iso(instantMs));

/** The name under which failures of an e-mail are counted, whether or not anybody has it. */
export async function emailHashOf(ctx: Context, email: string): Promise<string> {
  return tagHex((await ctx.secrets()).hashKey, `login:${email.trim().toLowerCase()}`);
}

/** Wrong passwords in a row of the e-mail. */
export async function findLoginFailures(ctx: Context, emailHash: string): Promise<LoginFailures | undefined> {
  const [row] = await ctx.db.orm.select().from(loginFailures).where(eq(loginFailures.emailHash, emailHash)).limit(1);
  return row;
}

/** The user a link in a mail is for, or undefined when it is unknown, used or over. */
export async function findEmailToken(ctx: Context, token: string, purpose: EmailTokenPurpose) {
  const tokenHash = await sha256Hex(token);
  const [row] = await ctx.db.orm
    .select({ tokenHash: emailTokens.tokenHash, userId: emailTokens.userId })
    .from(emailTokens)
    .where(
      and(
        eq(emailTokens.tokenHash, tokenHash),
        eq(emailTokens.purpose, purpose),
        isNull(emailTokens.usedAt),
        gt(emailTokens.expiresAt, ctx.now()),
      ),
    )
    .limit(1);
  return row;
}

/** Sessions the user has open, the one used last first. */
export async function listOpenSessions(ctx: Context, userId: string) {
  return ctx.db.orm
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, ctx.now())))
    .orderBy(desc(sessions.lastUsedAt))
    .limit(100);
}

/** The acting user's open sessions, as the API shows them. */
export async function listOwnSessions(ctx: Context): Promise<{ data: AccountSession[]; nextCursor: null }> {
  const { id, via } = actingUser(ctx);
  const rows = await listOpenSessions(ctx, id);
  const data = rows.map((row) => ({
    id: row.id,
    device: row.device,
    country: row.country,
    createdAt: iso(row.createdAt),
    lastUsedAt: iso(row.lastUsedAt),
    isCurrent: via.kind === "session" && via.sessionId === row.id,
  }));
  return { data, nextCursor: null };
}

/** An unused recovery code of the user, by its hash. */
export async function findRecoveryCode(ctx: Context, userId: string, codeHash: string) {
  const [row] = await ctx.db.orm
    .select()
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, codeHash), isNull(recoveryCodes.usedAt)))
    .limit(1);
  return row;
}

/** A refresh token with its session and its owner's state. */
export async function findRefreshToken(ctx: Context, token: string) {
  return ctx.db.d1
    .prepare(
      `SELECT r.token_hash AS tokenHash, r.spent_at AS spentAt, s.id AS sessionId, s.user_id AS userId, s.revoked_at AS revokedAt,
        s.expires_at AS expiresAt FROM refresh_tokens r JOIN sessions s ON s.id = r.session_id WHERE r.token_hash = ?1`,
    )
    .bind(await sha256Hex(token))
    .first<{
      tokenHash: string;
      spentAt: number | null;
      sessionId: string;
      userId: string;
      revokedAt: number | null;
      expiresAt: number;
    }>();
}

/** The acting user's living keys, newest first; never the keys themselves. */
export async function listApiKeys(ctx: Context): Promise<{ data: ApiKey[]; nextCursor: null }> {
  const rows = await ctx.db.orm
    .select()
    .from(apiKeys)
    .where(
      and(
        eq(apiKeys.userId, actingUser(ctx).id),
        isNull(apiKeys.revokedAt),
        sql`(${apiKeys.expiresAt} IS NULL OR ${apiKeys.expiresAt} > ${ctx.now()})`,
      ),
    )
    .orderBy(desc(apiKeys.id))
    .limit(100);
  return { data: rows.map(apiKeyObject), nextCursor: null };
}

/** A key as its owner recognises it. */
export function apiKeyObject(row: typeof apiKeys.$inferSelect): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    lastFour: row.lastFour,
    scopes: [...row.scopes],
    createdAt: iso(row.createdAt),
    expiresAt: isoOrNull(row.expiresAt),
    lastUsedAt: isoOrNull(row.lastUsedAt),
  };
}
