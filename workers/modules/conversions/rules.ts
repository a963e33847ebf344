import type { OrderStatus, Payment } from "../../../schemas/conversions.ts";
import { OVERDUE_DAYS } from "../../../schemas/orders.ts";
import { DAY_MS } from "../../core/calendar.ts";

export interface StatusEvent {
  readonly id: string;
  readonly source: string;
  readonly eventId: string;
  readonly status: OrderStatus | null;
  readonly refundId: string | null;
  /** Id of the event that this one undoes. */
  readonly undoes: string | null;
  readonly occurredAt: number;
}

export interface OrderFacts {
  readonly payment: Payment;
  readonly amountMinor: number;
  readonly events: readonly StatusEvent[];
  /** Distinct refunds; `amountMinor` null means the rest of the order. */
  readonly refunds: readonly { readonly refundId: string; readonly amountMinor: number | null }[];
}

export interface OrderState {
  readonly status: OrderStatus;
  /** When the cash was in; null before, and again after an exit gave it back. */
  readonly collectedAt: number | null;
  readonly refundedMinor: number;
  /** How far the parcel ever came, which an exit does not take back. */
  readonly furthest: OrderStatus;
}

const STEPS: Readonly<Record<Payment, readonly OrderStatus[]>> = {
  cod: ["placed", "confirmed", "shipped", "delivered", "collected"],
  prepaid: ["placed", "collected", "confirmed", "shipped", "delivered"],
};
const EXITS: ReadonlySet<OrderStatus> = new Set(["cancelled", "refused", "returned", "lost"]);
const REVIVABLE: ReadonlySet<OrderStatus> = new Set(["refused", "returned"]);
const REVIVING: ReadonlySet<OrderStatus> = new Set(["delivered", "collected"]);
const EXIT_RANK = 5;

/** Whether the status ends the order without its cash. */
export function isExit(status: OrderStatus): boolean {
  return EXITS.has(status);
}

const OVERDUE_MS = OVERDUE_DAYS * DAY_MS;

/** No final event for 45 days: shown to both sides, and open to a claim (money.md 1). */
export function isOutcomeOverdue(
  order: { readonly status: OrderStatus; readonly collectedAt: number | null; readonly orderedAt: number },
  nowMs: number,
): boolean {
  return !isExit(order.status) && order.collectedAt === null && nowMs - order.orderedAt > OVERDUE_MS;
}

/** How long the customer's phone is kept (product.md, "Orders"). */
export const PHONE_DAYS = 30;

/** Whether the merchant may still read the customer's phone: until the order has ended, for 30 days at most. */
export function isContactOpen(
  order: {
    readonly customerPhoneSealed: string | null;
    readonly status: OrderStatus;
    readonly payment: Payment;
    readonly createdAt: number;
  },
  nowMs: number,
): boolean {
  const hasEnded =
    isExit(order.status) ||
    order.status === "collected" ||
    (order.status === "delivered" && order.payment === "prepaid");
  return order.customerPhoneSealed !== null && !hasEnded && nowMs - order.createdAt <= PHONE_DAYS * DAY_MS;
}

/** Place of a status in the order's life; exits come after every step (money.md 1). */
export function rankOf(payment: Payment, status: OrderStatus): number {
  return isExit(status) ? EXIT_RANK : STEPS[payment].indexOf(status);
}

/**
 * The order's state as a pure function of the set of its events, whatever order they came in (money.md 1): sorted by
 * (occurredAt, rank, eventId), a step applies if it ranks higher than the status reached, an exit applies from any step,
 * and a refused or returned order is revived by a later `delivered` or `collected`.
 */
export function orderStateOn({ payment, amountMinor, events, refunds }: OrderFacts): OrderState {
  let status: OrderStatus = "placed";
  let furthest: OrderStatus = "placed";
  let collectedAt: number | null = null;
  const living = livingEvents(events);
  for (const event of inOrder(payment, living)) {
    furthest = furthestOf(payment, furthest, event.status);
    if (applies(payment, status, event.status)) status = event.status;
    else if (isExit(status) || event.status !== "collected") continue;
    if (isExit(status)) collectedAt = null;
    else if (bringsTheCash(payment, event.status)) collectedAt ??= event.occurredAt;
  }
  const refundIds = new Set(living.map(({ refundId }) => refundId));
  const counted = refunds.filter(({ refundId }) => refundIds.has(refundId));
  return { status, collectedAt, refundedMinor: refundedOf(amountMinor, counted), furthest };
}

/** The events that count: all but those that another one undoes. An undo itself cannot be undone. */
export function livingEvents<T extends StatusEvent>(events: readonly T[]): T[] {
  const undone = new Set(events.map(({ undoes }) => undoes));
  return events.filter(({ id }) => !undone.has(id));
}

// How far the parcel came: that a prepaid order was paid says nothing of where it is.
function furthestOf(payment: Payment, reached: OrderStatus, next: OrderStatus): OrderStatus {
  if (isExit(next) || (payment === "prepaid" && next === "collected")) return reached;
  return rankOf("cod", next) > rankOf("cod", reached) ? next : reached;
}

function applies(payment: Payment, reached: OrderStatus, next: OrderStatus): boolean {
  if (isExit(reached)) return REVIVABLE.has(reached) && REVIVING.has(next);
  return rankOf(payment, next) > rankOf(payment, reached);
}

// A prepaid order that is delivered has been paid, whether or not anybody said so. A prepaid `collected` that comes after
// `confirmed` moves no status (it ranks lower) but the cash is in all the same: decision 0001.
function bringsTheCash(payment: Payment, status: OrderStatus): boolean {
  return status === "collected" || (payment === "prepaid" && status === "delivered");
}

type SteppingEvent = StatusEvent & { readonly status: OrderStatus };

function inOrder(payment: Payment, events: readonly StatusEvent[]): SteppingEvent[] {
  return events
    .filter((event): event is SteppingEvent => event.status !== null)
    .sort(
      (a, b) =>
        a.occurredAt - b.occurredAt ||
        rankOf(payment, a.status) - rankOf(payment, b.status) ||
        compareText(a.eventId, b.eventId) ||
        compareText(a.source, b.source),
    );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Cumulative refunds in the order's currency, clamped to its amount. */
function refundedOf(amountMinor: number, refunds: OrderFacts["refunds"]): number {
  let total = 0;
  for (const refund of refunds) total += refund.amountMinor ?? amountMinor;
  return Math.min(total, amountMinor);
}
