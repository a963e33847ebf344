import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "../../../db/columns.ts";

/** A shop's page said that this click was there when the order was placed (money.md 2). */
export const touches = sqliteTable("touches", {
  id: id("id").primaryKey(),
  merchantId: text("merchant_id").notNull(),
  orderId: text("order_id").notNull(),
  linkNumber: integer("link_number").notNull(),
  clickedAt: instant("clicked_at").notNull(),
  nonce: integer("nonce").notNull(),
  /** The conversion that it was decided by; null while no report needed it. */
  conversionId: text("conversion_id"),
  receivedAt: instant("received_at").notNull(),
});
export type TouchRow = typeof touches.$inferSelect;
