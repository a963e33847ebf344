import { casablancaOffsetMs } from "../../schemas/calendar.ts";

const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** Casablanca's calendar day of the instant, as days since 1970-01-01. */
export function casablancaDay(instantMs: number): number {
  return Math.floor((instantMs + casablancaOffsetMs(instantMs)) / DAY_MS);
}

/** The hour of the instant, as hours since 1970-01-01T00:00Z. */
export function hourOf(instantMs: number): number {
  return Math.floor(instantMs / HOUR_MS);
}
