import type { ResetPassword } from "../../../schemas/auth.ts";
import { Conflict, Invalid } from "../../core/errors.ts";
import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { queueMail } from "../mail/statements.ts";
import { happened } from "../outbox/statements.ts";
import { findUserByEmail, getUser } from "../users/queries.ts";
import { changeUser, notify } from "../users/statements.ts";
import type { UserRow } from "../users/tables.ts";
import { hashPassword, SALT_BYTES } from "./password.ts";
import { emailHashOf, findEmailToken } from "./queries.ts";
import { passwordFaults } from "./register-user.ts";
import { closeSessions, forgetFailures, linkByMail, spendEmailToken } from "./statements.ts";

/** Mails a link for a new password, if the e-mail is somebody's. The answer is the same either way. */
export async function requestPasswordReset(ctx: Context, email: string): Promise<void> {
  const user = await findUserByEmail(ctx, email);
  if (!user || user.state === "suspended") return;
  const { url, statements } = await linkByMail(ctx, user.id, "reset");
  const values = { name: user.displayName, url };
  const mail = await queueMail(ctx, {
    to: user.email,
    userId: user.id,
    locale: user.locale,
    template: "reset_password",
    values,
  });
  await commit(ctx, [...statements, mail, audit(ctx, "user.password_reset_sent", user.id)]);
}

/**
 * Sets a new password with the link of a mail: all sessions are closed, the wait after wrong passwords is lifted, and the
 * address is proven by the way.
 * @throws Invalid `token.invalid`, `request.invalid` for a common password
 */
export async function resetPassword(ctx: Context, input: ResetPassword): Promise<void> {
  const found = await findEmailToken(ctx, input.token, "reset");
  if (!found) throw new Invalid("token.invalid");
  const user = await getUser(ctx, found.userId);
  const faults = await passwordFaults("password", input.password, [user.email, user.displayName]);
  if (faults.length > 0) throw new Invalid("request.invalid", faults);
  try {
    await commit(ctx, [
      ...spendEmailToken(ctx, found.tokenHash),
      ...(await newPasswordStatements(ctx, user, input.password, null)),
      changeUser(ctx, user.id, { emailVerifiedAt: user.emailVerifiedAt ?? ctx.now() }),
    ]);
  } catch (failure) {
    throw failure instanceof Conflict ? new Invalid("token.invalid") : failure;
  }
}

/** All that a new password entails: its hash, other sessions closed, failures forgotten, the owner told. */
export async function newPasswordStatements(ctx: Context, user: UserRow, password: string, keptSession: string | null) {
  const passwordHash = await hashPassword(password, ctx.random(SALT_BYTES));
  const mail = await queueMail(ctx, {
    to: user.email,
    userId: user.id,
    locale: user.locale,
    template: "password_changed",
    values: { name: user.displayName },
  });
  return [
    changeUser(ctx, user.id, { passwordHash, passwordChangedAt: ctx.now() }),
    closeSessions(ctx, user.id, "password_changed", keptSession),
    forgetFailures(await emailHashOf(ctx, user.email)),
    mail,
    notify(ctx, user.id, "account.password_changed"),
    happened(ctx, "user.password_changed", user.id),
    audit(ctx, "user.password_changed", user.id),
  ];
}
