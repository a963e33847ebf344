import { Conflict, Invalid } from "../../core/errors.ts";
import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { queueMail } from "../mail/statements.ts";
import { happened } from "../outbox/statements.ts";
import { findUserByEmail } from "../users/queries.ts";
import { changeUser } from "../users/statements.ts";
import { findEmailToken } from "./queries.ts";
import { linkByMail, spendEmailToken } from "./statements.ts";

/** Takes the link of a verification mail. @throws Invalid `token.invalid` */
export async function verifyEmail(ctx: Context, token: string): Promise<void> {
  const found = await findEmailToken(ctx, token, "verify");
  if (!found) throw new Invalid("token.invalid");
  try {
    await commit(ctx, [
      ...spendEmailToken(ctx, found.tokenHash),
      changeUser(ctx, found.userId, { emailVerifiedAt: ctx.now() }),
      happened(ctx, "user.verified", found.userId),
      audit(ctx, "user.verified", found.userId),
    ]);
  } catch (failure) {
    throw failure instanceof Conflict ? new Invalid("token.invalid") : failure;
  }
}

/** Mails another verification link, if the e-mail is somebody's and not verified. The answer is the same either way. */
export async function resendVerification(ctx: Context, email: string): Promise<void> {
  const user = await findUserByEmail(ctx, email);
  if (!user || user.emailVerifiedAt !== null || user.state === "suspended") return;
  const { url, statements } = await linkByMail(ctx, user.id, "verify");
  const values = { name: user.displayName, url };
  const mail = await queueMail(ctx, {
    to: user.email,
    userId: user.id,
    locale: user.locale,
    template: "verify_email",
    values,
  });
  await commit(ctx, [...statements, mail, audit(ctx, "user.verification_sent", user.id)]);
}
