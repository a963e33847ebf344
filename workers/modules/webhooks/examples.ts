import type { CreateEndpoint, Endpoint, EndpointWithSecret, WebhookDelivery } from "../../../schemas/webhooks.ts";
import { commissionExample } from "../payouts/examples.ts";

/** What the API documentation shows; tests parse each example with the schema of its operation. */
export const createEndpointExample: CreateEndpoint = {
  url: "https://erp.derb-omar.ma/hooks/shareyoursales",
  events: ["conversion.changed", "commission.earned"],
  description: "ERP",
};

export const endpointExample: Endpoint = {
  id: "whe_01kaqhc0e4f2t8x4k6m7n8p9qd",
  ...createEndpointExample,
  state: "active",
  pausedBy: null,
  lastSuccessAt: "2026-11-23T09:00:03.120Z",
  lastFailureAt: null,
  oldSecretUntil: null,
  createdAt: "2026-11-20T10:12:00.000Z",
};

export const endpointWithSecretExample: EndpointWithSecret = {
  ...endpointExample,
  lastSuccessAt: null,
  secret: "whsec_q2F0rYw8zUeN1s0oB3kJm5Xc7Vd9Tg4Hy6Lp2Ri8uE0=",
};

export const webhookDeliveryExample: WebhookDelivery = {
  id: "whd_01kaqhc2f5f2t8x4k6m7n8p9qe",
  event: "commission.earned",
  subjectId: commissionExample.id,
  state: "delivered",
  attempts: 1,
  lastStatus: 200,
  lastError: null,
  durationMs: 184,
  nextAttemptAt: null,
  payload: {
    type: "commission.earned",
    timestamp: "2026-11-27T16:25:41.007Z",
    data: { object: commissionExample, previous: { state: "forecast" } },
  },
  createdAt: "2026-11-27T16:25:41.092Z",
  deliveredAt: "2026-11-27T16:25:41.280Z",
};

export const testDeliveryExample: WebhookDelivery = {
  ...webhookDeliveryExample,
  event: "webhook.test",
  subjectId: endpointExample.id,
  state: "waiting",
  attempts: 0,
  lastStatus: null,
  durationMs: null,
  nextAttemptAt: "2026-11-27T16:25:41.092Z",
  payload: {
    type: "webhook.test",
    timestamp: "2026-11-27T16:25:41.092Z",
    data: { object: { endpointId: endpointExample.id }, previous: null },
  },
  deliveredAt: null,
};
