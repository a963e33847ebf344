import { DAY_MS } from "../../core/calendar.ts";
import type { MailRow, MailState } from "./tables.ts";

const MINUTE_MS = 60_000;
export const ATTEMPTS_MAX = 8;
export const FORGET_AFTER_MS = 7 * DAY_MS;
export const DELETE_AFTER_MS = 90 * DAY_MS;

// How long one attempt may take at most before the mail counts as not sent and is tried again.
const CLAIM_MS = 5 * MINUTE_MS;
const WAITS_MINUTES = [1, 2, 5, 15, 60, 180, 360];

/** Every move a mail may make; the trigger `mails_move_forward` knows the same. */
export const MAIL_MOVES: Readonly<Record<MailState, readonly MailState[]>> = {
  queued: ["sent", "failed"],
  sent: [],
  failed: [],
};

/** Whether the mail waits to be sent and nobody is sending it now. */
export function isDue(mail: Pick<MailRow, "state" | "nextAttemptAt">, nowMs: number): boolean {
  return mail.state === "queued" && mail.nextAttemptAt <= nowMs;
}

/** Until when the attempt that begins now has the mail to itself. */
export function claimedUntil(nowMs: number): number {
  return nowMs + CLAIM_MS;
}

/** When the mail is tried again after its `attempts`-th attempt failed; null when that was the last. */
export function nextAttemptOn(nowMs: number, attempts: number, isFinal: boolean): number | null {
  const minutes = WAITS_MINUTES[attempts - 1];
  return isFinal || attempts >= ATTEMPTS_MAX || minutes === undefined ? null : nowMs + minutes * MINUTE_MS;
}
