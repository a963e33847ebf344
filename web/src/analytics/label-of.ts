import type { Breakdown, BreakdownAnswer } from "../../../schemas/analytics.ts";
import { cityText } from "../city-text.ts";
import { locale } from "../locale.tsx";
import { analyticsTexts } from "../text/analytics/texts.ts";

const DEVICES = ["android", "ios", "desktop", "other"] as const;

/** What a row of a breakdown is called in the language of the page. */
export function labelOf(by: Breakdown, { key, label }: Pick<BreakdownAnswer["rows"][number], "key" | "label">): string {
  const texts = analyticsTexts().breakdown;
  if (key === null) return texts.unknown;
  if (key === "*") return texts.rest;
  if (by === "country") return countryText(key);
  if (by === "city") return cityText(label ?? key);
  if (by === "device") {
    const device = DEVICES.find((known) => known === key);
    return device ? texts[device] : key;
  }
  return label ?? key;
}

function countryText(code: string): string {
  try {
    return new Intl.DisplayNames([locale()], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}
