import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { guarded, type Nudging, type Statement } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import { claimedUntil, FORGET_AFTER_MS } from "./rules.ts";
import { type DeliveryRow, type EndpointRow, webhookDeliveries, webhookEndpoints } from "./tables.ts";

export function insertEndpoint(row: EndpointRow): Statement {
  return insertRow(webhookEndpoints, row);
}

/** Changes the endpoint only if nobody did since it was read. */
export function changeEndpoint(ctx: Context, read: EndpointRow, changes: Partial<EndpointRow>): Statement[] {
  return guarded(
    ctx.db.orm
      .update(webhookEndpoints)
      .set({ ...changes, version: read.version + 1 })
      .where(
        and(
          eq(webhookEndpoints.id, read.id),
          eq(webhookEndpoints.version, read.version),
          isNull(webhookEndpoints.removedAt),
        ),
      ),
  );
}

/** Notes that the server took a delivery. Many may be under way at once, so the version does not move. */
export function endpointSucceeded(ctx: Context, endpointId: string): Statement {
  return sql`UPDATE webhook_endpoints SET last_success_at = ${ctx.now()}, failing_since = NULL WHERE id = ${endpointId}`;
}

/** Notes that a delivery did not arrive; a test does not count as failing. */
export function endpointFailed(ctx: Context, endpointId: string, isTest: boolean): Statement {
  const now = ctx.now();
  return sql`UPDATE webhook_endpoints SET last_failure_at = ${now},
    failing_since = coalesce(failing_since, ${isTest ? null : now}) WHERE id = ${endpointId}`;
}

/** Takes away the endpoints of people who are gone, with their secrets and all that waits for them. */
export function removeEndpointsOf(ctx: Context, ownerIds: readonly string[]): Statement[] {
  if (ownerIds.length === 0) return [];
  const owners = sql`(SELECT value FROM json_each(${JSON.stringify(ownerIds)}))`;
  return [
    sql`UPDATE webhook_deliveries SET next_attempt_at = NULL WHERE state = 'waiting' AND next_attempt_at IS NOT NULL
      AND endpoint_id IN (SELECT id FROM webhook_endpoints WHERE removed_at IS NULL AND owner_id IN ${owners})`,
    sql`UPDATE webhook_endpoints SET removed_at = ${ctx.now()}, secret_sealed = NULL, old_secret_sealed = NULL,
      old_secret_until = NULL, version = version + 1 WHERE removed_at IS NULL AND owner_id IN ${owners}`,
  ];
}

/** Puts what waits for the endpoint aside until it is resumed. */
export function holdDeliveries(endpointId: string): Statement {
  return sql`UPDATE webhook_deliveries SET next_attempt_at = NULL
    WHERE endpoint_id = ${endpointId} AND state = 'waiting' AND next_attempt_at IS NOT NULL`;
}

/** Lets what was put aside begin anew. */
export function releaseDeliveries(ctx: Context, endpointId: string): Statement {
  return sql`UPDATE webhook_deliveries SET next_attempt_at = ${ctx.now()}, round_attempts = 0
    WHERE endpoint_id = ${endpointId} AND state = 'waiting' AND next_attempt_at IS NULL`;
}

/** Puts one delivery aside if its endpoint is paused or gone, as it is when this runs. */
export function holdIfPaused(deliveryId: string): Statement {
  return sql`UPDATE webhook_deliveries SET next_attempt_at = NULL WHERE id = ${deliveryId} AND state = 'waiting'
    AND NOT EXISTS (SELECT 1 FROM webhook_endpoints e WHERE e.id = endpoint_id AND e.state = 'active' AND e.removed_at IS NULL)`;
}

export interface DeliveryDraft
  extends Pick<DeliveryRow, "id" | "endpointId" | "event" | "subjectId" | "payload" | "createdAt"> {
  readonly newsId: string;
}

/**
 * Deliveries of news as one statement, each once; the message to the queue follows the commit. To an endpoint that is paused when
 * this runs they wait, for one that is gone there are none.
 */
export function insertDeliveries(ctx: Context, drafts: readonly DeliveryDraft[]): Nudging {
  const rows = drafts.map((row) => [
    row.id,
    row.endpointId,
    row.newsId,
    row.event,
    row.subjectId,
    row.payload,
    row.createdAt,
  ]);
  const text = `INSERT INTO webhook_deliveries
      (id, endpoint_id, news_id, event, subject_id, payload, created_at, state, next_attempt_at)
    SELECT row.value ->> 0, e.id, row.value ->> 2, row.value ->> 3, row.value ->> 4, row.value ->> 5, row.value ->> 6,
      'waiting', CASE e.state WHEN 'active' THEN ? END
    FROM json_each(?) AS row JOIN webhook_endpoints e ON e.id = row.value ->> 1 AND e.removed_at IS NULL
    WHERE true ON CONFLICT (endpoint_id, news_id) WHERE news_id IS NOT NULL DO NOTHING`;
  return {
    toSQL: () => ({ sql: text, params: [ctx.now(), JSON.stringify(rows)] }),
    nudge: { kind: "webhook.due", deliveryIds: drafts.map(({ id }) => id) },
  };
}

/** One delivery that is due at once, with its message. */
export function insertDelivery(row: DeliveryRow): Nudging {
  return { ...insertRow(webhookDeliveries, row), nudge: { kind: "webhook.due", deliveryIds: [row.id] } };
}

/** Takes the delivery for one attempt, if nobody else did since it was read. */
export function claimDelivery(ctx: Context, read: DeliveryRow): Statement[] {
  return moveDelivery(ctx, read, {
    attempts: read.attempts + 1,
    roundAttempts: read.roundAttempts + 1,
    nextAttemptAt: claimedUntil(ctx.now()),
  });
}

/** Changes a waiting or ended delivery if it is as it was read: the number of attempts is its version. */
export function moveDelivery(ctx: Context, read: DeliveryRow, changes: Partial<DeliveryRow>): Statement[] {
  return guarded(
    ctx.db.orm
      .update(webhookDeliveries)
      .set(changes)
      .where(
        and(
          eq(webhookDeliveries.id, read.id),
          eq(webhookDeliveries.state, read.state),
          eq(webhookDeliveries.attempts, read.attempts),
        ),
      ),
  );
}

/** Forgets what was sent 30 days ago, and endpoints removed before that. */
export function forgetDeliveries(ctx: Context): Statement[] {
  const before = ctx.now() - FORGET_AFTER_MS;
  return [
    ctx.db.orm.delete(webhookDeliveries).where(lt(webhookDeliveries.createdAt, before)),
    sql`DELETE FROM webhook_endpoints WHERE removed_at < ${before}
      AND NOT EXISTS (SELECT 1 FROM webhook_deliveries d WHERE d.endpoint_id = webhook_endpoints.id)`,
  ];
}
