import type { Context } from "../../../platform/context.ts";
import { sourceOf } from "../connectors/connector-context.ts";
import { meaningOfLabel } from "../connectors/rules.ts";
import type { ConnectorRow, InboundDeliveryRow } from "../connectors/tables.ts";
import { recordOrderEvent } from "../record-order-event.ts";
import { notAfter } from "./rules.ts";
import type { InboundMeaning } from "./sealed-meaning.ts";
import type { DeliveryEnd } from "./statements.ts";

/** Records what a label means that was in no table when it came, for the order it was about, as of then. */
export async function applyKnownLabel(
  ctx: Context,
  connector: ConnectorRow,
  { id }: InboundDeliveryRow,
  { label, conversionId, saidAt }: Extract<InboundMeaning, { kind: "label" }>,
): Promise<DeliveryEnd> {
  const means = meaningOfLabel(connector, label);
  if (means === undefined) return { outcome: "unknown_label", label };
  if (means === "none") return { outcome: "noted", label };
  const occurredAt = notAfter(ctx.now(), saidAt);
  const event = { eventId: `label:${id}`, status: means, ...(occurredAt ? { occurredAt } : {}) };
  const { outcome } = await recordOrderEvent(ctx, conversionId, event, sourceOf(connector));
  return { outcome: outcome === "applied" ? "recorded" : "unchanged", label };
}
