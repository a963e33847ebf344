import * as z from "zod";
import {
  conversionFilters,
  orderContact,
  orderCounts,
  orderEventResults,
  recordOrderEvents as recordOrderEventsInput,
} from "../../../../schemas/orders.ts";
import { newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { idempotency } from "../../../http/idempotency.ts";
import { session, signedInOnly } from "../../../http/session.ts";
import { body, jsonOnly, query } from "../../../http/validate.ts";
import { getOrderCounts } from "../../conversions/queries.ts";
import {
  orderContactExample,
  orderCountsExample,
  orderEventResultsExample,
  ordersCsvExample,
  recordOrderEventsExample,
} from "./examples.ts";
import { exportOrders } from "./export-orders.ts";
import { getContact } from "./get-contact.ts";
import { recordOrderEvents } from "./record-order-events.ts";

const tag = "Tracking";

/** The order desk: many orders at once, what waits for what, the customer's phone, a file of all. */
export const deskRoutes = newApp()
  .post(
    "/events",
    documented({
      operation: "recordOrderEvents",
      tag,
      summary: "Tell what became of many orders",
      description:
        "Up to 100 events, each standing for itself: a refused one carries the code of its problem and keeps no other from counting. Sent again, all are known by their `eventId`. Events of one order count in the order given.",
      roles: ["merchant"],
      example: recordOrderEventsExample,
      answers: { 200: answer(orderEventResults, orderEventResultsExample) },
    }),
    session("conversions:write"),
    jsonOnly,
    idempotency,
    body(recordOrderEventsInput),
    async (c) => c.json(await recordOrderEvents(c.get("ctx"), c.req.valid("json")), 200),
  )
  .get(
    "/order-counts",
    documented({
      operation: "getOrderCounts",
      tag,
      summary: "Count orders by what must be done next",
      description: "Orders that have ended are not counted. `overdue`: without a final event after 45 days.",
      roles: ["merchant"],
      answers: { 200: answer(orderCounts, orderCountsExample) },
    }),
    session("conversions:read"),
    async (c) => c.json(await getOrderCounts(c.get("ctx")), 200),
  )
  .get(
    "/orders.csv",
    documented({
      operation: "exportOrders",
      tag,
      summary: "Export orders as a CSV",
      description:
        "All orders that match the filters of the list, newest first, in the caller's language. Influencers get no order ids of shops.",
      roles: ["merchant", "influencer"],
      answers: { 200: { schema: z.string(), example: ordersCsvExample, media: "text/csv" } },
    }),
    session("conversions:read"),
    query(conversionFilters),
    (c) =>
      c.body(exportOrders(c.get("ctx"), c.req.valid("query")), 200, {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="orders.csv"',
      }),
  )
  .get(
    "/conversions/:orderId/contact",
    documented({
      operation: "getOrderContact",
      tag,
      summary: "Read the customer's phone",
      description:
        "To confirm the order by a call or a message. Each reading is audited. Null once the order has ended or 30 days have passed.",
      roles: ["merchant"],
      answers: { 200: answer(orderContact, orderContactExample) },
      problems: ["conversion.not_found"],
    }),
    signedInOnly,
    async (c) => {
      const contact = await getContact(c.get("ctx"), c.req.param("orderId"));
      return c.json(contact, 200, { "Cache-Control": "no-store" });
    },
  );
