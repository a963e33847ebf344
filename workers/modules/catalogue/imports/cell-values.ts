import { hundredthsOf } from "../../../core/decimal-text.ts";
import { foldWord } from "../../../core/fold-word.ts";

const YES = ["oui", "yes", "true", "1", "نعم", "vrai", "en stock", "in stock", "متوفر"].map(foldWord);
const NO = ["non", "no", "false", "0", "لا", "faux", "rupture", "out of stock", "غير متوفر"].map(foldWord);

export const KIND_WORDS = {
  product: { fr: "Produit", en: "Product", ar: "منتج" },
  service: { fr: "Service", en: "Service", ar: "خدمة" },
} as const;

export const STATE_WORDS = {
  active: { fr: "Actif", en: "Active", ar: "نشط" },
  paused: { fr: "En pause", en: "Paused", ar: "متوقف" },
  archived: { fr: "Archivé", en: "Archived", ar: "مؤرشف" },
} as const;

export const YES_WORDS = { fr: "Oui", en: "Yes", ar: "نعم" } as const;
export const NO_WORDS = { fr: "Non", en: "No", ar: "لا" } as const;

/** Centimes of an amount in dirhams; the text itself when it is none, for the schema to refuse. */
export function amountOf(cell: string): number | string {
  return hundredthsOf(cell) ?? cell;
}

/** `15 %` is a rate, `40` or `40,00 MAD` an amount per sale. */
export function commissionOf(cell: string) {
  if (!/[%٪﹪％]$/.test(cell)) return { type: "flat", amountMinor: amountOf(cell) };
  const percent = cell.slice(0, -1);
  return { type: "rate", rateBps: hundredthsOf(percent) ?? percent };
}

/** Yes or no in the three languages; the text itself when it is neither. */
export function yesNoOf(cell: string): boolean | string {
  const word = foldWord(cell);
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : cell;
}

/** A whole number in any digits; the text itself when it is none. */
export function wholeOf(cell: string): number | string {
  const hundredths = hundredthsOf(cell);
  return hundredths !== undefined && hundredths % 100 === 0 ? hundredths / 100 : cell;
}

/** The parts between bars, or Arabic and Latin semicolons and commas where there is no bar; empty ones left out. */
export function partsOf(cell: string): string[] {
  return cell
    .split(cell.includes("|") ? "|" : /[;,،؛]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
