import { sql } from "drizzle-orm";
import type { CreateApiKey, CreatedApiKey } from "../../../schemas/api-keys.ts";
import { actingUser } from "../../core/actor.ts";
import { toBase64Url } from "../../core/base64url.ts";
import { sha256Hex } from "../../core/digest.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "../../core/errors.ts";
import { commit, guarded } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { queueMail } from "../mail/statements.ts";
import { happened } from "../outbox/statements.ts";
import { getMe } from "../users/queries.ts";
import { apiKeyObject, listApiKeys } from "./queries.ts";
import { API_KEYS_MAX, scopesNotAllowed } from "./rules.ts";
import { apiKeys } from "./tables.ts";

const KEY_BYTES = 24;

/**
 * Makes a key for a program of the acting merchant or influencer; the key itself is told once.
 * @throws Forbidden `role.required` for admins, `email.not_verified` @throws Conflict `key.limit_reached`
 * @throws Invalid `request.invalid` for scopes that are not the role's, and dates that have passed
 */
export async function createApiKey(ctx: Context, input: CreateApiKey): Promise<CreatedApiKey> {
  const user = actingUser(ctx);
  if (user.role === "admin") throw new Forbidden("role.required");
  const expiresAt = input.expiresAt === undefined ? null : Date.parse(input.expiresAt);
  const isPublishable = input.kind === "publishable";
  const faults = [
    ...(isPublishable && user.role !== "merchant" ? [{ path: "kind", message: "scope.not_allowed" }] : []),
    ...(!isPublishable && input.scopes.length === 0 ? [{ path: "scopes", message: "value.missing" }] : []),
    ...(scopesNotAllowed(user.role, input.scopes).length > 0 ? [{ path: "scopes", message: "scope.not_allowed" }] : []),
    ...(expiresAt !== null && expiresAt <= ctx.now() ? [{ path: "expiresAt", message: "date.in_past" }] : []),
  ];
  if (faults.length > 0) throw new Invalid("request.invalid", faults);
  const [me, known] = await Promise.all([getMe(ctx), listApiKeys(ctx)]);
  if (me.emailVerifiedAt === null) throw new Forbidden("email.not_verified");
  if (known.data.length >= API_KEYS_MAX) throw new Conflict("key.limit_reached");
  const prefix = isPublishable ? "pk_" : ctx.config.ENVIRONMENT === "production" ? "sk_live_" : "sk_test_";
  const key = `${prefix}${toBase64Url(ctx.random(KEY_BYTES))}`;
  const row = {
    id: ctx.newId("key"),
    userId: user.id,
    name: input.name,
    prefix,
    lastFour: key.slice(-4),
    keyHash: await sha256Hex(key),
    scopes: isPublishable ? [] : input.scopes,
    createdAt: ctx.now(),
    expiresAt,
    revokedAt: null,
    lastUsedAt: null,
  } as const;
  const values = { name: me.displayName, keyName: input.name };
  await commit(ctx, [
    insertRow(apiKeys, row),
    await queueMail(ctx, { to: me.email, userId: me.id, locale: me.locale, template: "api_key_created", values }),
    happened(ctx, "key.created", user.id),
    audit(ctx, "key.created", user.id, { keyId: row.id }),
  ]);
  return { ...apiKeyObject(row), key };
}

/** Takes back one of the acting user's keys; it opens nothing from then on. @throws NotFound `key.not_found` */
export async function revokeApiKey(ctx: Context, keyId: string): Promise<void> {
  const user = actingUser(ctx);
  const { data } = await listApiKeys(ctx);
  if (!data.some(({ id }) => id === keyId)) throw new NotFound("key.not_found");
  await commit(ctx, [
    ...guarded(
      sql`UPDATE api_keys SET revoked_at = ${ctx.now()} WHERE id = ${keyId} AND user_id = ${user.id} AND revoked_at IS NULL`,
    ),
    happened(ctx, "key.revoked", user.id),
    audit(ctx, "key.revoked", user.id, { keyId }),
  ]);
}
