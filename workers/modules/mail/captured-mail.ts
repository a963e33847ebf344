import type { CapturedMail } from "../../../schemas/mails.ts";
import type { Context } from "../../platform/context.ts";
import { openMail } from "./open-mail.ts";
import { getMail, listNewestMails } from "./queries.ts";
import type { MailRow } from "./tables.ts";

const NEWEST = 500;

/** The newest mails with what they say, for development; addresses are sealed, so those of one person are picked by opening. */
export async function listCapturedMails(ctx: Context, to?: string): Promise<CapturedMail[]> {
  const rows = await listNewestMails(ctx, NEWEST);
  const mails = await Promise.all(rows.map((row) => capturedMailObject(ctx, row)));
  const wanted = to?.trim().toLowerCase();
  return wanted === undefined ? mails : mails.filter(({ content }) => content?.to.toLowerCase() === wanted);
}

/** @throws NotFound `mail.not_found` */
export async function getCapturedMail(ctx: Context, mailId: string): Promise<CapturedMail> {
  return capturedMailObject(ctx, await getMail(ctx, mailId));
}

async function capturedMailObject(ctx: Context, row: MailRow): Promise<CapturedMail> {
  const opened = await openMail(ctx, row);
  return {
    id: row.id,
    template: row.template,
    locale: row.locale,
    state: row.state,
    lastError: row.lastError,
    createdAt: new Date(row.createdAt).toISOString(),
    content: opened && { ...opened, values: { ...opened.values } },
  };
}
