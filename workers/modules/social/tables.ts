import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "../../db/columns.ts";

export const socialMediaAccounts = sqliteTable("social_media_accounts", {
  id: id("id").primaryKey(),
  userId: text("user_id").notNull(),
  provider: text("provider").$type<"instagram" | "tiktok" | "facebook">().notNull(),
  providerAccountId: text("provider_account_id").notNull(),
  username: text("username").notNull(),
  state: text("state").$type<"connected" | "expired" | "disconnected">().notNull().default("connected"),
  connectedAt: instant("connected_at").notNull(),
});

export const socialMediaStats = sqliteTable(
  "social_media_stats",
  {
    accountId: text("account_id").notNull(),
    day: integer("day").notNull(),
    followers: integer("followers").notNull(),
    posts: integer("posts").notNull(),
    engagementBps: integer("engagement_bps").notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.day] })],
);
