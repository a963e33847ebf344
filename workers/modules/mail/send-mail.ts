import { Conflict } from "../../core/errors.ts";
import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { EmailFailure } from "../../vendors/email/email-transport.ts";
import { audit } from "../audit/statements.ts";
import { happened } from "../outbox/statements.ts";
import { openMail } from "./open-mail.ts";
import { getMail } from "./queries.ts";
import { claimedUntil, isDue, nextAttemptOn } from "./rules.ts";
import { claimMail, mailFailed, mailPutOff, mailSent } from "./statements.ts";
import type { MailRow } from "./tables.ts";

/**
 * Sends a mail once: it is claimed first, so that a doubled message finds nothing to do, and the outcome is kept in its row.
 * What goes wrong outside is no failure of the verb: the row says when to try again. @throws NotFound `mail.not_found`
 */
export async function sendMail(ctx: Context, mailId: string): Promise<void> {
  const claimed = await claim(ctx, await getMail(ctx, mailId));
  if (!claimed) return;
  const { email } = ctx.vendors;
  const failure = await attempt(ctx, claimed);
  if (!failure) {
    const kept = [audit(ctx, "mail.sent", mailId, { attempts: claimed.attempts }), happened(ctx, "mail.sent", mailId)];
    await commit(ctx, [...mailSent(ctx, claimed, email.keepsContent), ...kept]);
    return;
  }
  ctx.log("warn", "a mail did not leave", { mailId, attempts: claimed.attempts, code: failure.code });
  const next = nextAttemptOn(ctx.now(), claimed.attempts, failure.isFinal);
  if (next !== null) return commit(ctx, mailPutOff(ctx, claimed, failure.code, next));
  const details = { code: failure.code, attempts: claimed.attempts };
  await commit(ctx, [
    ...mailFailed(ctx, claimed, failure.code),
    audit(ctx, "mail.failed", mailId, details),
    happened(ctx, "mail.failed", mailId, details),
  ]);
}

async function claim(ctx: Context, read: MailRow): Promise<MailRow | null> {
  if (!isDue(read, ctx.now())) return null;
  try {
    await commit(ctx, claimMail(ctx, read));
  } catch (failure) {
    if (failure instanceof Conflict) return null;
    throw failure;
  }
  return { ...read, attempts: read.attempts + 1, nextAttemptAt: claimedUntil(ctx.now()) };
}

async function attempt(ctx: Context, row: MailRow): Promise<EmailFailure | null> {
  const opened = await openMail(ctx, row);
  if (!opened) return new EmailFailure("message_refused");
  const { to, subject, text, html } = opened;
  try {
    await ctx.vendors.email.send({ id: row.id, to, subject, text, html, locale: row.locale, writtenAt: row.createdAt });
    return null;
  } catch (failure) {
    if (failure instanceof EmailFailure) return failure;
    throw failure;
  }
}
