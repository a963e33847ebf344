import type { Locale } from "./text/texts.ts";

// Latin digits in every language, as Moroccan prices are written; the marks between them follow the language.
const MARKS = {
  fr: { group: "\u202f", decimal: ",", unit: "DH" },
  en: { group: ",", decimal: ".", unit: "MAD" },
  ar: { group: ".", decimal: ",", unit: "د.م." },
} as const;

/** Centimes of MAD as people read them: `1 234,50 DH`, `1,234.50 MAD`, `1.234,50 د.م.` */
export function formatMad(amountMinor: number, locale: Locale): string {
  const { group, decimal, unit } = MARKS[locale];
  const whole = String(Math.trunc(amountMinor / 100)).replace(/\B(?=(\d{3})+$)/g, group);
  return `${whole}${decimal}${String(Math.abs(amountMinor % 100)).padStart(2, "0")}\u00a0${unit}`;
}
