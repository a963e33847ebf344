import type { Timeseries } from "../../../../schemas/analytics.ts";
import { mondayOf } from "../../../core/calendar.ts";
import type { Period } from "./period.ts";

type Point = Timeseries["points"][number];

/** What was counted at one position: a day or an hour. */
export type Moment = Omit<Point, "at"> & { readonly position: number };

/** The positions that one point stands for, both ends included, and where it begins. */
export interface Span {
  readonly begins: number;
  readonly from: number;
  readonly to: number;
}

/** Each position by itself. */
export function daysOf({ from, to }: Period): Span[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    begins: from + index,
    from: from + index,
    to: from + index,
  }));
}

/** Weeks from Monday on; the first and the last hold only their days of the period. */
export function weeksOf({ from, to }: Period): Span[] {
  const spans: Span[] = [];
  for (let monday = mondayOf(from); monday <= to; monday += 7)
    spans.push({ begins: monday, from: Math.max(monday, from), to: Math.min(monday + 6, to) });
  return spans;
}

/** The same spans some days earlier or later, so that points can be compared one by one. */
export const shifted = (spans: readonly Span[], by: number): Span[] =>
  spans.map(({ begins, from, to }) => ({ begins: begins + by, from: from + by, to: to + by }));

/** One point for each span, zeros where nothing was counted. */
export function pointsOf(
  spans: readonly Span[],
  moments: readonly (Partial<Moment> & { readonly position: number })[],
  startOf: (position: number) => number,
): Point[] {
  const points = spans.map(
    ({ begins }): Point => ({
      at: new Date(startOf(begins)).toISOString(),
      clicks: 0,
      bots: 0,
      orders: 0,
      collected: 0,
      earnedMinor: 0,
    }),
  );
  const at = new Map<number, Point>();
  for (const [index, { from, to }] of spans.entries())
    for (let position = from; position <= to; position++) {
      const point = points[index];
      if (point) at.set(position, point);
    }
  for (const { position, clicks = 0, bots = 0, orders = 0, collected = 0, earnedMinor = 0 } of moments) {
    const point = at.get(position);
    if (!point) continue;
    point.clicks += clicks;
    point.bots += bots;
    point.orders += orders;
    point.collected += collected;
    point.earnedMinor += earnedMinor;
  }
  return points;
}
