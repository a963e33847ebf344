import { eq, sql } from "drizzle-orm";
import { API_KEY_PREFIXES } from "../../../schemas/api-keys.ts";
import type { UserActor } from "../../core/actor.ts";
import { sha256Hex } from "../../core/digest.ts";
import { Forbidden, Unauthorized } from "../../core/errors.ts";
import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { users } from "../users/tables.ts";
import { apiKeys } from "./tables.ts";

// "Last used" is for people; writing it more often would cost every request a write.
const LAST_USED_STEP_MS = 3_600_000;

/**
 * The user an API key stands for, read anew each time so that a revoked key or a suspended user is out at once.
 * @throws Unauthorized `key.missing`, `key.invalid` @throws Forbidden `account.suspended`
 */
export async function authenticateKey(ctx: Context, authorization: string | undefined): Promise<UserActor> {
  const key = /^Bearer ([\x21-\x7e]{20,200})$/i.exec(authorization ?? "")?.[1];
  if (!authorization) throw new Unauthorized("key.missing");
  if (!key || !isAccepted(ctx, key)) throw new Unauthorized("key.invalid");
  const keyHash = await sha256Hex(key);
  const [row] = await ctx.db.orm
    .select({ key: apiKeys, user: users })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.userId))
    .where(eq(apiKeys.keyHash, keyHash))
    .limit(1);
  if (!row || row.key.revokedAt !== null || (row.key.expiresAt !== null && row.key.expiresAt <= ctx.now())) {
    throw new Unauthorized("key.invalid");
  }
  if (row.user.state === "suspended") throw new Forbidden("account.suspended");
  if ((row.key.lastUsedAt ?? 0) < ctx.now() - LAST_USED_STEP_MS) ctx.defer(() => noteUse(ctx, row.key.id));
  const { id, role, locale, scopes } = row.user;
  return { id, role, locale, keyId: row.key.id, keyScopes: row.key.scopes, adminScopes: scopes };
}

// Keys printed by a seed begin with sk_test_ and open nothing in production.
function isAccepted(ctx: Context, key: string): boolean {
  if (key.startsWith("sk_test_") && ctx.config.ENVIRONMENT === "production") return false;
  return API_KEY_PREFIXES.some((prefix) => key.startsWith(prefix));
}

async function noteUse(ctx: Context, keyId: string): Promise<void> {
  await commit(ctx, [sql`UPDATE api_keys SET last_used_at = ${ctx.now()} WHERE id = ${keyId}`]);
}
