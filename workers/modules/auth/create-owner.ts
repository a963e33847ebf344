import { Secret } from "otpauth";
import { toBase32 } from "../../core/base32.ts";
import { Conflict } from "../../core/errors.ts";
import { seal } from "../../core/seal.ts";
import { commit } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { happened } from "../outbox/statements.ts";
import { findUserByEmail } from "../users/queries.ts";
import { users } from "../users/tables.ts";
import { hashPassword, SALT_BYTES } from "./password.ts";
import { TOTP_PURPOSE } from "./second-factor.ts";

export interface CreatedOwner {
  readonly id: string;
  readonly password: string;
  /** Base32, for the authenticator: told once. */
  readonly totpSecret: string;
}

const PASSWORD_BYTES = 15;
const SECRET_BYTES = 20;

/**
 * Makes an admin with the scope `owner`, second factor on, for the person who sets the platform up. Never reached over HTTP.
 * @throws Conflict `email.taken`
 */
export async function createOwner(ctx: Context, email: string): Promise<CreatedOwner> {
  if (await findUserByEmail(ctx, email)) throw new Conflict("email.taken");
  const id = ctx.newId("usr");
  const now = ctx.now();
  const password = toBase32(ctx.random(PASSWORD_BYTES));
  const totpSecret = new Secret({ buffer: ctx.random(SECRET_BYTES).buffer }).base32;
  const { sealKeys } = await ctx.secrets();
  await commit(ctx, [
    insertRow(users, {
      id,
      role: "admin",
      email: email.trim().toLowerCase(),
      emailVerifiedAt: now,
      displayName: "Owner",
      locale: "fr",
      scopes: ["owner"],
      createdAt: now,
      passwordHash: await hashPassword(password, ctx.random(SALT_BYTES)),
      passwordChangedAt: now,
      totpSealed: await seal(sealKeys, TOTP_PURPOSE, totpSecret, ctx.random(12)),
      totpEnabledAt: now,
    }),
    happened(ctx, "user.registered", id, { role: "admin" }),
    audit(ctx, "user.registered", id, { role: "admin" }),
  ]);
  return { id, password, totpSecret };
}
