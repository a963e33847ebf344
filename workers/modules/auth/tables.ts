import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { API_KEY_PREFIXES, ApiScope } from "../../../schemas/api-keys.ts";
import { id, instant, json } from "../../db/columns.ts";

export const apiKeys = sqliteTable("api_keys", {
  id: id("id").primaryKey(),
  userId: text("user_id").notNull(),
  name: text("name").notNull(),
  prefix: text("prefix").$type<(typeof API_KEY_PREFIXES)[number]>().notNull(),
  lastFour: text("last_four").notNull(),
  keyHash: text("key_hash").notNull(),
  scopes: json<readonly ApiScope[]>("scopes").notNull(),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at"),
  revokedAt: instant("revoked_at"),
  lastUsedAt: instant("last_used_at"),
});

export const SESSION_ENDS = [
  "logged_out",
  "revoked",
  "reused",
  "password_changed",
  "suspended",
  "account_deleted",
] as const;
export type SessionEnd = (typeof SESSION_ENDS)[number];

export const sessions = sqliteTable("sessions", {
  id: id("id").primaryKey(),
  userId: text("user_id").notNull(),
  device: text("device").notNull(),
  country: text("country"),
  createdAt: instant("created_at").notNull(),
  lastUsedAt: instant("last_used_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
  revokedAt: instant("revoked_at"),
  revokedReason: text("revoked_reason").$type<SessionEnd>(),
});
export type SessionRow = typeof sessions.$inferSelect;

export const refreshTokens = sqliteTable("refresh_tokens", {
  tokenHash: text("token_hash").primaryKey(),
  sessionId: text("session_id").notNull(),
  createdAt: instant("created_at").notNull(),
  spentAt: instant("spent_at"),
});

export const emailTokens = sqliteTable("email_tokens", {
  tokenHash: text("token_hash").primaryKey(),
  userId: text("user_id").notNull(),
  purpose: text("purpose").$type<EmailTokenPurpose>().notNull(),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
  usedAt: instant("used_at"),
});
export type EmailTokenPurpose = "verify" | "reset";

export const loginFailures = sqliteTable("login_failures", {
  emailHash: text("email_hash").primaryKey(),
  failures: integer("failures").notNull(),
  lastFailedAt: instant("last_failed_at").notNull(),
});

export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    userId: text("user_id").notNull(),
    codeHash: text("code_hash").notNull(),
    usedAt: instant("used_at"),
  },
  ({ userId, codeHash }) => [primaryKey({ columns: [userId, codeHash] })],
);
