import type { InboundDelivery } from "../../../../schemas/connectors.ts";
import type { Locale } from "../../../../schemas/users.ts";
import type { InboundDeliveryRow } from "../connectors/tables.ts";
import { inboundTexts, textOf } from "./text/texts.ts";

/** A delivery as the API shows it; what happened, in the reader's language. */
export function deliveryObject(locale: Locale, row: InboundDeliveryRow): InboundDelivery {
  const { outcomes, reasons } = inboundTexts[locale];
  return {
    id: row.id,
    deliveryId: row.deliveryId,
    topic: row.topic,
    orderId: row.orderId,
    conversionId: row.conversionId,
    outcome: row.outcome,
    detail: textOf(reasons, row.reason) ?? outcomes[row.outcome],
    label: row.label,
    times: row.times,
    bytes: row.bytes,
    receivedAt: new Date(row.receivedAt).toISOString(),
    endedAt: row.endedAt === null ? null : new Date(row.endedAt).toISOString(),
  };
}
