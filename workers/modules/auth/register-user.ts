import type { Register } from "../../../schemas/auth.ts";
import type { FieldError } from "../../../schemas/problem.ts";
import type { User } from "../../../schemas/users.ts";
import { Conflict, Invalid } from "../../core/errors.ts";
import { commit } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { queueMail } from "../mail/statements.ts";
import { happened } from "../outbox/statements.ts";
import { findUserByEmail } from "../users/queries.ts";
import { notify } from "../users/statements.ts";
import { consents, type UserRow, users } from "../users/tables.ts";
import { userObject } from "../users/user-object.ts";
import { isCommonPassword } from "./common-passwords.ts";
import { hashPassword, SALT_BYTES } from "./password.ts";
import { linkByMail } from "./statements.ts";

/** The wording of the terms that stood on the page when they were accepted. */
export const TERMS_VERSION = "2026-11";

/**
 * Opens an account and mails the link that verifies its address.
 * @throws Invalid `request.invalid` for a common password @throws Conflict `email.taken`
 */
export async function registerUser(ctx: Context, input: Register): Promise<User> {
  const faults = await passwordFaults("password", input.password, [input.email, input.displayName]);
  if (faults.length > 0) throw new Invalid("request.invalid", faults);
  if (await findUserByEmail(ctx, input.email)) throw new Conflict("email.taken");
  const row = await draftUser(ctx, input);
  const { url, statements } = await linkByMail(ctx, row.id, "verify");
  const mail = await queueMail(ctx, {
    to: row.email,
    userId: row.id,
    locale: row.locale,
    template: "verify_email",
    values: { name: row.displayName, url },
  });
  await commit(ctx, [
    insertRow(users, row),
    insertRow(consents, {
      userId: row.id,
      kind: "terms",
      version: TERMS_VERSION,
      givenAt: row.createdAt,
      withdrawnAt: null,
    }),
    ...statements,
    mail,
    notify(ctx, row.id, "account.welcome"),
    happened(ctx, "user.registered", row.id, { role: row.role }),
    audit(ctx, "user.registered", row.id, { role: row.role }),
  ]);
  return userObject(row);
}

async function draftUser(ctx: Context, input: Register): Promise<UserRow> {
  const now = ctx.now();
  return {
    id: ctx.newId("usr"),
    role: input.role,
    email: input.email.trim().toLowerCase(),
    emailVerifiedAt: null,
    displayName: input.displayName,
    handle: null,
    phone: null,
    locale: input.locale,
    state: "active",
    scopes: [],
    suspendedAt: null,
    createdAt: now,
    passwordHash: await hashPassword(input.password, ctx.random(SALT_BYTES)),
    passwordChangedAt: now,
    totpSealed: null,
    totpEnabledAt: null,
    totpLastStep: 0,
    deletedAt: null,
  };
}

/** What speaks against a new password, as field errors of `path`: that it is common, or the person's own name or address. */
export async function passwordFaults(path: string, password: string, names: readonly string[]): Promise<FieldError[]> {
  const bare = password.trim().toLowerCase();
  const own = names.flatMap((name) => [name.toLowerCase(), name.toLowerCase().split("@")[0] ?? ""]);
  if (own.includes(bare)) return [{ path, message: "password.is_name" }];
  return (await isCommonPassword(password)) ? [{ path, message: "password.too_common" }] : [];
}
