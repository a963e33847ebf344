import type { OutboxEvent } from "./tables.ts";

const MINUTE_MS = 60_000;
const WAIT_MAX_MS = 60 * MINUTE_MS;

// Work somebody carries to its end and then marks done. All other events are a record, done as they are written.
const WORK: ReadonlySet<OutboxEvent> = new Set(["commission.due", "link.changed", "product.changed"]);

/** Whether the event is work that a consumer must end. */
export function isWork(event: OutboxEvent): boolean {
  return WORK.has(event);
}

// What webhooks, live feeds and the fraud rules want to hear of soon; whoever is suspended or gone hears nothing more.
const NEWS = /^((conversion|commission|payout|request|touch)\.|user\.(suspended|deleted)$)/;

/** Whether readers of the news are told at once, not within the minute. `commission.due` is work, not news. */
export function isNews(event: OutboxEvent): boolean {
  return NEWS.test(event) && !isWork(event);
}

/** When a row sent for the `attempts`-th time is sent again if nobody ended it: 1, 2, 4 … minutes, at most an hour. */
export function nextAttemptOn(nowMs: number, attempts: number): number {
  return nowMs + Math.min(WAIT_MAX_MS, MINUTE_MS * 2 ** Math.min(attempts, 6));
}
