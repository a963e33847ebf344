import type { AnalyticsNumbers } from "../../../schemas/analytics.ts";
import { locale } from "../locale.tsx";
import { formatCount, formatMad, formatRate } from "../money.ts";
import { analyticsTexts } from "../text/analytics/texts.ts";
import { fill } from "../text/fill.ts";
import { type ChangeOf, changeOfCount, changeOfRate } from "./change-of.ts";

export type NumberName = Exclude<
  keyof AnalyticsNumbers,
  "confirmed" | "shipped" | "delivered" | "returned" | "cancelled"
>;
type Kind = "count" | "money" | "rate";

// From ten times as much on, percents are hard to read.
const TIMES_FROM = 900;

/** Of these, less is better. */
export const LESS_IS_BETTER: ReadonlySet<NumberName> = new Set(["returnRateBps"]);

function kindOf(name: NumberName): Kind {
  if (name.endsWith("Bps")) return "rate";
  return name.endsWith("Minor") ? "money" : "count";
}

/** A number as people read it; a dash in words where there is none. */
export function numberText(name: NumberName, value: number | null): string {
  if (value === null) return analyticsTexts().change.none;
  const kind = kindOf(name);
  if (kind === "rate") return formatRate(roundedRate(value), locale());
  return kind === "money" ? formatMad(value, locale()) : formatCount(value, locale());
}

/** A rate of more than ten percent needs no decimals: 4312 is 43 %. */
export function roundedRate(rateBps: number): number {
  return rateBps >= 1_000 ? Math.round(rateBps / 100) * 100 : Math.round(rateBps / 10) * 10;
}

export function changeOf(name: NumberName, now: AnalyticsNumbers, before: AnalyticsNumbers): ChangeOf | undefined {
  // More robots are neither good nor bad.
  if (name === "bots") return undefined;
  return kindOf(name) === "rate"
    ? changeOfRate(now[name], before[name])
    : changeOfCount(now[name] ?? 0, before[name] ?? 0);
}

export function changeText(name: NumberName, { direction, by }: ChangeOf): string {
  const texts = analyticsTexts().change;
  if (by === null) return texts.new;
  if (direction === "same") return texts.same;
  if (kindOf(name) !== "rate" && by >= TIMES_FROM) return `×${Math.round(by / 100 + 1)}`;
  const sign = direction === "up" ? "+" : "\u2212";
  if (kindOf(name) !== "rate") return `${sign}${formatRate(by * 100, locale())}`;
  const points = String(Math.round(by / 10) / 10).replace(".", locale() === "en" ? "." : ",");
  return `${sign}${fill(texts.points, { points })}`;
}
