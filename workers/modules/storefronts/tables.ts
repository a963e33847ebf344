import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Storefront } from "../../../schemas/storefronts.ts";
import { instant } from "../../db/columns.ts";

export const storefronts = sqliteTable("storefronts", {
  userId: text("user_id").primaryKey(),
  theme: text("theme").$type<Storefront["theme"]>().notNull().default("paper"),
  published: integer("published", { mode: "boolean" }).notNull().default(false),
  headlineFr: text("headline_fr").notNull().default(""),
  headlineEn: text("headline_en"),
  headlineAr: text("headline_ar"),
  version: integer("version").notNull().default(1),
  updatedAt: instant("updated_at").notNull(),
});
export type StorefrontRow = typeof storefronts.$inferSelect;

export const storefrontItems = sqliteTable(
  "storefront_items",
  {
    userId: text("user_id").notNull(),
    linkId: text("link_id").notNull(),
    position: integer("position").notNull(),
  },
  ({ userId, linkId }) => [primaryKey({ columns: [userId, linkId] })],
);
