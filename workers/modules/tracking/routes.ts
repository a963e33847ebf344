import { conversion, conversionWithOutcome, recordOrderEvent, reportConversion } from "../../../schemas/conversions.ts";
import { conversionQuery } from "../../../schemas/orders.ts";
import { pageOf } from "../../../schemas/page.ts";
import { newApp } from "../../http/app.ts";
import { answer, documented } from "../../http/documented.ts";
import { idempotency } from "../../http/idempotency.ts";
import { session, sessionProvenByCommit } from "../../http/session.ts";
import { body, jsonOnly, query } from "../../http/validate.ts";
import {
  collectedConversionExample,
  conversionExample,
  recordOrderEventExample,
  reportConversionExample,
} from "../conversions/examples.ts";
import { getOrder, listOrders } from "./desk/read-orders.ts";
import { recordOrderEvent as recordEvent } from "./record-order-event.ts";
import { reportConversion as report } from "./report-conversion.ts";

const tag = "Tracking";
const notInFuture = ["occurredAt"];
const names = { product: "Djellaba brodée", influencer: "Sara Bennani", link: "Ma djellaba" };
const { outcome: _, ...collectedExample } = collectedConversionExample;
const withEventsExample = { ...collectedExample, names };

export const trackingRoutes = newApp()
  .post(
    "/conversions",
    documented({
      operation: "reportConversion",
      tag,
      summary: "Report an order",
      description:
        "One order of your shop, with the click token (`sys_click`) or the coupon code it came with. The order is attributed, its terms are frozen and a commission is forecast, once per order id: the same order again answers 200 with the same conversion.",
      roles: ["merchant"],
      example: reportConversionExample,
      answers: {
        201: answer(conversion, conversionExample, "The order is recorded"),
        200: answer(conversion, conversionExample, "The order was known; this is the same conversion"),
      },
      problems: ["conversion.order_id_reused", "row.changed"],
    }),
    sessionProvenByCommit("conversions:write"),
    jsonOnly,
    idempotency,
    body(reportConversion, { notInFuture }),
    async (c) => {
      const { conversion, created } = await report(c.get("ctx"), c.req.valid("json"));
      return c.json(conversion, created ? 201 : 200);
    },
  )
  .get(
    "/conversions",
    documented({
      operation: "listConversions",
      tag,
      summary: "List conversions, newest first",
      description:
        "Merchants see their orders; influencers see the orders attributed to them, without the shop's order id and metadata. Every filter narrows what the others leave.",
      roles: ["merchant", "influencer"],
      answers: { 200: answer(pageOf(conversion), { data: [{ ...conversionExample, names }], nextCursor: null }) },
    }),
    session("conversions:read"),
    query(conversionQuery),
    async (c) => c.json(await listOrders(c.get("ctx"), c.req.valid("query")), 200),
  )
  .get(
    "/conversions/:orderId",
    documented({
      operation: "getConversion",
      tag,
      summary: "Read a conversion with its events",
      description: "By the shop's order id (merchants) or by the id of the conversion (both).",
      roles: ["merchant", "influencer"],
      answers: { 200: answer(conversion, withEventsExample) },
      problems: ["conversion.not_found"],
    }),
    session("conversions:read"),
    async (c) => c.json(await getOrder(c.get("ctx"), c.req.param("orderId")), 200),
  )
  .post(
    "/conversions/:orderId/events",
    documented({
      operation: "recordOrderEvent",
      tag,
      summary: "Tell what became of an order",
      description:
        "A new status, a refund, or both. Events may come late, twice or out of order: each is known by its `eventId` and finds its place by `occurredAt`. A commission is earned when the cash is collected. A person signed in may undo an event within 24 hours with `undoes`.",
      roles: ["merchant"],
      example: recordOrderEventExample,
      answers: { 200: answer(conversionWithOutcome, collectedConversionExample) },
      problems: [
        "conversion.not_found",
        "event.id_reused",
        "refund.id_reused",
        "row.changed",
        "session.required",
        "event.not_found",
        "event.undo_too_late",
        "event.undo_refused",
        "return.hold_passed",
      ],
    }),
    session("conversions:write"),
    jsonOnly,
    idempotency,
    body(recordOrderEvent, { notInFuture }),
    async (c) => c.json(await recordEvent(c.get("ctx"), c.req.param("orderId"), c.req.valid("json"))),
  );
