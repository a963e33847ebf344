import type { AnalyticsNumbers } from "../../../../schemas/analytics.ts";
import { OVERDUE_DAYS } from "../../../../schemas/orders.ts";
import { casablancaDay } from "../../../core/calendar.ts";
import type { Period } from "./period.ts";

/** Hits of a day, hour or part; `bots` are those that do not count. */
export interface ClickCounts {
  clicks: number;
  bots: number;
  visitors: number;
  scans: number;
}

/** The counters of `order_days` and `order_cells` for one day, or for several of which `overdue` is known. */
export interface OrderCounts {
  orders: number;
  confirmed: number;
  shipped: number;
  delivered: number;
  completed: number;
  collected: number;
  arrived: number;
  failed: number;
  /** Without an end 45 days after the order. */
  overdue: number;
  cancelled: number;
  refused: number;
  returned: number;
  lost: number;
  orderedMinor: number;
  collectedMinor: number;
  forecastMinor: number;
  earnedMinor: number;
}

export type OfDay<T> = T & { readonly day: number };

export const NO_CLICKS: Readonly<ClickCounts> = { clicks: 0, bots: 0, visitors: 0, scans: 0 };
export const NO_ORDERS: Readonly<OrderCounts> = {
  orders: 0,
  confirmed: 0,
  shipped: 0,
  delivered: 0,
  completed: 0,
  collected: 0,
  arrived: 0,
  failed: 0,
  overdue: 0,
  cancelled: 0,
  refused: 0,
  returned: 0,
  lost: 0,
  orderedMinor: 0,
  collectedMinor: 0,
  forecastMinor: 0,
  earnedMinor: 0,
};

/** Orders of days before this one that have no end count as not delivered (money.md 1): all of them are overdue. */
export const overdueBefore = (nowMs: number): number => casablancaDay(nowMs) - OVERDUE_DAYS;

/** The sum of rows, field by field, over the zeros given. */
export function sumCounts<T extends object>(zeros: Readonly<T>, rows: readonly Readonly<T>[]): T {
  const sum = { ...zeros };
  const numbers: Map<string, number> = new Map(Object.entries(zeros));
  for (const row of rows)
    for (const [name, value] of Object.entries(row)) {
      const known = numbers.get(name);
      if (known !== undefined) numbers.set(name, known + Number(value));
    }
  return Object.assign(sum, Object.fromEntries(numbers));
}

export const within = <T>(rows: readonly OfDay<T>[], { from, to }: Period): OfDay<T>[] =>
  rows.filter(({ day }) => day >= from && day <= to);

/**
 * What the API says of clicks and orders. Delivery rate: parcels that arrived ÷ those whose way has ended, overdue ones
 * included; return rate: refused, returned and lost ÷ the same. Rounded down; null where there is nothing to divide by.
 */
export function numbersOf(clicks: ClickCounts, orders: OrderCounts): AnalyticsNumbers {
  const ended = orders.arrived + orders.failed + orders.overdue;
  return {
    clicks: clicks.clicks,
    bots: clicks.bots,
    visitors: clicks.visitors,
    scans: clicks.scans,
    orders: orders.orders,
    confirmed: orders.confirmed,
    shipped: orders.shipped,
    delivered: orders.delivered,
    collected: orders.collected,
    returned: orders.failed,
    cancelled: orders.cancelled,
    orderedMinor: orders.orderedMinor,
    collectedMinor: orders.collectedMinor,
    forecastMinor: orders.forecastMinor,
    earnedMinor: orders.earnedMinor,
    conversionRateBps: quotient(orders.orders * 10_000, clicks.clicks),
    deliveryRateBps: quotient(orders.arrived * 10_000, ended),
    returnRateBps: quotient(orders.failed * 10_000, ended),
    epcMinor: quotient(orders.earnedMinor, clicks.clicks),
  };
}

/** As `numbersOf`, for a value that clicks and orders share no way to: what one visitor did is not known of the other. */
export function unrelatedNumbersOf(clicks: ClickCounts, orders: OrderCounts): AnalyticsNumbers {
  return { ...numbersOf(clicks, orders), conversionRateBps: null, epcMinor: null };
}

export const quotient = (part: number, whole: number) => (whole === 0 ? null : Math.floor(part / whole));
