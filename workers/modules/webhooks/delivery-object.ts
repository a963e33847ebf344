import type { WebhookDelivery } from "../../../schemas/webhooks.ts";
import type { DeliveryRow } from "./tables.ts";

const isoOrNull = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

/** The delivery as the API shows it. */
export function deliveryObject(row: DeliveryRow): WebhookDelivery {
  const { id, event, subjectId, state, attempts, lastStatus, lastError, durationMs } = row;
  return {
    id,
    event,
    subjectId,
    state,
    attempts,
    lastStatus,
    lastError,
    durationMs,
    nextAttemptAt: isoOrNull(row.nextAttemptAt),
    payload: JSON.parse(row.payload),
    createdAt: new Date(row.createdAt).toISOString(),
    deliveredAt: isoOrNull(row.deliveredAt),
  };
}
