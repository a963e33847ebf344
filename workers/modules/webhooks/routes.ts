import { done } from "../../../schemas/auth.ts";
import { pageOf } from "../../../schemas/page.ts";
import {
  createEndpoint as createInput,
  endpoint,
  endpointList,
  endpointWithSecret,
  updateEndpoint as updateInput,
  webhookDelivery,
  webhookDeliveryQuery,
} from "../../../schemas/webhooks.ts";
import { mapPage } from "../../db/page.ts";
import { newApp } from "../../http/app.ts";
import { answer, documented } from "../../http/documented.ts";
import { idempotency } from "../../http/idempotency.ts";
import { session } from "../../http/session.ts";
import { body, jsonOnly, noBody, query } from "../../http/validate.ts";
import { createEndpoint } from "./create-endpoint.ts";
import { deliveryObject } from "./delivery-object.ts";
import { endpointObject } from "./endpoint-object.ts";
import * as example from "./examples.ts";
import { getEndpoint, listDeliveries, listEndpoints } from "./queries.ts";
import { removeEndpoint } from "./remove-endpoint.ts";
import { replayDelivery } from "./replay-delivery.ts";
import { sendTest } from "./send-test.ts";
import { updateEndpoint } from "./update-endpoint.ts";

const tag = "Webhooks";
const roles = ["merchant", "influencer"] as const;

const endpoints = newApp()
  .get(
    "/endpoints",
    documented({
      operation: "listEndpoints",
      tag,
      summary: "List where you are told of state changes",
      roles,
      answers: { 200: answer(endpointList, { data: [example.endpointExample] }) },
    }),
    session("webhooks:write"),
    async (c) => {
      const ctx = c.get("ctx");
      return c.json({ data: (await listEndpoints(ctx)).map((row) => endpointObject(row, ctx.now())) });
    },
  )
  .post(
    "/endpoints",
    documented({
      operation: "createEndpoint",
      tag,
      summary: "Be told of state changes by POST",
      description:
        "Each delivery is `{ type, timestamp, data: { object, previous } }`: the object as this API shows it to you, and the state before where it is known. Signed after [Standard Webhooks](https://www.standardwebhooks.com): `webhook-id`, `webhook-timestamp`, and `webhook-signature` over `id.timestamp.body`. Answer 2xx within 10 s; redirects are failures. What fails is sent again for a day, with the same id; 410 pauses the endpoint at once, a day of failures too. Deliveries may come twice or out of order. `secret` is told once; an answer repeated for an Idempotency-Key has null. At most 10.",
      roles,
      example: example.createEndpointExample,
      answers: { 201: answer(endpointWithSecret, example.endpointWithSecretExample) },
      problems: ["endpoint.limit_reached", "endpoint.url_refused"],
    }),
    session("webhooks:write"),
    jsonOnly,
    idempotency,
    body(createInput),
    async (c) => c.json(await createEndpoint(c.get("ctx"), c.req.valid("json")), 201),
  )
  .get(
    "/endpoints/:id",
    documented({
      operation: "getEndpoint",
      tag,
      summary: "Read one endpoint",
      roles,
      answers: { 200: answer(endpoint, example.endpointExample) },
      problems: ["endpoint.not_found"],
    }),
    session("webhooks:write"),
    async (c) => c.json(endpointObject(await getEndpoint(c.get("ctx"), c.req.param("id")), c.get("ctx").now())),
  )
  .patch(
    "/endpoints/:id",
    documented({
      operation: "updateEndpoint",
      tag,
      summary: "Change, pause or resume an endpoint, or give it a new secret",
      description:
        "What happens while it is paused is kept and sent when you resume. With `rotateSecret` the old secret signs beside the new one for 24 hours.",
      roles,
      example: { state: "paused" },
      answers: {
        200: answer(endpointWithSecret, {
          ...example.endpointExample,
          state: "paused",
          pausedBy: "owner",
          secret: null,
        }),
      },
      problems: ["endpoint.not_found", "endpoint.url_refused"],
    }),
    session("webhooks:write"),
    jsonOnly,
    idempotency,
    body(updateInput),
    async (c) => c.json(await updateEndpoint(c.get("ctx"), c.req.param("id"), c.req.valid("json"))),
  )
  .delete(
    "/endpoints/:id",
    documented({
      operation: "removeEndpoint",
      tag,
      summary: "Take an endpoint away",
      description: "Nothing is sent to it any more, not even what waits.",
      roles,
      answers: { 200: answer(done, { done: true }) },
      problems: ["endpoint.not_found", "row.changed"],
    }),
    session("webhooks:write"),
    noBody,
    async (c) => {
      await removeEndpoint(c.get("ctx"), c.req.param("id"));
      return c.json({ done: true } as const);
    },
  );

const deliveries = newApp()
  .get(
    "/endpoints/:id/deliveries",
    documented({
      operation: "listWebhookDeliveries",
      tag,
      summary: "List what was sent to an endpoint, newest first",
      description: "With the body as it was sent and what became of the last attempt. Kept for 30 days.",
      roles,
      answers: { 200: answer(pageOf(webhookDelivery), { data: [example.webhookDeliveryExample], nextCursor: null }) },
      problems: ["endpoint.not_found"],
    }),
    session("webhooks:write"),
    query(webhookDeliveryQuery),
    async (c) =>
      c.json(mapPage(await listDeliveries(c.get("ctx"), c.req.param("id"), c.req.valid("query")), deliveryObject)),
  )
  .post(
    "/endpoints/:id/test",
    documented({
      operation: "testEndpoint",
      tag,
      summary: "Send `webhook.test` now",
      description: "Once; read the endpoint's deliveries to see what became of it.",
      roles,
      answers: { 201: answer(webhookDelivery, example.testDeliveryExample) },
      problems: ["endpoint.not_found", "endpoint.paused"],
    }),
    session("webhooks:write"),
    noBody,
    idempotency,
    async (c) => c.json(await sendTest(c.get("ctx"), c.req.param("id")), 201),
  )
  .post(
    "/deliveries/:id/replay",
    documented({
      operation: "replayWebhookDelivery",
      tag,
      summary: "Send a delivery again",
      description: "The same id and body, whatever became of it before; tried again for a day when it fails.",
      roles,
      answers: { 200: answer(webhookDelivery, { ...example.webhookDeliveryExample, state: "waiting" }) },
      problems: ["delivery.not_found", "endpoint.paused"],
    }),
    session("webhooks:write"),
    noBody,
    idempotency,
    async (c) => c.json(await replayDelivery(c.get("ctx"), c.req.param("id"))),
  );

export const webhookRoutes = newApp().route("/", endpoints).route("/", deliveries);
