import type { Locale } from "../../../../schemas/users.ts";

/** Basis points as a percentage, as the pages write it: `12,5 %`, `12.5%`. */
export function percentText(rateBps: number, locale: Locale): string {
  const percent = String(rateBps / 100);
  return locale === "en" ? `${percent}%` : `${percent.replace(".", ",")}\u00a0%`;
}
