import { conversion, conversionWithOutcome, recordOrderEvent, reportConversion } from "../../../schemas/conversions.ts";
import { conversionQuery } from "../../../schemas/orders.ts";
import { pageOf } from "../../../schemas/page.ts";
import { actingUser } from "../../core/actor.ts";
import { mapPage } from "../../db/page.ts";
import { newApp } from "../../http/app.ts";
import { answer, documented } from "../../http/documented.ts";
import { idempotency } from "../../http/idempotency.ts";
import { session, sessionProvenByCommit } from "../../http/session.ts";
import { body, jsonOnly, query } from "../../http/validate.ts";
import type { Context } from "../../platform/context.ts";
import { conversionObject } from "../conversions/conversion-object.ts";
import {
  collectedConversionExample,
  conversionExample,
  recordOrderEventExample,
  reportConversionExample,
} from "../conversions/examples.ts";
import { getConversion, listConversions, listEvents } from "../conversions/queries.ts";
import { recordOrderEvent as recordEvent } from "./record-order-event.ts";
import { reportConversion as report } from "./report-conversion.ts";

const tag = "Tracking";
const viewerOf = (ctx: Context) => ({ viewer: actingUser(ctx).role, nowMs: ctx.now() });
const notInFuture = ["occurredAt"];
const { outcome: _, ...withEventsExample } = collectedConversionExample;

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
        "Merchants see their orders; influencers see the orders attributed to them, without the shop's order id and metadata.",
      roles: ["merchant", "influencer"],
      answers: { 200: answer(pageOf(conversion), { data: [conversionExample], nextCursor: null }) },
    }),
    session("conversions:read"),
    query(conversionQuery),
    async (c) => {
      const ctx = c.get("ctx");
      const page = await listConversions(ctx, c.req.valid("query"));
      return c.json(
        mapPage(page, ({ conversion, commission }) => conversionObject(viewerOf(ctx), conversion, commission)),
      );
    },
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
    async (c) => {
      const ctx = c.get("ctx");
      const { conversion, commission } = await getConversion(ctx, c.req.param("orderId"));
      const events = await listEvents(ctx, conversion.id);
      return c.json(conversionObject(viewerOf(ctx), conversion, commission, events));
    },
  )
  .post(
    "/conversions/:orderId/events",
    documented({
      operation: "recordOrderEvent",
      tag,
      summary: "Tell what became of an order",
      description:
        "A new status, a refund, or both. Events may come late, twice or out of order: each is known by its `eventId` and finds its place by `occurredAt`. A commission is earned when the cash is collected.",
      roles: ["merchant"],
      example: recordOrderEventExample,
      answers: { 200: answer(conversionWithOutcome, collectedConversionExample) },
      problems: ["conversion.not_found", "event.id_reused", "refund.id_reused", "row.changed"],
    }),
    session("conversions:write"),
    jsonOnly,
    idempotency,
    body(recordOrderEvent, { notInFuture }),
    async (c) => c.json(await recordEvent(c.get("ctx"), c.req.param("orderId"), c.req.valid("json"))),
  );
