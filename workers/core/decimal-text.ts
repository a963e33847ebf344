import type { Locale } from "../../schemas/locales.ts";
import { plainDigits } from "../../schemas/text.ts";

const CURRENCY = /(?:MAD|DHS?|د\.?م\.?|درهم)\.?$/i;
const DIGITS_MAX = 15;

/**
 * A number as people write it in French, English or Arabic, with at most two decimals, in hundredths: 1 234,50 and 1,234.5
 * are 123450. Undefined when it is none, or when it could be two: 1,234 may mean a thousand or one and a bit.
 */
export function hundredthsOf(text: string): number | undefined {
  const bare = plainDigits(text)
    .trim()
    .replace(CURRENCY, "")
    .trim()
    .replace(/\u066b/g, ",")
    .replace(/\u066c/g, " ")
    .replace(/[\s'’]/g, " ");
  const match =
    /^(\d{1,3}(?: \d{3})+|\d{1,3}(?:,\d{3})+(?=\.)|\d{1,3}(?:\.\d{3})+(?=,)|\d{1,3}(?:([.,])\d{3})(?:\2\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(
      bare,
    );
  if (!match) return undefined;
  const digits = `${(match[1] ?? "").replace(/\D/g, "")}${(match[3] ?? "").padEnd(2, "0")}`.replace(/^0+(?=\d)/, "");
  return digits.length > DIGITS_MAX ? Number.MAX_SAFE_INTEGER : Number(digits);
}

/** A number in its smallest parts, of which `decimals` are behind the point or the comma of the language: 123450 is 1234.50 or 1234,50. */
export function decimalText(parts: number, locale: Locale, decimals = 2): string {
  const digits = String(parts).padStart(decimals + 1, "0");
  if (decimals === 0) return digits;
  return `${digits.slice(0, -decimals)}${locale === "fr" ? "," : "."}${digits.slice(-decimals)}`;
}
