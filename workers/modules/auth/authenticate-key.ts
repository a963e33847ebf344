import { sql } from "drizzle-orm";
import { API_KEY_PREFIXES } from "../../../schemas/api-keys.ts";
import type { Locale, Role } from "../../../schemas/users.ts";
import type { UserActor } from "../../core/actor.ts";
import { sha256Hex } from "../../core/digest.ts";
import { Forbidden, Unauthorized } from "../../core/errors.ts";
import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";

// "Last used" is for people; writing it more often would cost every request a write.
const LAST_USED_STEP_MS = 3_600_000;

/**
 * The user an API key stands for, read anew each time so that a revoked key or a suspended user is out at once.
 * @throws Unauthorized `session.missing`, `key.invalid` @throws Forbidden `account.suspended`
 */
export async function authenticateKey(ctx: Context, authorization: string | undefined): Promise<UserActor> {
  return readKey(ctx, await hashOf(ctx, authorization));
}

export interface RecalledKey {
  readonly actor: UserActor;
  /** Not read just now: whoever uses it must let a commit prove it. */
  readonly isRecalled: boolean;
  forget(): void;
}

/**
 * As `authenticateKey`, but from the isolate's memory when the key was read within a minute. Only for verbs that always
 * end in a `commit`, which proves the key alive in its own transaction: one question less for each order.
 */
export async function recallKey(ctx: Context, authorization: string | undefined): Promise<RecalledKey> {
  const keyHash = await hashOf(ctx, authorization);
  const known = remembered.get(keyHash);
  const forget = () => void remembered.delete(keyHash);
  if (known && known.until > ctx.now()) return { actor: known.actor, isRecalled: true, forget };
  const actor = await readKey(ctx, keyHash);
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(keyHash, { actor, until: ctx.now() + REMEMBERED_MS });
  return { actor, isRecalled: false, forget };
}

const REMEMBERED_MS = 60_000;
const REMEMBERED_MAX = 1_000;
const remembered = new Map<string, { readonly actor: UserActor; readonly until: number }>();

function hashOf(ctx: Context, authorization: string | undefined): Promise<string> {
  const key = /^Bearer ([\x21-\x7e]{20,200})$/i.exec(authorization ?? "")?.[1];
  if (!authorization) throw new Unauthorized("session.missing");
  if (!key || !isAccepted(ctx, key)) throw new Unauthorized("key.invalid");
  return sha256Hex(key);
}

async function readKey(ctx: Context, keyHash: string): Promise<UserActor> {
  const row = await ctx.db.d1.prepare(KEY_AND_USER).bind(keyHash).first<KeyAndUser>();
  if (!row || row.revoked_at !== null || (row.expires_at !== null && row.expires_at <= ctx.now())) {
    throw new Unauthorized("key.invalid");
  }
  if (row.user_state === "suspended") throw new Forbidden("account.suspended");
  if ((row.last_used_at ?? 0) < ctx.now() - LAST_USED_STEP_MS) ctx.defer(() => noteUse(ctx, row.key_id));
  return {
    id: row.user_id,
    role: row.role,
    locale: row.locale,
    adminScopes: JSON.parse(row.admin_scopes),
    via: { kind: "key", keyId: row.key_id, scopes: JSON.parse(row.key_scopes) },
  };
}

// Asked for by every request: written out, since Drizzle's builder would take longer than the answer.
const KEY_AND_USER = `SELECT k.id AS key_id, k.scopes AS key_scopes, k.expires_at, k.revoked_at, k.last_used_at,
    u.id AS user_id, u.role, u.locale, u.state AS user_state, u.scopes AS admin_scopes
  FROM api_keys k JOIN users u ON u.id = k.user_id WHERE k.key_hash = ?1`;

interface KeyAndUser {
  key_id: string;
  key_scopes: string;
  expires_at: number | null;
  revoked_at: number | null;
  last_used_at: number | null;
  user_id: string;
  role: Role;
  locale: Locale;
  user_state: string;
  admin_scopes: string;
}

// Keys printed by a seed begin with sk_test_ and open nothing in production.
function isAccepted(ctx: Context, key: string): boolean {
  if (key.startsWith("sk_test_") && ctx.config.ENVIRONMENT === "production") return false;
  return API_KEY_PREFIXES.some((prefix) => key.startsWith(prefix));
}

async function noteUse(ctx: Context, keyId: string): Promise<void> {
  await commit(ctx, [sql`UPDATE api_keys SET last_used_at = ${ctx.now()} WHERE id = ${keyId}`]);
}
