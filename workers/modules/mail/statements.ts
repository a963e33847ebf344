import { and, eq, isNotNull, lt, ne, sql } from "drizzle-orm";
import type { Locale } from "../../../schemas/users.ts";
import { seal } from "../../core/seal.ts";
import { guarded, type Nudging, type Statement } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import type { Filled, MailTemplate } from "./mail-values.ts";
import { claimedUntil, DELETE_AFTER_MS, FORGET_AFTER_MS } from "./rules.ts";
import { type MailRow, mails } from "./tables.ts";

export const RECIPIENT = "mail_recipient";
export const VALUES = "mail_values";
const IV_BYTES = 12;
const FORGOTTEN = { recipientSealed: null, valuesSealed: null } as const;

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
  const row = await sealedMail(ctx, draft);
  return { ...insertRow(mails, row), nudge: { kind: "mail.due", mailId: row.id } };
}

/** Mails to many people, as one statement and without messages: the cron names them to the queue within a minute. */
export async function queueMails(ctx: Context, drafts: readonly MailDraft<MailTemplate>[]): Promise<Statement[]> {
  if (drafts.length === 0) return [];
  const rows = await Promise.all(drafts.map((draft) => sealedMail(ctx, draft)));
  const values = rows.map((row) => [
    row.id,
    row.userId,
    row.template,
    row.locale,
    row.recipientSealed,
    row.valuesSealed,
  ]);
  return [
    sql`INSERT INTO mails (id, user_id, template, locale, recipient_sealed, values_sealed, state, attempts, next_attempt_at, created_at)
      SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, 'queued', 0, ${ctx.now()}, ${ctx.now()}
      FROM json_each(${JSON.stringify(values)})`,
  ];
}

async function sealedMail<T extends MailTemplate>(ctx: Context, draft: MailDraft<T>): Promise<MailRow> {
  const { sealKeys } = await ctx.secrets();
  const now = ctx.now();
  return {
    id: ctx.newId("mai"),
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
  };
}

/** Takes the mail for one attempt, if nobody else did since it was read. */
export function claimMail(ctx: Context, read: MailRow): Statement[] {
  return moveMail(ctx, read, { attempts: read.attempts + 1, nextAttemptAt: claimedUntil(ctx.now()) });
}

/** The claimed mail has left; without `keepsContent` nothing of what it said is kept. */
export function mailSent(ctx: Context, claimed: MailRow, keepsContent: boolean): Statement[] {
  const forgotten = keepsContent ? {} : FORGOTTEN;
  return moveMail(ctx, claimed, { state: "sent", sentAt: ctx.now(), lastError: null, ...forgotten });
}

/** The claimed mail did not leave and waits for its next attempt. */
export function mailPutOff(ctx: Context, claimed: MailRow, lastError: string, nextAttemptAt: number): Statement[] {
  return moveMail(ctx, claimed, { lastError, nextAttemptAt });
}

/** The claimed mail will never leave. */
export function mailFailed(ctx: Context, claimed: MailRow, lastError: string): Statement[] {
  return moveMail(ctx, claimed, { state: "failed", lastError });
}

/** Forgets what old mails said and to whom, and in the end that there were any. */
export function forgetMails(ctx: Context): Statement[] {
  const isEnded = ne(mails.state, "queued");
  const isOlderThan = (ms: number) => lt(mails.createdAt, ctx.now() - ms);
  return [
    ctx.db.orm
      .update(mails)
      .set(FORGOTTEN)
      .where(and(isNotNull(mails.valuesSealed), isOlderThan(FORGET_AFTER_MS), isEnded)),
    ctx.db.orm.delete(mails).where(and(isOlderThan(DELETE_AFTER_MS), isEnded)),
  ];
}

// The number of attempts is the version: an attempt that took longer than its claim changes nothing any more.
function moveMail(ctx: Context, read: MailRow, changes: Partial<MailRow>): Statement[] {
  return guarded(
    ctx.db.orm
      .update(mails)
      .set(changes)
      .where(and(eq(mails.id, read.id), eq(mails.state, "queued"), eq(mails.attempts, read.attempts))),
  );
}
