import type { Locale } from "../../schemas/locales.ts";

// Latin digits in every language, as Moroccan prices are written; the marks between them follow the language.
export const MARKS = {
  fr: { group: "\u202f", decimal: ",", unit: "DH" },
  en: { group: ",", decimal: ".", unit: "MAD" },
  ar: { group: ".", decimal: ",", unit: "د.م." },
} as const;

/** Centimes of MAD as people read them: `1 234,50 DH`, `1,234.50 MAD`, `1.234,50 د.م.` */
export function formatMad(amountMinor: number, locale: Locale): string {
  const { decimal, unit } = MARKS[locale];
  const centimes = String(Math.abs(amountMinor) % 100).padStart(2, "0");
  const sign = amountMinor < 0 ? "\u2212" : "";
  return `${sign}${formatCount(Math.trunc(Math.abs(amountMinor) / 100), locale)}${decimal}${centimes}\u00a0${unit}`;
}

/** Whole dirhams without centimes, for prices that have none: `299 DH`. */
export function formatWholeMad(amountMinor: number, locale: Locale): string {
  return amountMinor % 100 === 0
    ? `${formatCount(amountMinor / 100, locale)}\u00a0${MARKS[locale].unit}`
    : formatMad(amountMinor, locale);
}

/** A whole number of 0 or more, grouped: `12 345`, `12,345`, `12.345`. */
export function formatCount(count: number, locale: Locale): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, MARKS[locale].group);
}

/** Basis points as a percentage: `15 %`, `15%`, `2,5 %`. */
export function formatRate(rateBps: number, locale: Locale): string {
  const percent = String(rateBps / 100).replace(".", MARKS[locale].decimal);
  return locale === "en" ? `${percent}%` : `${percent}\u00a0%`;
}
