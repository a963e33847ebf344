import type { CourierStatus } from "../../../../schemas/connectors.ts";
import type { RecordOrderEvent } from "../../../../schemas/conversions.ts";
import { actingAs } from "../../../core/actor.ts";
import { Conflict } from "../../../core/errors.ts";
import type { Context } from "../../../platform/context.ts";
import { findOrder } from "../../conversions/queries.ts";
import { sourceOf } from "../connectors/connector-context.ts";
import { meaningOfLabel } from "../connectors/rules.ts";
import type { ConnectorRow } from "../connectors/tables.ts";
import { recordOrderEvent } from "../record-order-event.ts";
import { findOrderIdByTracking } from "./queries.ts";
import { notAfter } from "./rules.ts";
import type { DeliveryEnd } from "./statements.ts";

/**
 * Records what a courier says of a parcel of the acting merchant, found by the order's id or the parcel's number. Its word is
 * looked up in the status tables; one that none knows is only remarked on the order.
 */
export async function applyCourierStatus(
  ctx: Context,
  connector: ConnectorRow,
  said: CourierStatus,
): Promise<DeliveryEnd | "order_unknown"> {
  const conversionId = await findParcel(ctx, said);
  if (conversionId === undefined) return "order_unknown";
  const means = meaningOfLabel(connector, said.label);
  const about = { label: said.label, orderId: said.orderId ?? null, conversionId };
  try {
    const { outcome } = await recordOrderEvent(ctx, conversionId, eventOf(ctx, connector, said), sourceOf(connector));
    if (means === undefined) return { ...about, outcome: "unknown_label" };
    if (means === "none") return { ...about, outcome: "noted" };
    return { ...about, outcome: outcome === "applied" ? "recorded" : "unchanged" };
  } catch (failure) {
    if (!(failure instanceof Conflict) || failure.code === "row.changed") throw failure;
    return { ...about, outcome: "refused", reason: failure.code };
  }
}

function eventOf(ctx: Context, connector: ConnectorRow, said: CourierStatus): RecordOrderEvent {
  const means = meaningOfLabel(connector, said.label);
  const occurredAt = notAfter(ctx.now(), said.occurredAt === undefined ? null : Date.parse(said.occurredAt));
  return {
    eventId: said.eventId,
    ...(means === undefined || means === "none" ? { note: said.label } : { status: means }),
    ...(occurredAt ? { occurredAt } : {}),
    courier: connector.name,
    ...(said.trackingNumber ? { trackingNumber: said.trackingNumber } : {}),
  };
}

async function findParcel(ctx: Context, { orderId, trackingNumber }: CourierStatus): Promise<string | undefined> {
  const merchant = actingAs(ctx, "merchant");
  const order = orderId === undefined ? undefined : await findOrder(ctx, merchant.id, orderId);
  if (order || trackingNumber === undefined) return order?.conversion.id;
  return findOrderIdByTracking(ctx, merchant.id, trackingNumber);
}
