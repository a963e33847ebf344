import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ImageType } from "../../core/images/image-type.ts";
import { id, instant, json } from "../../db/columns.ts";

export const categories = sqliteTable("categories", {
  id: id("id").primaryKey(),
  parentId: text("parent_id"),
  nameFr: text("name_fr").notNull(),
  nameEn: text("name_en").notNull(),
  nameAr: text("name_ar").notNull(),
  position: integer("position").notNull(),
  /** A short name for files and programs; null for none. */
  key: text("key"),
});

export const merchantHosts = sqliteTable("merchant_hosts", {
  id: id("id").primaryKey(),
  merchantId: text("merchant_id").notNull(),
  host: text("host").notNull(),
  verifiedAt: instant("verified_at"),
  createdAt: instant("created_at").notNull(),
  challenge: text("challenge").notNull().default(""),
  verifiedBy: text("verified_by").$type<"dns" | "meta">(),
  checkedAt: instant("checked_at"),
});
export type HostRow = typeof merchantHosts.$inferSelect;

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
  holdDays: integer("hold_days"),
  attributionDays: integer("attribution_days").notNull().default(30),
  state: text("state").$type<"active" | "paused" | "archived">().notNull().default("active"),
  endedAt: instant("ended_at"),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
  reference: text("reference"),
  inStock: integer("in_stock", { mode: "boolean" }).notNull().default(true),
  version: integer("version").notNull().default(1),
});
export type ProductRow = typeof products.$inferSelect;

export const productImages = sqliteTable("product_images", {
  id: id("id").primaryKey(),
  productId: text("product_id").notNull(),
  position: integer("position").notNull(),
  fileKey: text("file_key").notNull(),
  contentType: text("content_type").$type<ImageType>().notNull(),
  width: integer("width").notNull(),
  height: integer("height").notNull(),
  bytes: integer("bytes").notNull(),
  alt: text("alt").notNull().default(""),
  sha256: text("sha256").notNull(),
  createdAt: instant("created_at").notNull(),
});
export type ImageRow = typeof productImages.$inferSelect;

export const productImports = sqliteTable("product_imports", {
  id: id("id").primaryKey(),
  merchantId: text("merchant_id").notNull(),
  fileSha256: text("file_sha256").notNull(),
  linesTotal: integer("lines_total").notNull(),
  linesDone: integer("lines_done").notNull().default(0),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
  finishedAt: instant("finished_at"),
});
export type ImportRow = typeof productImports.$inferSelect;

export const productListings = sqliteTable("product_listings", {
  number: integer("number").primaryKey({ autoIncrement: true }),
  productId: text("product_id").notNull(),
  merchantId: text("merchant_id").notNull(),
  categoryId: text("category_id").notNull(),
  kind: text("kind").$type<"product" | "service">().notNull(),
  priceMinor: integer("price_minor").notNull(),
  rateBps: integer("rate_bps").notNull(),
  epcMinor: integer("epc_minor").notNull().default(-1),
  cities: json<readonly string[]>("cities").notNull(),
  listed: integer("listed").notNull(),
  indexedAt: instant("indexed_at"),
});

export const productStats = sqliteTable("product_stats", {
  productId: id("product_id").primaryKey(),
  clicks: integer("clicks").notNull(),
  conversions: integer("conversions").notNull(),
  delivered: integer("delivered").notNull(),
  ended: integer("ended").notNull(),
  earnedMinor: integer("earned_minor").notNull(),
  epcMinor: integer("epc_minor"),
  deliveryRateBps: integer("delivery_rate_bps"),
  computedAt: instant("computed_at").notNull(),
});
