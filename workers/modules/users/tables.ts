import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AdminScope, Locale, Role } from "../../../schemas/users.ts";
import { id, instant, json } from "../../db/columns.ts";

export const users = sqliteTable("users", {
  id: id("id").primaryKey(),
  role: text("role").$type<Role>().notNull(),
  email: text("email").notNull(),
  emailVerifiedAt: instant("email_verified_at"),
  displayName: text("display_name").notNull(),
  handle: text("handle"),
  phone: text("phone"),
  locale: text("locale").$type<Locale>().notNull().default("fr"),
  state: text("state").$type<"active" | "suspended">().notNull().default("active"),
  scopes: json<readonly AdminScope[]>("scopes").notNull(),
  suspendedAt: instant("suspended_at"),
  createdAt: instant("created_at").notNull(),
  passwordHash: text("password_hash"),
  passwordChangedAt: instant("password_changed_at"),
  totpSealed: text("totp_sealed"),
  totpEnabledAt: instant("totp_enabled_at"),
  totpLastStep: integer("totp_last_step").notNull().default(0),
  deletedAt: instant("deleted_at"),
});
export type UserRow = typeof users.$inferSelect;

export const consents = sqliteTable(
  "consents",
  {
    userId: text("user_id").notNull(),
    kind: text("kind").$type<"terms">().notNull(),
    version: text("version").notNull(),
    givenAt: instant("given_at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
  },
  ({ userId, kind, version }) => [primaryKey({ columns: [userId, kind, version] })],
);

export type NotificationData = Readonly<Record<string, string | number | null>>;

export const notifications = sqliteTable("notifications", {
  id: id("id").primaryKey(),
  userId: text("user_id").notNull(),
  kind: text("kind").notNull(),
  data: json<NotificationData>("data").notNull(),
  createdAt: instant("created_at").notNull(),
  readAt: instant("read_at"),
});
