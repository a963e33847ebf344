import { CURRENCY_EXPONENTS } from "../../schemas/currencies.ts";
import type { Locale } from "../../schemas/locales.ts";
import { formatCount, MARKS } from "./money.ts";

/** An amount in minor units of any ISO 4217 currency, with its code: `1 234,50 EUR`, `1 235 JPY`. */
export function formatForeign(amountMinor: number, currency: string, locale: Locale): string {
  const exponent = CURRENCY_EXPONENTS[currency] ?? 2;
  const unit = 10 ** exponent;
  const part = String(Math.abs(amountMinor) % unit).padStart(exponent, "0");
  const whole = formatCount(Math.trunc(Math.abs(amountMinor) / unit), locale);
  const sign = amountMinor < 0 ? "\u2212" : "";
  return `${sign}${whole}${exponent > 0 ? MARKS[locale].decimal + part : ""}\u00a0${currency}`;
}
