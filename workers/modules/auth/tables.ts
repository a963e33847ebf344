import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ApiScope } from "../../../schemas/api-keys.ts";
import { id, instant, json } from "../../db/columns.ts";

export const apiKeys = sqliteTable("api_keys", {
  id: id("id").primaryKey(),
  userId: text("user_id").notNull(),
  name: text("name").notNull(),
  prefix: text("prefix").$type<"sk_live_" | "sk_test_" | "pk_">().notNull(),
  lastFour: text("last_four").notNull(),
  keyHash: text("key_hash").notNull(),
  scopes: json<readonly ApiScope[]>("scopes").notNull(),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at"),
  revokedAt: instant("revoked_at"),
  lastUsedAt: instant("last_used_at"),
});
