import type { LabelMeaning } from "../../../../schemas/connectors.ts";
import type { OrderStatus, Payment, RecordOrderEvent } from "../../../../schemas/conversions.ts";
import type { DeliveryFacts, ReadDelivery, ShopDelivery } from "../../../../schemas/shop-deliveries.ts";
import { isExit, livingEvents, rankOf } from "../../conversions/rules.ts";
import type { ConversionEventRow } from "../../conversions/tables.ts";
import { meaningForPayment } from "../connectors/rules.ts";
import type { ConnectorRow } from "../connectors/tables.ts";

const MINUTE_MS = 60_000;
const WAIT_MAX_MS = 30 * MINUTE_MS;
const ORDER_AWAITED_MS = 6 * 60 * MINUTE_MS;
const ATTEMPTS_MAX = 20;

/** When a delivery whose order is not known yet is tried again: 1, 2, 4 … minutes, at most half an hour; undefined after 6 hours. */
export function nextTryOn(
  { receivedAt, attempts }: { readonly receivedAt: number; readonly attempts: number },
  nowMs: number,
): number | undefined {
  if (nowMs - receivedAt >= ORDER_AWAITED_MS) return undefined;
  return nowMs + Math.min(WAIT_MAX_MS, MINUTE_MS * 2 ** Math.min(attempts, 5));
}

/** When a delivery that broke is tried again; undefined when it was tried often enough. */
export function nextAttemptOn({ attempts }: { readonly attempts: number }, nowMs: number): number | undefined {
  if (attempts >= ATTEMPTS_MAX) return undefined;
  return nowMs + Math.min(WAIT_MAX_MS, MINUTE_MS * 2 ** Math.min(attempts, 5));
}

export interface LabelReading {
  readonly statuses: readonly OrderStatus[];
  /** Labels that move nothing but are remarked on the timeline. */
  readonly notes: readonly string[];
  readonly unknown: readonly string[];
  /** It is no order yet, or no more: a draft, or one in the bin. */
  readonly isNoOrder: boolean;
}

const NO_ORDERS: ReadonlySet<string> = new Set(["checkout-draft", "auto-draft", "trash"]);

/**
 * What the labels of a shop's delivery say together. Of several steps the furthest counts, an exit before all, and that the
 * cash is in beside any: a paid order may still be on its way.
 */
export function readLabels(
  connector: ConnectorRow,
  { event, payment }: ShopDelivery,
  facts: DeliveryFacts,
): LabelReading {
  const read = facts.labels.map((label) => ({ label, means: meaningForPayment(connector, label, payment) }));
  const own = new Set(Object.keys(connector.statusMapping).map((label) => label.toLowerCase()));
  const isOwn = (label: string) => own.has(label.toLowerCase());
  const stated: LabelMeaning[] = read.flatMap(({ means }) => means ?? []);
  if (facts.labels.length === 0 && event !== null && event !== "refunded") stated.push(event);
  return {
    statuses: strongest(payment ?? "cod", stated),
    notes: read.flatMap(({ label, means }) => (means === "none" && isOwn(label) ? [label] : [])),
    unknown: read.flatMap(({ label, means }) => (means === undefined ? [label] : [])),
    isNoOrder: connector.platform === "woocommerce" && facts.labels.some((label) => NO_ORDERS.has(label)),
  };
}

function strongest(payment: Payment, stated: readonly LabelMeaning[]): OrderStatus[] {
  const steps = stated.filter((one) => one !== "none" && one !== "placed");
  const exit = steps.find(isExit);
  if (exit) return [exit];
  const furthest = steps
    .filter((step) => step !== "collected")
    .toSorted((a, b) => rankOf(payment, b) - rankOf(payment, a))
    .slice(0, 1);
  return steps.includes("collected") ? [...furthest, "collected"] : furthest;
}

/**
 * Whether the source has told the status already: shops repeat where an order stands with each change of it, and what they repeat
 * must not overrule what others have said since. It is news again once the source itself has told an exit after a step, or a
 * revival after an exit; or when it now says that it was earlier.
 */
export function isTold(
  events: readonly ConversionEventRow[],
  source: string,
  { status, happenedAt }: { readonly status: OrderStatus; readonly happenedAt: number | null },
): boolean {
  const own = livingEvents(events).filter((event) => event.source === source);
  const last = own.findLastIndex((event) => event.status === status);
  const told = own[last];
  if (!told || (happenedAt !== null && happenedAt < told.occurredAt)) return false;
  const since = own.slice(last + 1).flatMap((event) => event.status ?? []);
  return isExit(status) ? !since.some((one) => one === "delivered" || one === "collected") : !since.some(isExit);
}

/** The instant as the contract writes it; undefined for one that lies ahead, since a shop's clock may be fast: then it is now. */
export function notAfter(nowMs: number, instantMs: number | null): string | undefined {
  return instantMs === null || instantMs > nowMs ? undefined : new Date(instantMs).toISOString();
}

interface Telling {
  /** Everything that was said of the order so far. */
  readonly told: readonly ConversionEventRow[];
  readonly source: string;
  readonly bodySha256: string;
}

/**
 * The events a shop's delivery adds to its order. Their ids come from what is said, not from how it was sent, so that the same
 * words in another envelope change nothing.
 */
export function eventsOf(
  { facts }: ReadDelivery,
  { statuses, notes, unknown }: LabelReading,
  { told, source, bodySha256 }: Telling,
): RecordOrderEvent[] {
  const occurredAt = facts.happenedAt === null ? {} : { occurredAt: new Date(facts.happenedAt).toISOString() };
  const parcel = {
    ...(facts.courier ? { courier: facts.courier } : {}),
    ...(facts.trackingNumber ? { trackingNumber: facts.trackingNumber } : {}),
  };
  const isKnown = (eventId: string) => told.some((event) => event.source === source && event.eventId === eventId);
  const idOf = (what: string) => `${what}:${bodySha256.slice(0, 40)}`;
  const refunds = facts.refunds.map(({ id, amountMinor }) => ({
    eventId: `refund:${id}`,
    refund: { id, amountMinor },
    ...occurredAt,
  }));
  return [
    ...statuses
      .filter((status) => !isTold(told, source, { status, happenedAt: facts.happenedAt }))
      .map((status) => ({ eventId: idOf(status), status, ...occurredAt, ...parcel })),
    ...refunds.filter(({ eventId }) => !isKnown(eventId)),
    ...(facts.isRefundedWhole ? [{ eventId: "refunded", status: "refunded" as const, ...occurredAt }] : []),
    ...[...notes, ...unknown].map((label, at) => ({ eventId: idOf(`label-${at}`), note: label, ...occurredAt })),
  ].filter(({ eventId }) => !isKnown(eventId));
}
