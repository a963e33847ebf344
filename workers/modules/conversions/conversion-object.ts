import type { Conversion } from "../../../schemas/conversions.ts";
import type { Role } from "../../../schemas/users.ts";
import type { CommissionRow } from "../commissions/tables.ts";
import { isContactOpen, isOutcomeOverdue } from "./rules.ts";
import type { ConversionEventRow, ConversionRow } from "./tables.ts";

const iso = (instant: number) => new Date(instant).toISOString();
const isoOrNull = (instant: number | null) => (instant === null ? null : iso(instant));

export interface ReadParts {
  readonly events?: readonly ConversionEventRow[];
  readonly names?: Conversion["names"];
}

/**
 * The conversion as the API shows it. The merchant's own order id, metadata, remarks and ids of events are for the merchant
 * only; customer data is never part of it.
 */
export function conversionObject(
  { viewer, nowMs }: { readonly viewer: Role; readonly nowMs: number },
  row: ConversionRow,
  commission: CommissionRow | null,
  { events, names }: ReadParts = {},
): Conversion {
  const isOwn = viewer === "merchant";
  const own = isOwn ? { orderId: row.orderId, metadata: row.metadata, hasContact: isContactOpen(row, nowMs) } : {};
  return {
    id: row.id,
    ...own,
    status: row.status,
    payment: row.payment,
    amountMinor: row.amountMinor,
    currency: row.currency,
    refundedMinor: row.refundedMinor,
    collectedAt: isoOrNull(row.collectedAt),
    occurredAt: iso(row.orderedAt),
    source: row.source,
    city: row.city ?? (isOwn ? row.customerCity : null),
    courier: row.courier,
    trackingNumber: isOwn ? row.trackingNumber : null,
    outcomeOverdue: isOutcomeOverdue(row, nowMs),
    attribution: attributionPart(row),
    ...(names ? { names } : {}),
    commission: commission && commissionPart(commission),
    commissionBlocked: row.baseMinor === null ? "currency" : null,
    platformFeeMinor: commission ? feeOf(commission) : 0,
    createdAt: iso(row.createdAt),
    ...(events ? { events: shownEvents(events, viewer) } : {}),
  };
}

function attributionPart(row: ConversionRow): Conversion["attribution"] {
  const { rule } = row;
  return {
    by: row.attributedBy,
    reason: row.attributionReason,
    linkId: row.linkId,
    influencerId: row.influencerId,
    productId: row.productId,
    clickedAt: isoOrNull(row.clickedAt),
    rule: rule && { type: rule.type, rateBps: rule.rateBps, amountMinor: rule.amountMinor, source: rule.source },
    lost: [...row.attributionLost],
  };
}

function commissionPart(commission: CommissionRow): Conversion["commission"] {
  const { id, state, amountMinor, reversedMinor, rateBps, holdUntil, barredReason } = commission;
  return { id, state, amountMinor, reversedMinor, rateBps, holdUntil: isoOrNull(holdUntil), barredReason };
}

// A void or reversed order owes the platform nothing.
function feeOf(commission: CommissionRow): number {
  return commission.state === "void" || commission.state === "reversed" ? 0 : commission.feeMinor;
}

type EventObject = NonNullable<Conversion["events"]>[number];

// A merchant's remarks may name the customer, and ids of its shop say what the order is: the influencer sees neither.
function shownEvents(events: readonly ConversionEventRow[], viewer: Role): EventObject[] {
  const all = events.map((event) => eventObject(event, events));
  if (viewer !== "influencer") return all;
  return all
    .filter(({ status, refund, undoes }) => status !== null || refund !== null || undoes !== null)
    .map((event) => ({
      ...event,
      eventId: event.id,
      note: null,
      refund: event.refund && { ...event.refund, id: event.id },
    }));
}

function eventObject(event: ConversionEventRow, all: readonly ConversionEventRow[]): EventObject {
  return {
    id: event.id,
    eventId: event.eventId,
    source: event.source,
    status: event.status,
    refund: event.refundId === null ? null : { id: event.refundId, amountMinor: event.refundMinor },
    note: event.note,
    undoes: event.undoes,
    undone: all.some(({ undoes }) => undoes === event.id),
    occurredAt: iso(event.occurredAt),
    receivedAt: iso(event.receivedAt),
  };
}
