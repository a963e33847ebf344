import type { Connector, CreateConnector, InboundDelivery, UpdateConnector } from "../../../../schemas/connectors.ts";
import { DEFAULT_MAPPINGS } from "./rules.ts";

export const createConnectorExample: CreateConnector = {
  platform: "woocommerce",
  name: "Boutique Zellij",
  statusMapping: { "chez-le-livreur": "shipped" },
};

export const updateConnectorExample: UpdateConnector = { statusMapping: { "chez-le-livreur": "shipped" } };

export const connectorExample: Connector = {
  id: "con_01kaqhf3m8f3v8zc0m5n6p7q8r",
  platform: "woocommerce",
  name: "Boutique Zellij",
  state: "active",
  webhookUrl: "https://app.shareyoursales.ma/api/webhooks/woocommerce/con_01kaqhf3m8f3v8zc0m5n6p7q8r",
  orderIdPrefix: null,
  statusMapping: { "chez-le-livreur": "shipped" },
  defaultMapping: DEFAULT_MAPPINGS.woocommerce,
  unknownLabels: [{ label: "en-preparation", count: 3, lastAt: "2026-11-20T15:22:10.000Z" }],
  polling: null,
  lastDeliveryAt: "2026-11-20T15:22:10.000Z",
  createdAt: "2026-11-18T08:30:00.000Z",
};

export const inboundDeliveryExample: InboundDelivery = {
  id: "inb_01kaqhf7x2f3v8zc0m5n6p7q8r",
  deliveryId: "cdc59077676600498fa5debe3503c501",
  topic: "order.created",
  orderId: "4821",
  conversionId: "cnv_01kaqhb0c9f2t8x4k6m7n8p9qa",
  outcome: "recorded",
  detail: "The order is recorded and its state followed.",
  label: "processing",
  times: 1,
  bytes: 2_914,
  receivedAt: "2026-11-20T15:22:10.000Z",
  endedAt: "2026-11-20T15:22:10.180Z",
};

export const courierStatusExample = {
  eventId: "evt-88211",
  orderId: "4821",
  trackingNumber: "MA852934707",
  label: "Livré",
  occurredAt: "2026-11-23T10:40:00+00:00",
  city: "Fès",
};
