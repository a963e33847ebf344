import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AttributionReason, OrderStatus, Payment } from "../../../schemas/conversions.ts";
import type { Plan } from "../../../schemas/plans.ts";
import { id, instant, json } from "../../db/columns.ts";

/** A touch that did not win, and by which rule. */
export interface LostTouch {
  readonly by: "click" | "coupon";
  readonly reason: AttributionReason;
  readonly linkId: string | null;
}

/** The commission rule frozen with the order, and where it came from (money.md 2). */
export interface FrozenRule {
  readonly type: "rate" | "flat";
  readonly rateBps: number | null;
  readonly amountMinor: number | null;
  readonly source: "coupon" | "request" | "product";
  readonly sourceId: string;
}

export interface OrderItem {
  readonly sku?: string | undefined;
  readonly productId?: string | undefined;
  readonly quantity: number;
  readonly amountMinor: number;
}

/** What is known of a customer's number without keeping it; `other` reaches nobody in Morocco on a mobile. */
export type PhoneQuality = "mobile" | "other" | "invented";

export const conversions = sqliteTable("conversions", {
  id: id("id").primaryKey(),
  merchantId: text("merchant_id").notNull(),
  orderId: text("order_id").notNull(),
  status: text("status").$type<OrderStatus>().notNull(),
  payment: text("payment").$type<Payment>().notNull(),
  amountMinor: integer("amount_minor").notNull(),
  currency: text("currency").notNull(),
  baseMinor: integer("base_minor"),
  madPerUnitMicros: integer("mad_per_unit_micros"),
  refundedMinor: integer("refunded_minor").notNull().default(0),
  collectedAt: instant("collected_at"),
  orderedAt: instant("ordered_at").notNull(),
  attributedBy: text("attributed_by").$type<"click" | "coupon" | "none">().notNull(),
  attributionReason: text("attribution_reason").$type<AttributionReason>().notNull(),
  attributionLost: json<readonly LostTouch[]>("attribution_lost").notNull(),
  linkId: text("link_id"),
  influencerId: text("influencer_id"),
  productId: text("product_id"),
  couponId: text("coupon_id"),
  clickedAt: instant("clicked_at"),
  rule: json<FrozenRule>("rule"),
  plan: text("plan").$type<Plan>().notNull(),
  feeBps: integer("fee_bps").notNull(),
  holdDays: integer("hold_days"),
  customerPhoneHash: text("customer_phone_hash"),
  customerEmailHash: text("customer_email_hash"),
  customerCity: text("customer_city"),
  customerPhoneSealed: text("customer_phone_sealed"),
  phoneQuality: text("phone_quality").$type<PhoneQuality>(),
  source: text("source").notNull().default("api"),
  furthest: text("furthest").$type<OrderStatus>().notNull().default("placed"),
  city: text("city"),
  courier: text("courier"),
  trackingNumber: text("tracking_number"),
  remindersSent: integer("reminders_sent").notNull().default(0),
  items: json<readonly OrderItem[]>("items").notNull(),
  metadata: json<Readonly<Record<string, string | number | boolean | null>>>("metadata").notNull(),
  version: integer("version").notNull().default(1),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});
export type ConversionRow = typeof conversions.$inferSelect;

export const conversionEvents = sqliteTable("conversion_events", {
  id: id("id").primaryKey(),
  conversionId: text("conversion_id").notNull(),
  source: text("source").notNull(),
  eventId: text("event_id").notNull(),
  status: text("status").$type<OrderStatus>(),
  refundId: text("refund_id"),
  refundMinor: integer("refund_minor"),
  note: text("note"),
  undoes: text("undoes"),
  occurredAt: instant("occurred_at").notNull(),
  contentHash: text("content_hash").notNull(),
  receivedAt: instant("received_at").notNull(),
});
export type ConversionEventRow = typeof conversionEvents.$inferSelect;

export const refunds = sqliteTable("refunds", {
  id: id("id").primaryKey(),
  conversionId: text("conversion_id").notNull(),
  refundId: text("refund_id").notNull(),
  amountMinor: integer("amount_minor"),
  occurredAt: instant("occurred_at").notNull(),
  createdAt: instant("created_at").notNull(),
});
export type RefundRow = typeof refunds.$inferSelect;
