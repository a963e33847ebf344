import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { DeliveryOutcome } from "../../../../schemas/connectors.ts";
import { DAY_MS } from "../../../core/calendar.ts";
import { guarded, type Statement } from "../../../db/commit.ts";
import { insertRow } from "../../../db/insert-row.ts";
import type { Context } from "../../../platform/context.ts";
import { type InboundDeliveryRow, inboundDeliveries } from "../connectors/tables.ts";

/** A delivery as it came in: with what it means, sealed, while it waits; or with its end. */
export interface DeliveryDraft {
  readonly id: string;
  readonly connectorId: string;
  /** One of a kind for the connector: the platform's id of the delivery, else the body's hash. */
  readonly deliveryKey: string;
  readonly deliveryId?: string | null;
  readonly topic?: string | null;
  readonly bodySha256?: string | null;
  readonly bytes: number;
  readonly outcome: DeliveryOutcome;
  readonly reason?: string | null;
  readonly label?: string | null;
  readonly orderId?: string | null;
  readonly conversionId?: string | null;
  readonly meaningSealed?: string | null;
}

/**
 * The row of a delivery, and the message about one that waits. A second row of the same key makes the commit fail as a lost
 * race: `row.changed`.
 */
export function recordDelivery(ctx: Context, draft: DeliveryDraft): Statement {
  const now = ctx.now();
  const waits = draft.outcome === "waiting";
  const row = insertRow(inboundDeliveries, {
    ...draft,
    times: 1,
    attempts: 0,
    nextAttemptAt: waits ? now : null,
    receivedAt: now,
    endedAt: waits ? null : now,
  });
  return waits ? { ...row, nudge: { kind: "inbound.due", deliveryId: draft.id } } : row;
}

/** The same delivery came once more. */
export function deliveryRepeated(id: string): Statement {
  return sql`UPDATE inbound_deliveries SET times = times + 1 WHERE id = ${id}`;
}

/** A delivery that came again and was never carried out waits after all, with the message about it. */
export function deliveryTakenUp(ctx: Context, id: string, meaningSealed: string): Statement {
  const update = ctx.db.orm
    .update(inboundDeliveries)
    .set({
      outcome: "waiting",
      reason: null,
      times: sql`times + 1`,
      attempts: 0,
      meaningSealed,
      nextAttemptAt: ctx.now(),
      receivedAt: ctx.now(),
      endedAt: null,
    })
    .where(
      and(
        eq(inboundDeliveries.id, id),
        or(eq(inboundDeliveries.reason, "paused"), inArray(inboundDeliveries.outcome, ["order_unknown", "failed"])),
      ),
    );
  return { toSQL: () => update.toSQL(), nudge: { kind: "inbound.due", deliveryId: id } };
}

/** A delivery whose label is in a table by now waits to be carried out after all, with the message about it. */
export function deliveryReopened(ctx: Context, id: string, meaningSealed: string): Statement {
  const update = ctx.db.orm
    .update(inboundDeliveries)
    .set({ outcome: "waiting", meaningSealed, attempts: 0, nextAttemptAt: ctx.now(), endedAt: null })
    .where(and(eq(inboundDeliveries.id, id), eq(inboundDeliveries.outcome, "unknown_label")));
  return { toSQL: () => update.toSQL(), nudge: { kind: "inbound.due", deliveryId: id } };
}

export type DeliveryEnd = Pick<DeliveryDraft, "reason" | "label" | "orderId" | "conversionId"> & {
  readonly outcome: Exclude<DeliveryOutcome, "waiting">;
};

/** The end of a waiting delivery: what it meant is forgotten. Guarded: of two that end it, one loses the race. */
export function endDelivery(ctx: Context, id: string, end: DeliveryEnd): Statement[] {
  return guarded(
    ctx.db.orm
      .update(inboundDeliveries)
      .set({ ...end, meaningSealed: null, nextAttemptAt: null, endedAt: ctx.now() })
      .where(and(eq(inboundDeliveries.id, id), eq(inboundDeliveries.outcome, "waiting"))),
  );
}

/** Puts off a waiting delivery until the instant. */
export function postponeDelivery(ctx: Context, { id, attempts }: InboundDeliveryRow, nextAttemptAt: number): Statement {
  return ctx.db.orm
    .update(inboundDeliveries)
    .set({ attempts: attempts + 1, nextAttemptAt })
    .where(and(eq(inboundDeliveries.id, id), eq(inboundDeliveries.outcome, "waiting")));
}

const MINUTE_MS = 60_000;

export interface Refusal {
  readonly outcome: "signature_wrong" | "too_large" | "ignored";
  readonly reason?: string;
  readonly bodySha256: string | null;
  readonly bytes: number;
}

/**
 * A delivery that nobody has proven to be the platform's: nothing of what it says is kept, and those of one minute share a row
 * that counts them, so that nobody can fill the log.
 */
export function countRefusal(
  ctx: Context,
  connectorId: string,
  { outcome, reason, bodySha256, bytes }: Refusal,
): Statement {
  const now = ctx.now();
  const key = `${outcome}:${reason ?? ""}:${Math.floor(now / MINUTE_MS)}`;
  return sql`INSERT INTO inbound_deliveries (id, connector_id, delivery_key, body_sha256, bytes, outcome, reason, received_at, ended_at)
    VALUES (${ctx.newId("inb")}, ${connectorId}, ${key}, ${bodySha256}, ${bytes}, ${outcome}, ${reason ?? null}, ${now}, ${now})
    ON CONFLICT (connector_id, delivery_key) DO UPDATE SET times = times + 1`;
}

const LOG_MS = 90 * DAY_MS;
const UNPROVEN_MS = 7 * DAY_MS;

/** The log is kept for 90 days, what was never proven for a week. */
export function forgetInbound(ctx: Context): Statement[] {
  return [
    sql`DELETE FROM inbound_deliveries WHERE received_at < ${ctx.now() - LOG_MS}`,
    sql`DELETE FROM inbound_deliveries WHERE received_at < ${ctx.now() - UNPROVEN_MS} AND outcome IN ('signature_wrong', 'too_large')`,
  ];
}
