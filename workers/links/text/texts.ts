import type { LinkEntry } from "../../core/link-entry.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

export type PageLocale = LinkEntry["locale"];

export interface PageTexts {
  readonly endedTitle: string;
  readonly endedDetail: string;
  readonly soonTitle: string;
  readonly soonDetail: string;
  readonly unknownTitle: string;
  readonly unknownDetail: string;
  readonly scannedTitle: string;
  readonly scannedDetail: string;
  readonly failedTitle: string;
  readonly failedDetail: string;
  readonly goOn: string;
  readonly goToOffer: string;
  readonly similarTitle: string;
}

export const pageTexts: Readonly<Record<PageLocale, PageTexts>> = { fr, en, ar };

/** The language of ours the visitor likes best; French when none is named. */
export function pageLocaleOf(acceptLanguage: string | null): PageLocale {
  let best: PageLocale = "fr";
  let bestQuality = 0;
  for (const part of (acceptLanguage ?? "").toLowerCase().split(",")) {
    const [tag = "", ...parameters] = part.trim().split(";");
    const quality = Number(
      parameters
        .find((parameter) => parameter.trim().startsWith("q="))
        ?.trim()
        .slice(2) ?? 1,
    );
    const locale = (["fr", "en", "ar"] as const).find((candidate) => tag.split("-")[0] === candidate);
    if (locale && quality > bestQuality && quality <= 1) [best, bestQuality] = [locale, quality];
  }
  return best;
}
