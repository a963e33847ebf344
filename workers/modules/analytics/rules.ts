import type { ClickDetails, ClickEvent, ClicksRecorded, VisitorClass } from "../../../schemas/events.ts";
import { casablancaDay, hourOf } from "../../core/calendar.ts";
import { HOSTING_REASON } from "../../core/hosting-networks.ts";
import { SCAN_SOURCE } from "../../core/scan-marker.ts";
import { countVisitors, mergeVisitors, type Sketch } from "./visitor-sketch.ts";

/** Clicks of several micro-batches, in the order of their table, over one list of details. */
export interface ClickGroup {
  readonly details: readonly ClickDetails[];
  readonly events: readonly ClickEvent[];
}

type Counter = [
  linkNumber: number,
  period: number,
  human: number,
  bot: number,
  preview: number,
  prefetch: number,
  /** Of the people, those who scanned a printed code. */
  scans: number,
  /** Of the people, those out of a hosting company's network. */
  hosting: number,
];
const COLUMN: Readonly<Record<VisitorClass, 2 | 3 | 4 | 5>> = { human: 2, bot: 3, preview: 4, prefetch: 5 };

/** One list of clicks for all the batches: details that several of them have stand in it once. */
export function joinBatches(batches: readonly ClicksRecorded[]): ClickGroup {
  const positions = new Map<string, number>();
  const details: ClickDetails[] = [];
  const positionOf = (detail: ClickDetails) => {
    const key = JSON.stringify(detail);
    const known = positions.get(key);
    if (known !== undefined) return known;
    positions.set(key, details.length);
    return details.push(detail) - 1;
  };
  const events = batches.flatMap((batch) => {
    const moved = batch.details.map(positionOf);
    return batch.events.map(
      ([link, at, nonce, visitor, detail]): ClickEvent => [link, at, nonce, visitor, moved[detail] ?? 0],
    );
  });
  return { details, events: events.sort((a, b) => a[0] - b[0] || a[1] - b[1]) };
}

/** Hits per link and period (hour or day number), by class: one counter per (link, period). */
function countClicks({ details, events }: ClickGroup, periodOf: (instantMs: number) => number): Counter[] {
  const counters = new Map<string, Counter>();
  for (const [linkNumber, clickedAt, , , detail] of events) {
    const period = periodOf(clickedAt);
    const key = `${linkNumber}:${period}`;
    const counter = counters.get(key) ?? [linkNumber, period, 0, 0, 0, 0, 0, 0];
    const [visitorClass = "human", reason, , source] = details[detail] ?? [];
    counter[COLUMN[visitorClass]] += 1;
    if (source === SCAN_SOURCE && visitorClass === "human") counter[6] += 1;
    if (reason === HOSTING_REASON && visitorClass === "human") counter[7] += 1;
    counters.set(key, counter);
  }
  return [...counters.values()];
}

export const hourlyCounts = (group: ClickGroup) => countClicks(group, hourOf);
export const dailyCounts = (group: ClickGroup) => countClicks(group, casablancaDay);

/** Who is known to have clicked a link on a day, and the version that says so. */
export interface DailyVisitors {
  readonly linkNumber: number;
  readonly day: number;
  readonly version: number;
  readonly sketch: Sketch;
}

export interface NextVisitors extends DailyVisitors {
  readonly visitors: number;
  readonly isChanged: boolean;
}

/** What is known after the people of the group have been added: one answer per (link, Casablanca day) of its clicks. */
export function nextVisitors({ details, events }: ClickGroup, known: readonly DailyVisitors[]): NextVisitors[] {
  const people = new Map<string, { linkNumber: number; day: number; hashes: Set<number> }>();
  for (const [linkNumber, clickedAt, , visitor, detail] of events) {
    const day = casablancaDay(clickedAt);
    const of = people.get(`${linkNumber}:${day}`) ?? { linkNumber, day, hashes: new Set<number>() };
    people.set(`${linkNumber}:${day}`, of);
    if (details[detail]?.[0] === "human") of.hashes.add(visitor);
  }
  const before = new Map(known.map((daily) => [`${daily.linkNumber}:${daily.day}`, daily]));
  return [...people].map(([key, { linkNumber, day, hashes }]) => {
    const { version, sketch } = before.get(key) ?? { version: 0, sketch: [] };
    const merged = mergeVisitors(sketch, hashes);
    const isChanged = merged !== sketch;
    const next = isChanged ? version + 1 : version;
    return { linkNumber, day, version: next, sketch: merged, visitors: countVisitors(merged), isChanged };
  });
}
