import * as z from "zod";
import type { DeliveryFacts } from "../../schemas/shop-deliveries.ts";
import { minorSumOf } from "../core/minor-units.ts";

/** A text of a shop's body, or a number kept as one; shops leave out what they have not. */
export const text = z.string().nullish();

/** A list that may be missing. */
export function listOf<S extends z.ZodType>(item: S) {
  return z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);
}

/** An object that may be missing; PHP writes one without fields as an empty list. */
export function objectOf<S extends z.ZodRawShape>(shape: S) {
  return z.union([z.tuple([]).transform(() => null), z.object(shape)]).nullish();
}

/** The decimal text in minor units. Throws a TypeError when it is no amount: the body is not what it should be. */
export function amountOf(decimal: string, currency: string): number {
  if (decimal === "") throw new TypeError("a body has no amount where one must be");
  return sumOf([decimal], currency);
}

/** The sum of decimal texts in minor units, rounded once; one that is missing or empty adds nothing. */
export function sumOf(decimals: readonly (string | null | undefined)[], currency: string): number {
  const minor = minorSumOf(
    decimals.map((decimal) => plainOf(decimal || "0")),
    currency,
  );
  if (minor === undefined) throw new TypeError("a body has an amount that is none");
  return minor;
}

const SCIENTIFIC = /^(-?)(\d)(?:\.(\d{1,30}))?e([+-]?\d{1,2})$/i;

// A float that is tiny is written with an exponent: 0.1 + 0.2 - 0.3 is 5.551115123125783e-17.
function plainOf(decimal: string): string {
  const match = SCIENTIFIC.exec(decimal.trim());
  if (!match) return decimal;
  const [, sign = "", whole = "", fraction = "", power = ""] = match;
  const digits = `${whole}${fraction}`;
  const point = 1 + Number(power);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return `${sign}${digits.slice(0, point).padEnd(point, "0")}.${digits.slice(point)}`;
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
