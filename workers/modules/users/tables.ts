import { sqliteTable, text } from "drizzle-orm/sqlite-core";
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
});
