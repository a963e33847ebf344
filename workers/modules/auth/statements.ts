import { sql } from "drizzle-orm";
import { toBase64Url } from "../../core/base64url.ts";
import { DAY_MS } from "../../core/calendar.ts";
import { sha256Hex } from "../../core/digest.ts";
import { guarded, type Statement } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import { RESET_LINK_MS, VERIFY_LINK_MS } from "./rules.ts";
import { type EmailTokenPurpose, emailTokens, refreshTokens, type SessionEnd } from "./tables.ts";

const TOKEN_BYTES = 32;
const LINK_MS: Readonly<Record<EmailTokenPurpose, number>> = { verify: VERIFY_LINK_MS, reset: RESET_LINK_MS };
const PAGE: Readonly<Record<EmailTokenPurpose, string>> = { verify: "verify-email", reset: "reset-password" };

/** Closes all of the user's open sessions, or all but one, with the reason. */
export function closeSessions(
  ctx: Context,
  userId: string,
  reason: SessionEnd,
  exceptId: string | null = null,
): Statement {
  return sql`UPDATE sessions SET revoked_at = ${ctx.now()}, revoked_reason = ${reason}
    WHERE user_id = ${userId} AND revoked_at IS NULL AND id IS NOT ${exceptId}`;
}

/** Closes one open session of the user; a lost race aborts. */
export function closeSession(ctx: Context, userId: string, sessionId: string, reason: SessionEnd): Statement[] {
  return guarded(sql`UPDATE sessions SET revoked_at = ${ctx.now()}, revoked_reason = ${reason}
    WHERE id = ${sessionId} AND user_id = ${userId} AND revoked_at IS NULL`);
}

/** Counts one more wrong password of the e-mail. */
export function failedLogin(ctx: Context, emailHash: string, failures: number): Statement {
  return sql`INSERT INTO login_failures (email_hash, failures, last_failed_at) VALUES (${emailHash}, ${failures}, ${ctx.now()})
    ON CONFLICT (email_hash) DO UPDATE SET failures = excluded.failures, last_failed_at = excluded.last_failed_at`;
}

export function forgetFailures(emailHash: string): Statement {
  return sql`DELETE FROM login_failures WHERE email_hash = ${emailHash}`;
}

/** A new secret for a link or a cookie: 32 random bytes, and the hash under which it is kept. */
export async function newToken(ctx: Context): Promise<{ token: string; tokenHash: string }> {
  const token = toBase64Url(ctx.random(TOKEN_BYTES));
  return { token, tokenHash: await sha256Hex(token) };
}

/** A link for a mail, and the statements that make it good and every earlier one of its purpose void. */
export async function linkByMail(
  ctx: Context,
  userId: string,
  purpose: EmailTokenPurpose,
): Promise<{ url: string; statements: Statement[] }> {
  const { token, tokenHash } = await newToken(ctx);
  const now = ctx.now();
  return {
    url: `${ctx.config.APP_URL}/${PAGE[purpose]}?token=${token}`,
    statements: [
      sql`UPDATE email_tokens SET used_at = ${now} WHERE user_id = ${userId} AND purpose = ${purpose} AND used_at IS NULL`,
      insertRow(emailTokens, {
        tokenHash,
        userId,
        purpose,
        createdAt: now,
        expiresAt: now + LINK_MS[purpose],
        usedAt: null,
      }),
    ],
  };
}

const FORGET_DAYS = 30;

/** Deletes what signing in leaves behind: links that are over, sessions that ended a month ago, old failures. */
export function forgetOldSignIns(ctx: Context): Statement[] {
  const before = ctx.now() - FORGET_DAYS * DAY_MS;
  return [
    sql`DELETE FROM email_tokens WHERE expires_at < ${before}`,
    sql`DELETE FROM login_failures WHERE last_failed_at < ${before}`,
    sql`DELETE FROM sessions WHERE expires_at < ${before}`,
  ];
}

/** Spends a link; whoever comes second with the same one aborts. */
export function spendEmailToken(ctx: Context, tokenHash: string): Statement[] {
  return guarded(
    sql`UPDATE email_tokens SET used_at = ${ctx.now()} WHERE token_hash = ${tokenHash} AND used_at IS NULL`,
  );
}

/** The next refresh token of a session. */
export function addRefreshToken(ctx: Context, sessionId: string, tokenHash: string): Statement {
  return insertRow(refreshTokens, { tokenHash, sessionId, createdAt: ctx.now(), spentAt: null });
}
