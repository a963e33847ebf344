import type { WebhookEvent } from "../../../schemas/webhooks.ts";
import { DAY_MS } from "../../core/calendar.ts";
import type { DeliveryRow, EndpointRow } from "./tables.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

const PAUSE_AFTER_MS = DAY_MS;
export const OLD_SECRET_MS = DAY_MS;
export const FORGET_AFTER_MS = 30 * DAY_MS;
/** The answer of a server that wants no more deliveries. */
export const GONE = 410;

// Together a little more than a day, so that the last attempt also proves a day of failures.
export const WAITS_MS: readonly number[] = [
  5 * SECOND_MS,
  30 * SECOND_MS,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
  13 * HOUR_MS + 30 * MINUTE_MS,
];
const JITTER_SHARE = 0.1;

// How long one attempt may take at most before the delivery counts as not made and is tried again.
const CLAIM_MS = 2 * MINUTE_MS;

/** Whether the delivery waits for its attempt and nobody is making it now. */
export function isDue(delivery: Pick<DeliveryRow, "state" | "nextAttemptAt">, nowMs: number): boolean {
  return delivery.state === "waiting" && delivery.nextAttemptAt !== null && delivery.nextAttemptAt <= nowMs;
}

/** Until when the attempt that begins now has the delivery to itself. */
export function claimedUntil(nowMs: number): number {
  return nowMs + CLAIM_MS;
}

/**
 * When a delivery is tried again after its `roundAttempts`-th attempt failed; null when that was the last. Up to a tenth is added
 * by chance, so that servers that come back are not met by everything at once. @param chance 0 to 1
 */
export function nextAttemptOn(
  { event, roundAttempts }: Pick<DeliveryRow, "event" | "roundAttempts">,
  nowMs: number,
  chance: number,
): number | null {
  const waitMs = WAITS_MS[roundAttempts - 1];
  if (event === "webhook.test" || waitMs === undefined) return null;
  return nowMs + waitMs + Math.floor(waitMs * JITTER_SHARE * chance);
}

/** Whether nothing has arrived for so long that the endpoint is paused. */
export function hasFailedTooLong({ failingSince }: Pick<EndpointRow, "failingSince">, nowMs: number): boolean {
  return failingSince !== null && nowMs - failingSince >= PAUSE_AFTER_MS;
}

/** Whether the endpoint wants to be told of the event: those it lists, or all. */
export function wants(events: readonly WebhookEvent[], event: WebhookEvent): boolean {
  return events.length === 0 || events.includes(event);
}

/** Whether the old secret still signs beside the new one. */
export function hasOldSecret(endpoint: Pick<EndpointRow, "oldSecretUntil">, nowMs: number): boolean {
  return endpoint.oldSecretUntil !== null && nowMs < endpoint.oldSecretUntil;
}
