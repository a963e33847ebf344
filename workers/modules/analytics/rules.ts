import type { ClickEvent, VisitorClass } from "../../../schemas/events.ts";
import { casablancaDay, hourOf } from "../../core/calendar.ts";

type Counter = [linkNumber: number, period: number, human: number, bot: number, preview: number, prefetch: number];
const COLUMN: Readonly<Record<VisitorClass, 2 | 3 | 4 | 5>> = { human: 2, bot: 3, preview: 4, prefetch: 5 };

/** Hits per link and period (hour or day number), by class: one counter per (link, period). */
export function countClicks(events: readonly ClickEvent[], periodOf: (instantMs: number) => number): Counter[] {
  const counters = new Map<string, Counter>();
  for (const [linkNumber, clickedAt, , visitorClass] of events) {
    const period = periodOf(clickedAt);
    const key = `${linkNumber}:${period}`;
    const counter = counters.get(key) ?? [linkNumber, period, 0, 0, 0, 0];
    counter[COLUMN[visitorClass]] += 1;
    counters.set(key, counter);
  }
  return [...counters.values()];
}

export const hourlyCounts = (events: readonly ClickEvent[]) => countClicks(events, hourOf);
export const dailyCounts = (events: readonly ClickEvent[]) => countClicks(events, casablancaDay);

type TrackingRow = readonly [linkNumber: number, day: number, visitor: string, ...rest: (string | number | null)[]];

/** The event as a row of `tracking_events`: its Casablanca day put in front of the visitor. */
export function trackingRow(event: ClickEvent): TrackingRow {
  const [linkNumber, clickedAt, nonce, visitorClass, reason, visitor, ...rest] = event;
  return [linkNumber, casablancaDay(clickedAt), visitor, clickedAt, nonce, visitorClass, reason, ...rest];
}

/** Order of the table itself: rows that go in sorted touch each of its pages once. */
export function byPrimaryKey(a: TrackingRow, b: TrackingRow): number {
  return a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1);
}

/** The people of the events, each once per link and Casablanca day: `[link, day, visitor]`. */
export function visitorsOf(
  events: readonly ClickEvent[],
): (readonly [linkNumber: number, day: number, visitor: string])[] {
  const visitors = new Map<string, readonly [number, number, string]>();
  for (const [linkNumber, clickedAt, , visitorClass, , visitor] of events) {
    if (visitorClass !== "human") continue;
    const day = casablancaDay(clickedAt);
    visitors.set(`${linkNumber}:${day}:${visitor}`, [linkNumber, day, visitor]);
  }
  return [...visitors.values()];
}
