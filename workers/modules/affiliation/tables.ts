import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant, json } from "../../db/columns.ts";

export const REQUEST_STATES = ["pending", "approved", "rejected", "cancelled", "expired"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
export type RequestDecider = "merchant" | "rule" | "influencer" | "time";
export type LinkState = "active" | "paused" | "capped";

export interface DeviceRules {
  readonly ios?: string | undefined;
  readonly android?: string | undefined;
  readonly desktop?: string | undefined;
}

export const affiliateRequests = sqliteTable("affiliate_requests", {
  id: id("id").primaryKey(),
  productId: text("product_id").notNull(),
  influencerId: text("influencer_id").notNull(),
  message: text("message").notNull().default(""),
  state: text("state").$type<RequestState>().notNull().default("pending"),
  reason: text("reason"),
  rateBps: integer("rate_bps"),
  createdAt: instant("created_at").notNull(),
  decidedAt: instant("decided_at"),
  /** The product's merchant, whatever an insert says: a trigger copies it. */
  merchantId: text("merchant_id"),
  socialAccountId: text("social_account_id"),
  expiresAt: instant("expires_at"),
  decidedBy: text("decided_by").$type<RequestDecider>(),
});
export type RequestRow = typeof affiliateRequests.$inferSelect;

export const influencerBlocks = sqliteTable(
  "influencer_blocks",
  {
    merchantId: text("merchant_id").notNull(),
    influencerId: text("influencer_id").notNull(),
    reason: text("reason").notNull().default(""),
    createdAt: instant("created_at").notNull(),
  },
  ({ merchantId, influencerId }) => [primaryKey({ columns: [merchantId, influencerId] })],
);

export const approvalRules = sqliteTable("approval_rules", {
  merchantId: text("merchant_id").primaryKey(),
  enabled: integer("enabled", { mode: "boolean" }).notNull().default(false),
  requireKyc: integer("require_kyc", { mode: "boolean" }).notNull().default(true),
  minFollowers: integer("min_followers").notNull().default(0),
  updatedAt: instant("updated_at").notNull(),
});
export type ApprovalRuleRow = typeof approvalRules.$inferSelect;

export const affiliateLinks = sqliteTable("affiliate_links", {
  number: integer("number").primaryKey({ autoIncrement: true }),
  id: id("id").notNull(),
  slug: text("slug").notNull(),
  requestId: text("request_id").notNull(),
  productId: text("product_id").notNull(),
  influencerId: text("influencer_id").notNull(),
  merchantId: text("merchant_id").notNull(),
  title: text("title"),
  targetUrl: text("target_url").notNull(),
  state: text("state").$type<LinkState>().notNull().default("active"),
  rules: json<DeviceRules>("rules").notNull(),
  utm: json<Readonly<Record<string, string>>>("utm").notNull(),
  sub: json<Readonly<Record<string, string>>>("sub").notNull(),
  startsAt: instant("starts_at"),
  endsAt: instant("ends_at"),
  clicksMax: integer("clicks_max"),
  pausedAt: instant("paused_at"),
  version: integer("version").notNull().default(1),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
  deletedAt: instant("deleted_at"),
  folder: text("folder"),
  tags: json<readonly string[]>("tags").notNull(),
});
export type LinkRow = typeof affiliateLinks.$inferSelect;

export const coupons = sqliteTable("coupons", {
  id: id("id").primaryKey(),
  merchantId: text("merchant_id").notNull(),
  linkId: text("link_id").notNull(),
  code: text("code").notNull(),
  rateBps: integer("rate_bps"),
  endsAt: instant("ends_at"),
  createdAt: instant("created_at").notNull(),
  deletedAt: instant("deleted_at"),
});
export type CouponRow = typeof coupons.$inferSelect;
