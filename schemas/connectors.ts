import * as z from "zod";
import { ORDER_STATUSES } from "./conversions.ts";
import { pageQuery } from "./page.ts";
import { webUrl } from "./web-url.ts";

export const SHOP_PLATFORMS = ["shopify", "woocommerce", "youcan"] as const;
export type ShopPlatform = (typeof SHOP_PLATFORMS)[number];
export const CONNECTOR_PLATFORMS = [...SHOP_PLATFORMS, "courier", "postback"] as const;
export type ConnectorPlatform = (typeof CONNECTOR_PLATFORMS)[number];
export const CONNECTOR_STATES = ["active", "paused", "removed"] as const;
export const CONNECTORS_MAX = 20;

/** What a label of a shop or courier means for the order: a status, or nothing (it is only noted on the timeline). */
export const LABEL_MEANINGS = [...ORDER_STATUSES, "none"] as const;
export type LabelMeaning = (typeof LABEL_MEANINGS)[number];
const label = z.string().trim().min(1).max(80);
export const statusMapping = z
  .record(label, z.enum(LABEL_MEANINGS))
  .refine((mapping) => Object.keys(mapping).length <= 200, { params: { code: "list.too_long", limit: 200 } });
export type StatusMapping = z.infer<typeof statusMapping>;

/** How a shop without status webhooks is asked for the orders that have changed. */
const polling = z.object({
  apiUrl: webUrl.describe("Base address of the shop's API"),
  token: z.string().min(1).max(500).describe("A read-only token of it; WooCommerce: `key:secret`"),
  everyMinutes: z.int().min(5).max(1440).default(15),
});

const name = z.string().trim().min(1).max(60);
const secret = z.string().min(8).max(200).describe("What the platform signs its deliveries with");
/** Put before the shop's order ids, so that two shops of one merchant never name the same order. */
const orderIdPrefix = z.string().regex(/^(?=.*[A-Za-z_-])[A-Za-z0-9_-]{1,16}$/);

export const createConnector = z
  .object({
    platform: z.enum(CONNECTOR_PLATFORMS),
    name,
    secret: secret
      .optional()
      .describe("What the platform signs with; left out, one is made (couriers, postbacks, WooCommerce)"),
    orderIdPrefix: orderIdPrefix.optional(),
    statusMapping: statusMapping.optional().describe("Added to the platform's own table"),
    polling: polling.nullish().describe("YouCan and WooCommerce only"),
  })
  .meta({ id: "CreateConnector" });
export type CreateConnector = z.infer<typeof createConnector>;

/** Only what is sent changes; `statusMapping` replaces the merchant's own entries. */
export const updateConnector = z
  .object({
    name: name.optional(),
    secret: secret.optional(),
    state: z.enum(["active", "paused"]).optional(),
    statusMapping: statusMapping.optional(),
    polling: polling.nullish(),
  })
  .meta({ id: "UpdateConnector" });
export type UpdateConnector = z.infer<typeof updateConnector>;

export const connector = z
  .object({
    id: z.string(),
    platform: z.enum(CONNECTOR_PLATFORMS),
    name: z.string(),
    state: z.enum(CONNECTOR_STATES),
    webhookUrl: z.string(),
    orderIdPrefix: z.string().nullable(),
    /** The merchant's own entries. */
    statusMapping,
    /** The platform's table, which the own entries stand above. */
    defaultMapping: statusMapping,
    /** Labels that came and that no table knows; their orders kept their state. */
    unknownLabels: z.array(z.object({ label: z.string(), count: z.int(), lastAt: z.string() })),
    polling: z
      .object({
        apiUrl: z.string(),
        everyMinutes: z.int(),
        lastPolledAt: z.string().nullable(),
        nextPollAt: z.string(),
        /** What the last asking failed with; null when it went well. */
        lastError: z.string().nullable(),
      })
      .nullable(),
    lastDeliveryAt: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: "Connector" });
export type Connector = z.infer<typeof connector>;

/** The secret, told once, when it was made here. */
export const createdConnector = connector.extend({ secret: z.string().nullable() }).meta({ id: "CreatedConnector" });
export type CreatedConnector = z.infer<typeof createdConnector>;

export const connectorList = z.object({ data: z.array(connector) }).meta({ id: "ConnectorList" });

/** What became of a delivery. All but `waiting` are ends. */
export const DELIVERY_OUTCOMES = [
  "waiting",
  "recorded",
  "unchanged",
  "noted",
  "ignored",
  "unknown_label",
  "order_unknown",
  "order_differs",
  "refused",
  "signature_wrong",
  "too_large",
  "malformed",
  "failed",
] as const;
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];

export const inboundDelivery = z
  .object({
    id: z.string(),
    /** The platform's own id of it; null when it gives none. */
    deliveryId: z.string().nullable(),
    topic: z.string().nullable(),
    orderId: z.string().nullable(),
    conversionId: z.string().nullable(),
    outcome: z.enum(DELIVERY_OUTCOMES),
    /** In the reader's language: what happened, and what was kept. */
    detail: z.string(),
    /** The shop's or courier's own word for the state. */
    label: z.string().nullable(),
    /** How often the very same delivery came. */
    times: z.int(),
    bytes: z.int(),
    receivedAt: z.string(),
    endedAt: z.string().nullable(),
  })
  .meta({ id: "InboundDelivery" });
export type InboundDelivery = z.infer<typeof inboundDelivery>;

export const deliveryQuery = pageQuery
  .extend({ outcome: z.enum(DELIVERY_OUTCOMES).optional() })
  .meta({ id: "InboundDeliveryQuery" });
export type DeliveryQuery = z.infer<typeof deliveryQuery>;

/** What a courier's system sends, signed as `X-Sys-Signature` (hex HMAC-SHA-256 of the body). */
export const courierStatus = z
  .object({
    eventId: z.string().min(1).max(128),
    orderId: z.string().max(128).optional(),
    trackingNumber: z.string().max(128).optional(),
    label: z.string().trim().min(1).max(80).describe("The courier's own word: « Livré », « Pas de réponse »…"),
    occurredAt: z.iso.datetime({ offset: true }).optional(),
    city: z.string().max(80).optional(),
  })
  .refine(({ orderId, trackingNumber }) => orderId || trackingNumber, {
    path: ["orderId"],
    params: { code: "value.missing" },
  })
  .meta({ id: "CourierStatus" });
export type CourierStatus = z.infer<typeof courierStatus>;
