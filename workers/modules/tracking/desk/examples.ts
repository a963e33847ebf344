import type * as z from "zod";
import type { OrderContact, OrderCounts, OrderEventResults, recordOrderEvents } from "../../../../schemas/orders.ts";

/** What the API documentation shows; tests parse each example with the schema of its operation. */
export const orderCountsExample: OrderCounts = {
  stages: { to_confirm: 12, to_ship: 7, on_the_way: 31, to_collect: 9 },
  overdue: 2,
  couriers: ["Amana", "Ozone Express"],
};

export const orderContactExample: OrderContact = { phone: "+212612345678" };

export const recordOrderEventsExample: z.input<typeof recordOrderEvents> = {
  events: [
    {
      orderId: "1001",
      event: { eventId: "b-1", status: "shipped", courier: "Ozone Express", trackingNumber: "OZ4471" },
    },
    { orderId: "1002", event: { eventId: "b-2", status: "shipped" } },
  ],
};

export const orderEventResultsExample: OrderEventResults = {
  data: [
    {
      orderId: "1001",
      eventId: "b-1",
      id: "evt_01kaqv1p52f2t8x4k6m7n8p9qd",
      outcome: "applied",
      code: null,
      status: "shipped",
    },
    { orderId: "1002", eventId: "b-2", id: null, outcome: "refused", code: "conversion.not_found", status: null },
  ],
};

export const ordersCsvExample =
  "\ufeffOrder,Id,Date,Status\r\n1001,cnv_01kaqhb0c9f2t8x4k6m7n8p9qa,2026-11-23 09:00,Placed\r\n";
