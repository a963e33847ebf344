import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { CommissionState } from "../../../schemas/payments.ts";
import { id, instant } from "../../db/columns.ts";

export type BarredReason = "fraud" | "contested_touch";

export const commissions = sqliteTable("commissions", {
  id: id("id").primaryKey(),
  conversionId: text("conversion_id").notNull(),
  linkId: text("link_id").notNull(),
  influencerId: text("influencer_id").notNull(),
  merchantId: text("merchant_id").notNull(),
  state: text("state").$type<CommissionState>().notNull().default("forecast"),
  rateBps: integer("rate_bps"),
  originalMinor: integer("original_minor").notNull(),
  originalFeeMinor: integer("original_fee_minor").notNull(),
  amountMinor: integer("amount_minor").notNull(),
  feeMinor: integer("fee_minor").notNull(),
  vatBps: integer("vat_bps").notNull(),
  vatMinor: integer("vat_minor").notNull(),
  reversedMinor: integer("reversed_minor").notNull().default(0),
  postedMinor: integer("posted_minor").notNull().default(0),
  postedFeeMinor: integer("posted_fee_minor").notNull().default(0),
  postedVatMinor: integer("posted_vat_minor").notNull().default(0),
  holdUntil: instant("hold_until"),
  earnedAt: instant("earned_at"),
  /** Why it earns nothing, whatever becomes of its order. */
  barredReason: text("barred_reason").$type<BarredReason>(),
  version: integer("version").notNull().default(1),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});
export type CommissionRow = typeof commissions.$inferSelect;

export const taxRates = sqliteTable(
  "tax_rates",
  {
    tax: text("tax").$type<"vat">().notNull(),
    validFrom: instant("valid_from").notNull(),
    rateBps: integer("rate_bps").notNull(),
    source: text("source").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tax, table.validFrom] })],
);
