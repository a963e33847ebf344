import * as z from "zod";
import { pageQuery } from "./page.ts";
import { webUrl } from "./web-url.ts";

/** What we tell a merchant's or influencer's own server: every state change of an order, commission, payout or request. */
export const WEBHOOK_EVENTS = [
  "conversion.placed",
  "conversion.changed",
  "conversion.attributed",
  "commission.earned",
  "commission.available",
  "commission.paid",
  "commission.reversed",
  "commission.voided",
  "commission.revived",
  "payout.requested",
  "payout.approved",
  "payout.rejected",
  "payout.cancelled",
  "payout.exported",
  "payout.settled",
  "payout.failed",
  "request.created",
  "request.approved",
  "request.rejected",
  "request.cancelled",
  "request.expired",
  "webhook.test",
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
export const ENDPOINTS_MAX = 10;
export const ENDPOINT_STATES = ["active", "paused"] as const;

const url = webUrl.describe("An https address of a public server; it must answer 2xx within 10 seconds");
const events = z.array(z.enum(WEBHOOK_EVENTS)).max(WEBHOOK_EVENTS.length).describe("Empty: all of them");

export const createEndpoint = z
  .object({ url, events: events.default([]), description: z.string().trim().max(120).default("") })
  .meta({ id: "CreateEndpoint" });
export type CreateEndpoint = z.infer<typeof createEndpoint>;

/** `rotateSecret` makes a new secret; the old one signs beside it for 24 hours. */
export const updateEndpoint = z
  .object({
    url: url.optional(),
    events: events.optional(),
    description: z.string().trim().max(120).optional(),
    state: z.enum(ENDPOINT_STATES).optional(),
    rotateSecret: z.literal(true).optional(),
  })
  .meta({ id: "UpdateEndpoint" });
export type UpdateEndpoint = z.infer<typeof updateEndpoint>;

export const endpoint = z
  .object({
    id: z.string(),
    url: z.string(),
    events: z.array(z.enum(WEBHOOK_EVENTS)),
    description: z.string(),
    state: z.enum(ENDPOINT_STATES),
    /** Why it does not run: by hand, or because every delivery failed for 24 hours. */
    pausedBy: z.enum(["owner", "failures"]).nullable(),
    lastSuccessAt: z.string().nullable(),
    lastFailureAt: z.string().nullable(),
    /** Set while two secrets sign. */
    oldSecretUntil: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: "Endpoint" });
export type Endpoint = z.infer<typeof endpoint>;

/** With the secret (`whsec_…`), told when it is made and never again. */
export const endpointWithSecret = endpoint.extend({ secret: z.string().nullable() }).meta({ id: "EndpointWithSecret" });
export type EndpointWithSecret = z.infer<typeof endpointWithSecret>;
export const endpointList = z.object({ data: z.array(endpoint) }).meta({ id: "EndpointList" });

export const WEBHOOK_DELIVERY_STATES = ["waiting", "delivered", "failed"] as const;
export const DELIVERY_ERRORS = [
  "refused_address",
  "redirect",
  "timeout",
  "unreachable",
  "bad_status",
  "too_large",
] as const;
export type DeliveryError = (typeof DELIVERY_ERRORS)[number];
export const webhookDelivery = z
  .object({
    id: z.string(),
    event: z.enum(WEBHOOK_EVENTS),
    subjectId: z.string(),
    state: z.enum(WEBHOOK_DELIVERY_STATES),
    attempts: z.int(),
    /** Of the last attempt: the status answered, or why there was none. */
    lastStatus: z.int().nullable(),
    lastError: z.enum(DELIVERY_ERRORS).nullable(),
    durationMs: z.int().nullable(),
    nextAttemptAt: z.string().nullable(),
    /** The body as it was or will be sent. */
    payload: z.record(z.string(), z.unknown()),
    createdAt: z.string(),
    deliveredAt: z.string().nullable(),
  })
  .meta({ id: "WebhookDelivery" });
export type WebhookDelivery = z.infer<typeof webhookDelivery>;

export const webhookDeliveryQuery = pageQuery
  .extend({ state: z.enum(WEBHOOK_DELIVERY_STATES).optional() })
  .meta({ id: "WebhookDeliveryQuery" });
export type WebhookDeliveryQuery = z.infer<typeof webhookDeliveryQuery>;
