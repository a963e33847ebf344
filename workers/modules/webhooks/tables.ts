import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { DeliveryError, Endpoint, WebhookDelivery, WebhookEvent } from "../../../schemas/webhooks.ts";
import { id, instant, json } from "../../db/columns.ts";

export const webhookEndpoints = sqliteTable("webhook_endpoints", {
  id: id("id").primaryKey(),
  ownerId: text("owner_id").notNull(),
  url: text("url").notNull(),
  events: json<readonly WebhookEvent[]>("events").notNull(),
  description: text("description").notNull(),
  secretSealed: text("secret_sealed"),
  oldSecretSealed: text("old_secret_sealed"),
  oldSecretUntil: instant("old_secret_until"),
  state: text("state").$type<Endpoint["state"]>().notNull(),
  pausedBy: text("paused_by").$type<Endpoint["pausedBy"]>(),
  failingSince: instant("failing_since"),
  lastSuccessAt: instant("last_success_at"),
  lastFailureAt: instant("last_failure_at"),
  version: integer("version").notNull().default(1),
  createdAt: instant("created_at").notNull(),
  removedAt: instant("removed_at"),
});
export type EndpointRow = typeof webhookEndpoints.$inferSelect;

export const webhookDeliveries = sqliteTable("webhook_deliveries", {
  id: id("id").primaryKey(),
  endpointId: text("endpoint_id").notNull(),
  newsId: text("news_id"),
  event: text("event").$type<WebhookEvent>().notNull(),
  subjectId: text("subject_id").notNull(),
  payload: text("payload").notNull(),
  state: text("state").$type<WebhookDelivery["state"]>().notNull(),
  attempts: integer("attempts").notNull().default(0),
  roundAttempts: integer("round_attempts").notNull().default(0),
  lastStatus: integer("last_status"),
  lastError: text("last_error").$type<DeliveryError>(),
  durationMs: integer("duration_ms"),
  nextAttemptAt: instant("next_attempt_at"),
  createdAt: instant("created_at").notNull(),
  deliveredAt: instant("delivered_at"),
});
export type DeliveryRow = typeof webhookDeliveries.$inferSelect;
