import type { ApiScope } from "../../../schemas/api-keys.ts";
import { SCOPES_OF } from "../../../schemas/api-keys.ts";
import type { Role } from "../../../schemas/users.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

export const SESSION_MS = 30 * DAY_MS;
export const VERIFY_LINK_MS = DAY_MS;
export const RESET_LINK_MS = 60 * MINUTE_MS;
/** Two tabs that renew at the same moment send one token twice: within this it is a race, later a theft. */
export const SPENT_GRACE_MS = 10 * SECOND_MS;
export const API_KEYS_MAX = 20;

const FREE_FAILURES = 5;
const WAIT_MAX_MS = 15 * MINUTE_MS;
const FORGOTTEN_AFTER_MS = DAY_MS;

export interface LoginFailures {
  readonly failures: number;
  readonly lastFailedAt: number;
}

/**
 * How long the next try of an e-mail must still wait, in ms: nothing for the first five wrong passwords in a row, then 2, 4, 8 …
 * seconds, at most 15 minutes. It slows and never locks for good: it ends by itself, and at once with a new password.
 */
export function loginWaitMs(known: LoginFailures | undefined, nowMs: number): number {
  if (!known || known.failures < FREE_FAILURES || nowMs - known.lastFailedAt > FORGOTTEN_AFTER_MS) return 0;
  const waitMs = Math.min(WAIT_MAX_MS, SECOND_MS * 2 ** Math.min(20, known.failures - FREE_FAILURES + 1));
  return Math.max(0, known.lastFailedAt + waitMs - nowMs);
}

/** How many failures in a row the next one makes; those older than a day no longer count. */
export function nextFailures(known: LoginFailures | undefined, nowMs: number): number {
  return known && nowMs - known.lastFailedAt <= FORGOTTEN_AFTER_MS ? known.failures + 1 : 1;
}

/** The scopes among the wanted ones that a key of the role may not have. */
export function scopesNotAllowed(role: Role, wanted: readonly ApiScope[]): ApiScope[] {
  return wanted.filter((scope) => !SCOPES_OF[role].includes(scope));
}

const SYSTEMS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];
const BROWSERS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/Firefox|FxiOS/, "Firefox"],
  [/CriOS|Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
  [/curl\//, "curl"],
];

/** What a session is called in its owner's list: browser and system, never the whole agent. */
export function deviceNameOf(agent: string): string {
  const find = (names: typeof SYSTEMS) => names.find(([sign]) => sign.test(agent))?.[1];
  return [find(BROWSERS), find(SYSTEMS)].filter(Boolean).join(" · ") || "API";
}
