import type { Interval } from "../../../schemas/analytics.ts";
import { casablancaOffsetMs } from "../../../schemas/calendar.ts";
import { oneOf, textOf } from "../url-state.ts";

export const PERIODS = ["today", "7", "30", "90", "custom"] as const;
export type PeriodChoice = (typeof PERIODS)[number];

/** Days of Casablanca, both included. */
export interface Period {
  readonly choice: PeriodChoice;
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

const DAY_MS = 86_400_000;
export const DAYS_MAX = 400;
const HOURLY_DAYS_MAX = 7;
const WEEKLY_DAYS_MIN = 14;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The day of Casablanca at the instant: `2026-11-25`. */
export function dayOf(instantMs: number): string {
  return new Date(instantMs + casablancaOffsetMs(instantMs)).toISOString().slice(0, 10);
}

/** The period an address asks for; the last 30 days when it asks for none, or for one that cannot be. */
export function periodOf(params: Params, nowMs: number): Period {
  const today = dayOf(nowMs);
  const choice = oneOf(PERIODS, params.period) ?? "30";
  if (choice === "custom") {
    const [from, to] = [textOf(params.from), textOf(params.to)];
    if (from !== undefined && to !== undefined && isPeriod(from, to, today))
      return { choice, from, to, days: daysBetween(from, to) };
  }
  const days = choice === "today" ? 1 : choice === "custom" ? 30 : Number(choice);
  return { choice: choice === "custom" ? "30" : choice, from: daysBefore(today, days - 1), to: today, days };
}

/** Whether the period is the day that is not over yet. */
export const isRunning = ({ choice }: Period) => choice === "today";

/** Whether the two days can be asked for. */
export function isPeriod(from: string, to: string, today: string): boolean {
  if (!DAY.test(from) || !DAY.test(to) || from > to || to > today) return false;
  const days = daysBetween(from, to);
  return Number.isFinite(days) && days <= DAYS_MAX;
}

/** The steps a period may be cut in, and the one it is cut in unless told. */
export function intervalsOf({ days }: Period): readonly Interval[] {
  return [
    ...(days <= HOURLY_DAYS_MAX ? (["hour"] as const) : []),
    ...(days > 1 ? (["day"] as const) : []),
    ...(days >= WEEKLY_DAYS_MIN ? (["week"] as const) : []),
  ];
}

export function intervalOf(period: Period, asked: Params[string]): Interval {
  const known = intervalsOf(period);
  const usual = period.days === 1 ? "hour" : period.days > 120 ? "week" : "day";
  return oneOf(known, asked) ?? oneOf(known, usual) ?? "day";
}

/** Noon of a day as an instant, for texts of dates: no offset moves it to another day. */
export const noonOf = (day: string) => `${day}T12:00:00Z`;

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
const daysBefore = (day: string, days: number) => new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
