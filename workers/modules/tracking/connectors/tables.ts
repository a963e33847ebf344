import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type {
  CONNECTOR_STATES,
  ConnectorPlatform,
  DeliveryOutcome,
  StatusMapping,
} from "../../../../schemas/connectors.ts";
import { id, instant, json } from "../../../db/columns.ts";

export const connectors = sqliteTable("connectors", {
  id: id("id").primaryKey(),
  merchantId: text("merchant_id").notNull(),
  platform: text("platform").$type<ConnectorPlatform>().notNull(),
  name: text("name").notNull(),
  secretSealed: text("secret_sealed").notNull(),
  orderIdPrefix: text("order_id_prefix"),
  statusMapping: json<StatusMapping>("status_mapping").notNull(),
  state: text("state").$type<(typeof CONNECTOR_STATES)[number]>().notNull(),
  pollingUrl: text("polling_url"),
  pollingTokenSealed: text("polling_token_sealed"),
  pollingEveryMinutes: integer("polling_every_minutes"),
  pollingCursor: instant("polling_cursor"),
  pollingPage: integer("polling_page").notNull().default(1),
  pollingFailures: integer("polling_failures").notNull().default(0),
  nextPollAt: instant("next_poll_at"),
  lastPolledAt: instant("last_polled_at"),
  lastError: text("last_error"),
  version: integer("version").notNull().default(1),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});
export type ConnectorRow = typeof connectors.$inferSelect;

export const inboundDeliveries = sqliteTable("inbound_deliveries", {
  id: id("id").primaryKey(),
  connectorId: text("connector_id").notNull(),
  deliveryKey: text("delivery_key").notNull(),
  deliveryId: text("delivery_id"),
  topic: text("topic"),
  bodySha256: text("body_sha256"),
  bytes: integer("bytes").notNull(),
  times: integer("times").notNull().default(1),
  outcome: text("outcome").$type<DeliveryOutcome>().notNull(),
  reason: text("reason"),
  label: text("label"),
  orderId: text("order_id"),
  conversionId: text("conversion_id"),
  meaningSealed: text("meaning_sealed"),
  attempts: integer("attempts").notNull().default(0),
  nextAttemptAt: instant("next_attempt_at"),
  receivedAt: instant("received_at").notNull(),
  endedAt: instant("ended_at"),
});
export type InboundDeliveryRow = typeof inboundDeliveries.$inferSelect;
