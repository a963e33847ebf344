import type { RecordOrderEvent } from "../../../../schemas/conversions.ts";
import { orderStateOn } from "../../conversions/rules.ts";
import type { ConversionEventRow, RefundRow } from "../../conversions/tables.ts";
import type { KnownOrder } from "./queries.ts";

export interface EventEffect {
  /** The source has told this very event before. */
  readonly isKnown: boolean;
  /** Status, cash, refunds, or how far the parcel came. */
  readonly movesOrder: boolean;
  /** The order as it will be, for the lines behind this one. */
  readonly after: KnownOrder;
}

/** What an event would do to an order. Nothing is written; the rows are only thought of. */
export function effectOfEvent(known: KnownOrder, input: RecordOrderEvent, source: string, nowMs: number): EventEffect {
  const { conversion } = known.found;
  const isKnown = known.events.some((event) => event.source === source && event.eventId === input.eventId);
  if (isKnown) return { isKnown, movesOrder: false, after: known };
  const event = thoughtEvent(conversion.id, input, source, nowMs);
  const events = [...known.events, event];
  const refunds = [...known.refunds, ...thoughtRefund(event)];
  const state = orderStateOn({ ...conversion, events, refunds });
  const movesOrder =
    state.status !== conversion.status ||
    state.collectedAt !== conversion.collectedAt ||
    state.refundedMinor !== conversion.refundedMinor ||
    state.furthest !== conversion.furthest;
  const found = { ...known.found, conversion: { ...conversion, ...state } };
  return { isKnown, movesOrder, after: { found, events, refunds } };
}

function thoughtEvent(
  conversionId: string,
  { eventId, status, refund, note, occurredAt }: RecordOrderEvent,
  source: string,
  nowMs: number,
): ConversionEventRow {
  const rest = status === "refunded" && !refund ? { id: eventId, amountMinor: null } : undefined;
  return {
    id: `${source} ${eventId}`,
    conversionId,
    source,
    eventId,
    status: status === undefined || status === "refunded" ? null : status,
    refundId: (refund ?? rest)?.id ?? null,
    refundMinor: refund?.amountMinor ?? null,
    note: note ?? null,
    undoes: null,
    occurredAt: occurredAt === undefined ? nowMs : Date.parse(occurredAt),
    contentHash: "",
    receivedAt: nowMs,
  };
}

function thoughtRefund({
  id,
  conversionId,
  refundId,
  refundMinor,
  occurredAt,
  receivedAt,
}: ConversionEventRow): RefundRow[] {
  if (refundId === null) return [];
  return [{ id, conversionId, refundId, amountMinor: refundMinor, occurredAt, createdAt: receivedAt }];
}
