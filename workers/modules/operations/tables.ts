import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AddressRuleKind } from "../../../schemas/operations.ts";
import { id, instant } from "../../db/columns.ts";

export const addressRules = sqliteTable("address_rules", {
  id: id("id").primaryKey(),
  cidr: text("cidr").notNull(),
  kind: text("kind").$type<AddressRuleKind>().notNull(),
  reason: text("reason").notNull(),
  createdBy: text("created_by").notNull(),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at"),
});
export type AddressRuleRow = typeof addressRules.$inferSelect;

export const cacheCounts = sqliteTable(
  "cache_counts",
  {
    day: integer("day").notNull(),
    name: text("name").notNull(),
    hits: integer("hits").notNull(),
    misses: integer("misses").notNull(),
    stale: integer("stale").notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.name] })],
);
