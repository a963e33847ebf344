import { CURRENCY_EXPONENTS } from "../../schemas/currencies.ts";

const DECIMAL = /^(-?)(\d+)(?:\.(\d*))?$/;

/**
 * A decimal text in minor units of the currency (ISO 4217; two decimals for one that is unknown), what is finer rounded
 * half-up: 268.20 MAD is 26820. Undefined when it is no decimal, or beyond what a number holds.
 */
export function minorOf(text: string, currency: string): number | undefined {
  const match = DECIMAL.exec(text.trim());
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = ""] = match;
  const exponent = CURRENCY_EXPONENTS[currency] ?? 2;
  const digits = `${whole}${fraction.slice(0, exponent).padEnd(exponent, "0")}`;
  const rounded = BigInt(digits) + (fraction.charAt(exponent) >= "5" ? 1n : 0n);
  const minor = Number(sign === "" ? rounded : -rounded);
  return Number.isSafeInteger(minor) ? minor + 0 : undefined;
}
