import * as z from "zod";
import { EVENT_OUTCOMES, instant, ORDER_STATUSES, PAYMENTS, recordOrderEvent } from "./conversions.ts";
import { pageQuery } from "./page.ts";
import { PROBLEM_CODES } from "./problem.ts";

const filters = {
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

/** How many of the merchant's orders stand where; `overdue` are also counted under their status. */
export const orderCounts = z
  .object({ statuses: z.record(z.enum(ORDER_STATUSES), z.int()), overdue: z.int() })
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
        outcome: z.enum([...EVENT_OUTCOMES, "refused"]),
        /** Why it was refused. */
        code: z.enum(PROBLEM_CODES).nullable(),
        status: z.enum(ORDER_STATUSES).nullable(),
      }),
    ),
  })
  .meta({ id: "OrderEventResults" });
export type OrderEventResults = z.infer<typeof orderEventResults>;
