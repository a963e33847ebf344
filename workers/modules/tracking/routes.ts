import { conversionQuery, recordOrderEvent, reportConversion } from "../../../schemas/conversions.ts";
import { actingUser } from "../../core/actor.ts";
import { mapPage } from "../../db/page.ts";
import { newApp } from "../../http/app.ts";
import { idempotency } from "../../http/idempotency.ts";
import { session, sessionProvenByCommit } from "../../http/session.ts";
import { body, jsonOnly, query } from "../../http/validate.ts";
import { conversionObject } from "../conversions/conversion-object.ts";
import { getConversion, listConversions, listEvents } from "../conversions/queries.ts";
import { recordOrderEvent as recordEvent } from "./record-order-event.ts";
import { reportConversion as report } from "./report-conversion.ts";

const notInFuture = ["occurredAt"];

export const trackingRoutes = newApp()
  .post(
    "/conversions",
    sessionProvenByCommit("conversions:write"),
    jsonOnly,
    idempotency,
    body(reportConversion, { notInFuture }),
    async (c) => {
      const { conversion, created } = await report(c.get("ctx"), c.req.valid("json"));
      return c.json(conversion, created ? 201 : 200);
    },
  )
  .get("/conversions", session("conversions:read"), query(conversionQuery), async (c) => {
    const ctx = c.get("ctx");
    const page = await listConversions(ctx, c.req.valid("query"));
    return c.json(
      mapPage(page, ({ conversion, commission }) => conversionObject(actingUser(ctx).role, conversion, commission)),
    );
  })
  .get("/conversions/:orderId", session("conversions:read"), async (c) => {
    const ctx = c.get("ctx");
    const { conversion, commission } = await getConversion(ctx, c.req.param("orderId"));
    const events = await listEvents(ctx, conversion.id);
    return c.json(conversionObject(actingUser(ctx).role, conversion, commission, events));
  })
  .post(
    "/conversions/:orderId/events",
    session("conversions:write"),
    jsonOnly,
    idempotency,
    body(recordOrderEvent, { notInFuture }),
    async (c) => c.json(await recordEvent(c.get("ctx"), c.req.param("orderId"), c.req.valid("json"))),
  );
