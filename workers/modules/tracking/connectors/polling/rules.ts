import { DAY_MS } from "../../../../core/calendar.ts";
import type { PolledOrder } from "../../../../vendors/polled-orders.ts";

const MINUTE_MS = 60_000;

/** What a shop wrote down a little late must not be missed. */
const OVERLAP_MS = 5 * MINUTE_MS;
const SECOND_MS = 1_000;
const PAUSE_MAX_MS = 6 * 60 * MINUTE_MS;
/** From this failure in a row on the merchant knows. */
export const FAILURES_TOLD = 3;
/** An order that is older without an end is overdue (money.md 1): it is asked for no more. */
export const SWEPT_MS = 45 * DAY_MS;
export const PAGES_PER_RUN = 8;
/** The newest pages are read in every run, the older ones in turn. */
export const NEWEST_PAGES = 2;

/** The next asking: after the merchant's pause, a tenth earlier or later, so that shops are not asked all at once. @param chance 0 to 255 */
export function nextPollOn(nowMs: number, everyMinutes: number, chance: number): number {
  const pauseMs = everyMinutes * MINUTE_MS;
  return nowMs + Math.round(pauseMs * (0.9 + (0.2 * chance) / 255));
}

/** As `nextPollOn`, after so many failures in a row: twice the pause each time, at most six hours. */
export function nextPollAfterFailure(nowMs: number, everyMinutes: number, failures: number, chance: number): number {
  const pauseMs = Math.min(PAUSE_MAX_MS, everyMinutes * MINUTE_MS * 2 ** Math.min(failures, 8));
  return nowMs + Math.round(pauseMs * (0.9 + (0.2 * chance) / 255));
}

/** Where reading by change begins: the last change read, and a little before. */
export const readFrom = (cursor: number): number => cursor - OVERLAP_MS;

export interface ChangePlace {
  readonly after: number;
  readonly page: number;
}

/**
 * Where reading by change goes on after a full page. Never to a second page of the same question, where it can be avoided: an order
 * that changes in between moves to the end, and another one of the page not yet read takes its place on the one already read.
 */
export function nextPlace({ after, page }: ChangePlace, orders: readonly PolledOrder[]): ChangePlace {
  const last = Math.max(...orders.map(({ changedAt }) => changedAt));
  const next = last - SECOND_MS;
  return next > after ? { after: next, page: 1 } : { after, page: page + 1 };
}

/** What makes a state of an order one of a kind: told again it is no news. */
export function polledKeyText({ id, changedAt, read }: PolledOrder): string {
  return JSON.stringify([id, changedAt, read?.facts.labels ?? null, read?.facts.refunds ?? null]);
}
