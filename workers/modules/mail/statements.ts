import type { Locale } from "../../../schemas/users.ts";
import { seal } from "../../core/seal.ts";
import type { Nudging } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import type { Filled, MailTemplate } from "./mail-values.ts";
import { mails } from "./tables.ts";

export const RECIPIENT = "mail_recipient";
export const VALUES = "mail_values";
const IV_BYTES = 12;

export interface MailDraft<T extends MailTemplate> extends Filled<T> {
  /** The address alone, without a name. */
  readonly to: string;
  readonly userId: string | null;
  readonly locale: Locale;
}

/**
 * A mail to a person, as one statement of the caller's commit; the message to the mail queue follows the commit.
 * Address and values are sealed: they never lie in clear in the database.
 */
export async function queueMail<T extends MailTemplate>(ctx: Context, draft: MailDraft<T>): Promise<Nudging> {
  const { sealKeys } = await ctx.secrets();
  const mailId = ctx.newId("mai");
  const now = ctx.now();
  const row = insertRow(mails, {
    id: mailId,
    userId: draft.userId,
    template: draft.template,
    locale: draft.locale,
    recipientSealed: await seal(sealKeys, RECIPIENT, draft.to, ctx.random(IV_BYTES)),
    valuesSealed: await seal(sealKeys, VALUES, JSON.stringify(draft.values), ctx.random(IV_BYTES)),
    state: "queued",
    attempts: 0,
    nextAttemptAt: now,
    lastError: null,
    createdAt: now,
    sentAt: null,
  });
  return { ...row, nudge: { kind: "mail.due", mailId } };
}
