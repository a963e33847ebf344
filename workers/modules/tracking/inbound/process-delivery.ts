import { sql } from "drizzle-orm";
import { casablancaDayStart } from "../../../core/calendar.ts";
import { Conflict } from "../../../core/errors.ts";
import { commit, type Statement } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { connectorContext } from "../connectors/connector-context.ts";
import type { ConnectorRow, InboundDeliveryRow } from "../connectors/tables.ts";
import { applyCourierStatus } from "./apply-courier-status.ts";
import { applyKnownLabel } from "./apply-known-label.ts";
import { applyShopDelivery } from "./apply-shop-delivery.ts";
import { findWaiting, type WaitingDelivery } from "./queries.ts";
import { nextAttemptOn, nextTryOn } from "./rules.ts";
import { openMeaning } from "./sealed-meaning.ts";
import { type DeliveryEnd, endDelivery, postponeDelivery } from "./statements.ts";

/**
 * Carries out a delivery that waits: its order and what became of it are recorded as the merchant's own word, and the row says
 * what was done. One whose order is not known yet waits for it, up to six hours. Carried out twice it does nothing more.
 */
export async function processDelivery(ctx: Context, id: string): Promise<void> {
  const waiting = await findWaiting(ctx, id);
  if (!waiting) return;
  const end = await carryOut(ctx, waiting);
  const { delivery } = waiting;
  if (end !== "order_unknown") return finish(ctx, waiting, end);
  const nextAt = nextTryOn(delivery, ctx.now());
  if (nextAt === undefined) return finish(ctx, waiting, { outcome: "order_unknown" });
  await commit(ctx, [postponeDelivery(ctx, delivery, nextAt)]);
}

/** After a failure of ours: tries again later, with growing pauses; what never succeeds ends as failed. */
export async function putOffDelivery(ctx: Context, id: string): Promise<void> {
  const waiting = await findWaiting(ctx, id);
  if (!waiting) return;
  const nextAt = nextAttemptOn(waiting.delivery, ctx.now());
  if (nextAt === undefined) return finish(ctx, waiting, { outcome: "failed" });
  await commit(ctx, [postponeDelivery(ctx, waiting.delivery, nextAt)]);
}

async function carryOut(
  ctx: Context,
  { delivery, connector }: WaitingDelivery,
): Promise<DeliveryEnd | "order_unknown"> {
  if (connector.state === "removed") return { outcome: "ignored", reason: "removed" };
  const said = await openMeaning(ctx, delivery);
  const merchant = connectorContext(ctx, connector);
  switch (said.kind) {
    case "courier":
      return applyCourierStatus(merchant, connector, said.status);
    case "label":
      return applyKnownLabel(merchant, connector, delivery, said);
    case "shop":
      return applyShopDelivery(merchant, connector, delivery, said);
  }
}

// Another run that was faster has done the work: the guard of the end says so.
async function finish(ctx: Context, waiting: WaitingDelivery, end: DeliveryEnd): Promise<void> {
  const { delivery } = waiting;
  try {
    await commit(ctx, [...alertOf(ctx, waiting, end), ...endDelivery(ctx, delivery.id, end)]);
  } catch (failure) {
    if (!(failure instanceof Conflict) || failure.code !== "row.changed") throw failure;
  }
}

/** Tells the merchant of a label that no table knows: once per label and day, decided by the log in the same transaction. */
export function alertOf(
  ctx: Context,
  { delivery, connector }: { readonly delivery: Pick<InboundDeliveryRow, "orderId">; readonly connector: ConnectorRow },
  end: DeliveryEnd,
): Statement[] {
  if (end.outcome !== "unknown_label" || !end.label) return [];
  const data = {
    name: connector.name,
    label: end.label,
    order: end.orderId ?? delivery.orderId,
    connectorId: connector.id,
  };
  return [
    sql`INSERT INTO notifications (id, user_id, kind, data, created_at)
      SELECT ${ctx.newId("ntf")}, ${connector.merchantId}, 'connector.unknown_label', ${JSON.stringify(data)}, ${ctx.now()}
      WHERE NOT EXISTS (SELECT 1 FROM inbound_deliveries WHERE connector_id = ${connector.id} AND label = ${end.label}
        AND outcome = 'unknown_label' AND ended_at >= ${casablancaDayStart(ctx.now())})`,
  ];
}
