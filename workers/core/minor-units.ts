import { CURRENCY_EXPONENTS } from "../../schemas/currencies.ts";
import { halfUp } from "./money.ts";

const DECIMAL = /^(-?)(\d{1,40})(?:\.(\d*))?$/;
const PLACES = 30;

/**
 * A decimal text in minor units of the currency (ISO 4217; two decimals for one that is unknown), what is finer rounded
 * half-up: 268.20 MAD is 26820. Undefined when it is no decimal, or beyond what a number holds.
 */
export function minorOf(text: string, currency: string): number | undefined {
  return minorSumOf([text], currency);
}

/** As `minorOf`, of the sum of the texts: rounded once, so that three thirds of 100 MAD are 10000. */
export function minorSumOf(texts: readonly string[], currency: string): number | undefined {
  let sum = 0n;
  for (const text of texts) {
    const match = DECIMAL.exec(text.trim());
    if (!match) return undefined;
    const [, sign, whole = "", fraction = ""] = match;
    const finest = BigInt(`${whole}${fraction.slice(0, PLACES).padEnd(PLACES, "0")}`);
    sum += sign === "-" ? -finest : finest;
  }
  const minor = halfUp(sum, 10n ** BigInt(PLACES - (CURRENCY_EXPONENTS[currency] ?? 2)));
  return Number.isSafeInteger(minor) ? minor : undefined;
}
