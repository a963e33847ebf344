import { plainDigits } from "../../schemas/text.ts";

/** Dirhams as people type or paste them (`1 234,50 DH`, `١٢٣٤٫٥٠`) in centimes: undefined when empty, NaN when no amount. */
export const typedMinor = (text: string) => hundredths(text);

/** A percentage as people type it (`12,5 %`) in basis points: undefined when empty, NaN when no number. */
export const typedBps = (text: string) => hundredths(text);

/** A whole number as people type it: undefined when empty, NaN when it is none. */
export function typedCount(text: string): number | undefined {
  const bare = bareNumber(text).replace(/[.,]/g, "");
  if (bare === "") return text.trim() === "" ? undefined : Number.NaN;
  return /^\d+$/.test(bare) ? Number(bare) : Number.NaN;
}

/** Centimes or basis points as they are typed: `1234,5` has its comma in French and Arabic. */
export function typedText(hundredthsOf: number, decimal: string): string {
  return String(hundredthsOf / 100).replace(".", decimal);
}

function hundredths(text: string): number | undefined {
  const bare = bareNumber(text);
  if (bare === "") return text.trim() === "" ? undefined : Number.NaN;
  // The last mark followed by one or two digits parts the centimes; every other mark groups thousands.
  const [, whole = "", part = ""] = /^([\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(bare) ?? [];
  const digits = whole.replace(/[.,]/g, "");
  return /^\d+$/.test(digits) ? Number(digits) * 100 + Number(part.padEnd(2, "0")) : Number.NaN;
}

const bareNumber = (text: string) =>
  plainDigits(text)
    .replace(/[\u066b]/g, ",")
    .replace(/[\u066c]/g, "")
    .replace(/(?:MAD|DHS?|د\.?\s?م\.?|%|٪)/giu, "")
    .replace(/[\s\u00a0\u202f]/g, "");
