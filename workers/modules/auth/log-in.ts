import type { Login } from "../../../schemas/auth.ts";
import { Forbidden, LimitReached, Unauthorized } from "../../core/errors.ts";
import { commit, type Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { queueMail } from "../mail/statements.ts";
import { happened } from "../outbox/statements.ts";
import { findUserByEmail } from "../users/queries.ts";
import { changeUser, notify } from "../users/statements.ts";
import type { UserRow } from "../users/tables.ts";
import { DEMO_PASSWORD_HASH } from "./demo-password.ts";
import { draftSession, type OpenedSession, type SignInPlace } from "./open-session.ts";
import { checkPassword, hashPassword, SALT_BYTES } from "./password.ts";
import { emailHashOf, findLoginFailures, listOpenSessions } from "./queries.ts";
import { loginWaitMs, nextFailures } from "./rules.ts";
import { spendSecondFactor } from "./second-factor.ts";
import { failedLogin, forgetFailures } from "./statements.ts";

/**
 * Opens a session with e-mail and password, and the code where two-step sign-in is on. An unknown e-mail and a wrong
 * password are answered alike and take the same time.
 * @throws LimitReached `login.slowed` @throws Unauthorized `login.failed`, `totp.required`, `totp.wrong`
 * @throws Forbidden `account.suspended`, told only to who knows the password
 */
export async function logIn(ctx: Context, input: Login, place: SignInPlace): Promise<OpenedSession> {
  const emailHash = await emailHashOf(ctx, input.email);
  const [user, failures] = await Promise.all([findUserByEmail(ctx, input.email), findLoginFailures(ctx, emailHash)]);
  const waitMs = loginWaitMs(failures, ctx.now());
  if (waitMs > 0) throw new LimitReached("login.slowed", Math.ceil(waitMs / 1000));
  const refuse = async (code: "login.failed" | "totp.wrong") => {
    await commit(ctx, [
      failedLogin(ctx, emailHash, nextFailures(failures, ctx.now())),
      ...(user ? [audit(ctx, code, user.id)] : []),
    ]);
    throw new Unauthorized(code);
  };
  const password = await checkPassword(input.password, acceptedHash(ctx, user));
  if (!user || !password.isRight) return refuse("login.failed");
  if (user.state === "suspended") throw new Forbidden("account.suspended");
  const secondFactor = await spendSecondFactor(ctx, user, input.totp);
  if (secondFactor === undefined) return refuse("totp.wrong");
  const rehash = password.isOutdated
    ? [changeUser(ctx, user.id, { passwordHash: await hashPassword(input.password, ctx.random(SALT_BYTES)) })]
    : [];
  const { session, statements } = await draftSession(ctx, user, place);
  await commit(ctx, [
    ...secondFactor,
    ...rehash,
    ...statements,
    forgetFailures(emailHash),
    ...(await tellOfNewPlace(ctx, user, place)),
    happened(ctx, "session.opened", user.id),
    audit(ctx, "session.opened", user.id, { sessionId: session.sessionId }),
  ]);
  return session;
}

// The password that seeds print is for development: in production it is nobody's.
function acceptedHash({ config }: Context, user: UserRow | undefined): string | null {
  const hash = user?.passwordHash ?? null;
  return config.ENVIRONMENT === "production" && hash === DEMO_PASSWORD_HASH ? null : hash;
}

// Somebody who has sessions elsewhere and none from such a device is told: it may not have been them.
async function tellOfNewPlace(ctx: Context, user: UserRow, { device }: SignInPlace): Promise<Statement[]> {
  const open = await listOpenSessions(ctx, user.id);
  if (open.length === 0 || open.some((session) => session.device === device)) return [];
  const { id, email, locale, displayName } = user;
  const values = { name: displayName, device, at: ctx.now() };
  return [
    notify(ctx, id, "account.new_sign_in", { device }),
    await queueMail(ctx, { to: email, userId: id, locale, template: "new_sign_in", values }),
  ];
}
