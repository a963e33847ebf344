import * as z from "zod";
import type { DeliveryFacts } from "../../schemas/shop-deliveries.ts";
import { minorOf } from "../core/minor-units.ts";

/** A text of a shop's body, or a number kept as one; shops leave out what they have not. */
export const text = z.string().nullish();

/** A list that may be missing. */
export function listOf<S extends z.ZodType>(item: S) {
  return z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);
}

/** The decimal text in minor units. Throws a TypeError when it is no amount: the body is not what it should be. */
export function amountOf(decimal: string, currency: string): number {
  const minor = minorOf(decimal, currency);
  if (minor === undefined) throw new TypeError("a body has an amount that is none");
  return minor;
}

/** The sum of decimal texts in minor units; one that is missing adds nothing. */
export function sumOf(decimals: readonly (string | null | undefined)[], currency: string): number {
  return decimals.reduce((sum, decimal) => sum + amountOf(decimal ?? "0", currency), 0);
}

/** A count of things, as a whole number of at least 1. */
export function quantityOf(count: string | null | undefined): number {
  const whole = Math.trunc(Number(count ?? 1));
  return Number.isSafeInteger(whole) && whole > 0 ? whole : 1;
}

/** Facts of a delivery that tells none. */
export const NO_FACTS: DeliveryFacts = {
  labels: [],
  orderedAt: null,
  happenedAt: null,
  refunds: [],
  isRefundedWhole: false,
  customer: { phone: null, email: null, city: null },
  items: [],
  courier: null,
  trackingNumber: null,
};

/** The meaning of a delivery that says nothing of an order. */
export const NO_MEANING = {
  storeOrderId: null,
  event: null,
  payment: null,
  currency: null,
  totalMinor: null,
  commissionableMinor: null,
  couponCodes: [],
};
