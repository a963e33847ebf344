import { casablancaOffsetMs } from "../../schemas/calendar.ts";

const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** Casablanca's calendar day of the instant, as days since 1970-01-01. */
export function casablancaDay(instantMs: number): number {
  return Math.floor((instantMs + casablancaOffsetMs(instantMs)) / DAY_MS);
}

/** When Casablanca's day of the instant began, in UTC epoch milliseconds. */
export function casablancaDayStart(instantMs: number): number {
  return casablancaDay(instantMs) * DAY_MS - casablancaOffsetMs(instantMs);
}

/** The hour of the instant, as hours since 1970-01-01T00:00Z. */
export function hourOf(instantMs: number): number {
  return Math.floor(instantMs / HOUR_MS);
}

/** When Casablanca's calendar day begins, in UTC epoch milliseconds. */
export function startOfDay(day: number): number {
  const anHourBefore = day * DAY_MS - HOUR_MS;
  return casablancaDay(anHourBefore) === day ? anHourBefore : day * DAY_MS;
}

/** The Monday of the day's week. */
export function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** The day as `2026-11-25`. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The instant by Casablanca's clock, as `2026-11-25 14:30:05`. */
export function clockText(instantMs: number): string {
  return new Date(instantMs + casablancaOffsetMs(instantMs)).toISOString().slice(0, 19).replace("T", " ");
}

/** The day that `2026-11-25` names. */
export function dayOfText(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / DAY_MS;
}
