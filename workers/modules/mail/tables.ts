import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Locale } from "../../../schemas/users.ts";
import { id, instant } from "../../db/columns.ts";
import type { MailTemplate } from "./mail-values.ts";

export const MAIL_STATES = ["queued", "sent", "failed"] as const;
export type MailState = (typeof MAIL_STATES)[number];

export const mails = sqliteTable("mails", {
  id: id("id").primaryKey(),
  userId: id("user_id"),
  template: text("template").$type<MailTemplate>().notNull(),
  locale: text("locale").$type<Locale>().notNull(),
  recipientSealed: text("recipient_sealed"),
  valuesSealed: text("values_sealed"),
  state: text("state").$type<MailState>().notNull(),
  attempts: integer("attempts").notNull(),
  nextAttemptAt: instant("next_attempt_at").notNull(),
  lastError: text("last_error"),
  createdAt: instant("created_at").notNull(),
  sentAt: instant("sent_at"),
});
export type MailRow = typeof mails.$inferSelect;
