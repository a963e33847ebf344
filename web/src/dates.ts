import { casablancaOffsetMs } from "../../schemas/calendar.ts";
import type { Locale } from "../../schemas/locales.ts";

// Own tables: runtimes still put Morocco at UTC+1, and name its months as Egypt does.
const MONTHS: Readonly<Record<Locale, readonly string[]>> = {
  fr: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  ar: ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"],
};
const BEFORE_TIME: Readonly<Record<Locale, string>> = { fr: " à ", en: ", ", ar: "، " };

/** The calendar day in Casablanca of an ISO instant: `25 nov. 2026`. */
export function formatDate(instant: string, locale: Locale): string {
  const clock = casablancaClock(instant);
  return `${clock.getUTCDate()}\u00a0${MONTHS[locale][clock.getUTCMonth()]} ${clock.getUTCFullYear()}`;
}

/** The day without its year: `25 nov.` */
export function formatDay(instant: string, locale: Locale): string {
  const clock = casablancaClock(instant);
  return `${clock.getUTCDate()}\u00a0${MONTHS[locale][clock.getUTCMonth()]}`;
}

/** Day and time in Casablanca of an ISO instant: `25 nov. 2026 à 14:05`. */
export function formatDateTime(instant: string, locale: Locale): string {
  const clock = casablancaClock(instant);
  const time = [clock.getUTCHours(), clock.getUTCMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
  return `${formatDate(instant, locale)}${BEFORE_TIME[locale]}${time}`;
}

// A date whose UTC fields are what Casablanca's clock shows.
function casablancaClock(instant: string): Date {
  const instantMs = Date.parse(instant);
  return new Date(instantMs + casablancaOffsetMs(instantMs));
}
