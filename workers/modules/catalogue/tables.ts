import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant, json } from "../../db/columns.ts";

export const categories = sqliteTable("categories", {
  id: id("id").primaryKey(),
  parentId: text("parent_id"),
  nameFr: text("name_fr").notNull(),
  nameEn: text("name_en").notNull(),
  nameAr: text("name_ar").notNull(),
  position: integer("position").notNull(),
});

export const merchantHosts = sqliteTable("merchant_hosts", {
  id: id("id").primaryKey(),
  merchantId: text("merchant_id").notNull(),
  host: text("host").notNull(),
  verifiedAt: instant("verified_at"),
  createdAt: instant("created_at").notNull(),
});

export const products = sqliteTable("products", {
  id: id("id").primaryKey(),
  merchantId: text("merchant_id").notNull(),
  kind: text("kind").$type<"product" | "service">().notNull().default("product"),
  titleFr: text("title_fr").notNull(),
  titleEn: text("title_en"),
  titleAr: text("title_ar"),
  descriptionFr: text("description_fr").notNull().default(""),
  descriptionEn: text("description_en"),
  descriptionAr: text("description_ar"),
  priceMinor: integer("price_minor").notNull(),
  currency: text("currency").notNull().default("MAD"),
  commissionType: text("commission_type").$type<"rate" | "flat">().notNull().default("rate"),
  commissionRateBps: integer("commission_rate_bps"),
  commissionAmountMinor: integer("commission_amount_minor"),
  categoryId: text("category_id").notNull(),
  cities: json<readonly string[]>("cities").notNull(),
  landingUrl: text("landing_url").notNull(),
  imageUrl: text("image_url"),
  holdDays: integer("hold_days"),
  attributionDays: integer("attribution_days").notNull().default(30),
  state: text("state").$type<"active" | "paused" | "archived">().notNull().default("active"),
  endedAt: instant("ended_at"),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});
export type ProductRow = typeof products.$inferSelect;
