import { and, asc, desc, eq, lte, sql } from "drizzle-orm";
import { NotFound } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import { type MailRow, mails } from "./tables.ts";

/** @throws NotFound `mail.not_found` */
export async function getMail(ctx: Context, mailId: string): Promise<MailRow> {
  const [row] = await ctx.db.orm.select().from(mails).where(eq(mails.id, mailId)).limit(1);
  if (!row) throw new NotFound("mail.not_found");
  return row;
}

/** Ids of mails that wait and that nobody is sending, longest due first. */
export async function listDueMailIds(ctx: Context, limit: number): Promise<string[]> {
  const rows = await ctx.db.orm
    .select({ id: mails.id })
    .from(mails)
    // Said in the text, not as a parameter: the index holds queued mails alone, and is used only when that is known.
    .where(and(sql`${mails.state} = 'queued'`, lte(mails.nextAttemptAt, ctx.now())))
    .orderBy(asc(mails.nextAttemptAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** The newest mails, whatever became of them. */
export function listNewestMails(ctx: Context, limit: number): Promise<MailRow[]> {
  return ctx.db.orm.select().from(mails).orderBy(desc(mails.id)).limit(limit);
}
