import type { VisitorClass } from "../../../../schemas/events.ts";
import { casablancaDay, dayText } from "../../../core/calendar.ts";

/** A raw click as it is kept: a row of `tracking_events`, a line of the archive. */
export interface RawClick {
  readonly link: number;
  /** UTC epoch milliseconds. */
  readonly at: number;
  readonly nonce: number;
  /** Daily keyed hash; it names nobody and leaves the house never. */
  readonly visitor: number;
  readonly class: VisitorClass;
  readonly reason: string | null;
  readonly device: string | null;
  readonly source: string | null;
  readonly country: string | null;
  readonly city: string | null;
  readonly referrer: string | null;
  readonly params: string | null;
}

const RAW_DAYS = 35;
// 13 months and a day, as long as clicks may be kept (design of the retention table, law 09-08).
const ARCHIVE_DAYS = 397;

/** Raw clicks of days before this one go to the archive. */
export const archivedBefore = (nowMs: number): number => casablancaDay(nowMs) - RAW_DAYS;

/** Days of the archive before this one are forgotten. */
export const forgottenBefore = (nowMs: number): number => casablancaDay(nowMs) - ARCHIVE_DAYS;

/** Where the archive keeps a day's pieces. */
export const folderOf = (day: number): string => `clicks/${dayText(day).replaceAll("-", "/")}/`;

/** One line for each click, without what it does not have. */
export function linesOf(clicks: readonly RawClick[]): string {
  return clicks.map((click) => `${JSON.stringify(click, (_, value: unknown) => value ?? undefined)}\n`).join("");
}

/** The clicks that `linesOf` wrote. */
export function clicksOf(lines: string): RawClick[] {
  return lines.split("\n").flatMap((line) => (line === "" ? [] : [{ ...NOTHING, ...JSON.parse(line) }]));
}

const NOTHING = { reason: null, device: null, source: null, country: null, city: null, referrer: null, params: null };
