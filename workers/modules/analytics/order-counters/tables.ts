import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "../../../db/columns.ts";

const count = (name: string) => integer(name).notNull().default(0);

// confirmed to completed: how far parcels ever came. arrived to undecided: how their ways ended.
const counts = () => ({
  orders: count("orders"),
  confirmed: count("confirmed"),
  shipped: count("shipped"),
  delivered: count("delivered"),
  completed: count("completed"),
  collected: count("collected"),
  arrived: count("arrived"),
  waiting: count("waiting"),
  failed: count("failed"),
  undecided: count("undecided"),
  cancelled: count("cancelled"),
  refused: count("refused"),
  returned: count("returned"),
  lost: count("lost"),
  orderedMinor: count("ordered_minor"),
  collectedMinor: count("collected_minor"),
  forecastMinor: count("forecast_minor"),
  earnedMinor: count("earned_minor"),
});

/** Written by triggers alone, in the transaction of the order (docs/decisions/0019). */
export const orderCells = sqliteTable(
  "order_cells",
  {
    merchantId: text("merchant_id").notNull(),
    day: integer("day").notNull(),
    linkId: text("link_id").notNull(),
    city: text("city").notNull(),
    courier: text("courier").notNull(),
    payment: text("payment").notNull(),
    influencerId: text("influencer_id").notNull(),
    productId: text("product_id").notNull(),
    ...counts(),
  },
  (of) => [primaryKey({ columns: [of.merchantId, of.day, of.linkId, of.city, of.courier, of.payment] })],
);

export const orderDays = sqliteTable(
  "order_days",
  { ownerId: text("owner_id").notNull(), day: integer("day").notNull(), ...counts() },
  (of) => [primaryKey({ columns: [of.ownerId, of.day] })],
);

/** Casablanca's offset from UTC since each instant, as the triggers read it. */
export const casablancaOffsets = sqliteTable("casablanca_offsets", {
  fromMs: instant("from_ms").primaryKey(),
  offsetMs: integer("offset_ms").notNull(),
});
