import { done } from "../../../../schemas/auth.ts";
import {
  connectorList,
  connector as connectorSchema,
  createConnector as createBody,
  createdConnector,
  deliveryQuery,
  inboundDelivery,
  updateConnector,
} from "../../../../schemas/connectors.ts";
import { pageOf } from "../../../../schemas/page.ts";
import { mapPage } from "../../../db/page.ts";
import { newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { idempotency } from "../../../http/idempotency.ts";
import { session } from "../../../http/session.ts";
import { body, jsonOnly, query } from "../../../http/validate.ts";
import { deliveryObject } from "../inbound/delivery-object.ts";
import { listDeliveries } from "../inbound/queries.ts";
import { changeConnector } from "./change-connector.ts";
import { connectorObjects } from "./connector-object.ts";
import { createConnector } from "./create-connector.ts";
import {
  connectorExample,
  createConnectorExample,
  inboundDeliveryExample,
  updateConnectorExample,
} from "./examples.ts";
import { listConnectors } from "./queries.ts";
import { removeConnector } from "./remove-connector.ts";

const tag = "Tracking";

/** A merchant's connections to shops, couriers and servers, and the log of what they brought. */
export const connectorRoutes = newApp()
  .get(
    "/connectors",
    documented({
      operation: "listConnectors",
      tag,
      summary: "List your connectors",
      description: "With the labels that came and that no status table knows: their orders kept their state.",
      roles: ["merchant"],
      answers: { 200: answer(connectorList, { data: [connectorExample] }) },
    }),
    session("webhooks:write"),
    async (c) => {
      const ctx = c.get("ctx");
      return c.json({ data: await connectorObjects(ctx, await listConnectors(ctx)) });
    },
  )
  .post(
    "/connectors",
    documented({
      operation: "createConnector",
      tag,
      summary: "Connect a shop or a courier",
      description:
        "Give the answer's `webhookUrl` and the secret to the platform. A secret that is made here is told once. A second shop needs an `orderIdPrefix`, so that its orders are never taken for those of the first.",
      roles: ["merchant"],
      example: createConnectorExample,
      answers: {
        201: answer(createdConnector, {
          ...connectorExample,
          unknownLabels: [],
          lastDeliveryAt: null,
          secret: "nq3V7wq9b0JkQ8T2rY5uL1xC6mE4aZfGhD0sPiOvKtM",
        }),
      },
      problems: [
        "connector.limit_reached",
        "connector.prefix_needed",
        "connector.prefix_taken",
        "endpoint.url_refused",
        "row.changed",
      ],
    }),
    session("webhooks:write"),
    jsonOnly,
    idempotency,
    body(createBody),
    async (c) => c.json(await createConnector(c.get("ctx"), c.req.valid("json")), 201),
  )
  .patch(
    "/connectors/:id",
    documented({
      operation: "updateConnector",
      tag,
      summary: "Change a connector",
      description:
        "Only what is sent changes; `statusMapping` replaces your own entries, and orders of the last 30 days whose label it knows now catch up. A paused connector takes nothing in.",
      roles: ["merchant"],
      example: updateConnectorExample,
      answers: { 200: answer(connectorSchema, connectorExample) },
      problems: ["connector.not_found", "endpoint.url_refused", "row.changed"],
    }),
    session("webhooks:write"),
    jsonOnly,
    idempotency,
    body(updateConnector),
    async (c) => c.json(await changeConnector(c.get("ctx"), c.req.param("id"), c.req.valid("json"))),
  )
  .delete(
    "/connectors/:id",
    documented({
      operation: "removeConnector",
      tag,
      summary: "Remove a connector",
      description: "Nothing is taken in through it any more. Its orders stay.",
      roles: ["merchant"],
      answers: { 200: answer(done, { done: true }) },
      problems: ["connector.not_found", "row.changed"],
    }),
    session("webhooks:write"),
    async (c) => {
      await removeConnector(c.get("ctx"), c.req.param("id"));
      return c.json({ done: true } as const);
    },
  )
  .get(
    "/connectors/:id/deliveries",
    documented({
      operation: "listConnectorDeliveries",
      tag,
      summary: "Read what a connector brought, newest first",
      description:
        "Every delivery leaves a row that says what became of it, for 90 days; `detail` is in the language you ask for.",
      roles: ["merchant"],
      answers: { 200: answer(pageOf(inboundDelivery), { data: [inboundDeliveryExample], nextCursor: null }) },
      problems: ["connector.not_found"],
    }),
    session("webhooks:write"),
    query(deliveryQuery),
    async (c) => {
      const ctx = c.get("ctx");
      const page = await listDeliveries(ctx, c.req.param("id"), c.req.valid("query"));
      return c.json(mapPage(page, (row) => deliveryObject(ctx.locale, row)));
    },
  );
