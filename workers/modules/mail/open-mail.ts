import { unseal } from "../../core/seal.ts";
import type { Context } from "../../platform/context.ts";
import type { MailContent, MailTemplate } from "./mail-values.ts";
import { type RenderedMail, renderMail } from "./render-mail.ts";
import { RECIPIENT, VALUES } from "./statements.ts";
import type { MailRow } from "./tables.ts";

export interface OpenedMail extends RenderedMail {
  readonly to: string;
  readonly values: MailContent["values"];
}

/** Recipient and words of the mail, unsealed and written in its language; null once they are forgotten. */
export async function openMail(ctx: Context, row: MailRow): Promise<OpenedMail | null> {
  if (row.recipientSealed === null || row.valuesSealed === null) return null;
  const { sealKeys } = await ctx.secrets();
  const to = await unseal(sealKeys, RECIPIENT, row.recipientSealed);
  const content = contentOf(row.template, await unseal(sealKeys, VALUES, row.valuesSealed));
  const { APP_URL: appUrl, SUPPORT_EMAIL: supportEmail } = ctx.config;
  return { to, values: content.values, ...renderMail(content, { locale: row.locale, appUrl, supportEmail }) };
}

// `queueMail` sealed the values with the type of their template, and nothing else writes them.
function contentOf(template: MailTemplate, values: string): MailContent {
  return { template, values: JSON.parse(values) };
}
