import * as z from "zod";
import {
  EVENT_OUTCOMES,
  instant,
  ORDER_STATUSES,
  type OrderStatus,
  PAYMENTS,
  type Payment,
  recordOrderEvent,
} from "./conversions.ts";
import { pageQuery } from "./page.ts";
import { PROBLEM_CODES } from "./problem.ts";

/** What must be done next with an order; one that has ended, or needs nothing more, has no stage. */
export const ORDER_STAGES = ["to_confirm", "to_ship", "on_the_way", "to_collect"] as const;
export type OrderStage = (typeof ORDER_STAGES)[number];

/** A prepaid order that is paid must still be sent; one that is delivered needs nothing more. */
export function stageOf(order: { readonly status: OrderStatus; readonly payment: Payment }): OrderStage | undefined {
  switch (order.status) {
    case "placed":
      return "to_confirm";
    case "confirmed":
      return "to_ship";
    case "shipped":
      return "on_the_way";
    case "delivered":
      return order.payment === "cod" ? "to_collect" : undefined;
    case "collected":
      return order.payment === "prepaid" ? "to_ship" : undefined;
    default:
      return undefined;
  }
}

/** Without a final event after so many days, an order is overdue (money.md 1). */
export const OVERDUE_DAYS = 45;

const filters = {
  stage: z.enum(ORDER_STAGES).optional().describe("What must be done next"),
  status: z.enum(ORDER_STATUSES).optional(),
  payment: z.enum(PAYMENTS).optional(),
  by: z.enum(["click", "coupon", "none"]).optional().describe("What it was attributed by"),
  influencerId: z.string().max(64).optional(),
  linkId: z.string().max(64).optional(),
  productId: z.string().max(64).optional(),
  city: z.string().max(60).optional(),
  courier: z.string().max(60).optional(),
  from: instant.optional().describe("Ordered at or after"),
  to: instant.optional().describe("Ordered before"),
  overdue: z.enum(["true", "false"]).optional().describe("Only those without an end after 45 days"),
  q: z.string().trim().max(128).optional().describe("The order id, or how it begins (merchants)"),
};

export const conversionQuery = pageQuery.extend(filters).meta({ id: "ConversionQuery" });
export type ConversionQuery = z.infer<typeof conversionQuery>;

/** As the list, for a file of all that match. */
export const conversionFilters = z.object(filters);
export type ConversionFilters = z.infer<typeof conversionFilters>;

/** How many of the merchant's orders wait for what; `overdue` are also counted under their stage. `couriers` carry them. */
export const orderCounts = z
  .object({ stages: z.record(z.enum(ORDER_STAGES), z.int()), overdue: z.int(), couriers: z.array(z.string()) })
  .meta({ id: "OrderCounts" });
export type OrderCounts = z.infer<typeof orderCounts>;

/** The customer's phone, for a confirmation call or message; null once the order has ended or 30 days have passed. */
export const orderContact = z.object({ phone: z.string().nullable() }).meta({ id: "OrderContact" });
export type OrderContact = z.infer<typeof orderContact>;

export const ORDER_EVENTS_MAX = 100;
/** Events of many orders at once; each stands or falls for itself. */
export const recordOrderEvents = z
  .object({
    events: z
      .array(z.object({ orderId: z.string().max(128), event: recordOrderEvent }))
      .min(1)
      .max(ORDER_EVENTS_MAX),
  })
  .meta({ id: "RecordOrderEvents" });
export type RecordOrderEvents = z.infer<typeof recordOrderEvents>;

export const orderEventResults = z
  .object({
    data: z.array(
      z.object({
        orderId: z.string(),
        eventId: z.string(),
        /** Our own id of the event, to undo it by; null when it was refused. */
        id: z.string().nullable(),
        outcome: z.enum([...EVENT_OUTCOMES, "refused"]),
        /** Why it was refused. */
        code: z.enum(PROBLEM_CODES).nullable(),
        status: z.enum(ORDER_STATUSES).nullable(),
      }),
    ),
  })
  .meta({ id: "OrderEventResults" });
export type OrderEventResults = z.infer<typeof orderEventResults>;
