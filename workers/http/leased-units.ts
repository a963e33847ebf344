import type { Env } from "../platform/env.ts";
import type { RateLimit } from "./rate-limits.ts";

/** How a client stands with one limit, after one more request. */
export interface Verdict {
  readonly isAllowed: boolean;
  readonly max: number;
  readonly remaining: number;
  /** UTC epoch milliseconds at which the next unit comes back. */
  readonly resetAt: number;
}

/** What this isolate knows of a client: units leased and not yet used, or until when there are none. */
interface Tab {
  left: number;
  usableUntil: number;
  lot: number;
  remaining: number;
  resetAt: number;
  blockedUntil: number;
}

const LEASE_MS = 5_000;
const TABS_MAX = 10_000;
const tabs = new Map<string, Tab>();

/**
 * One unit of the client's limit: from the isolate's lease, refused from its memory, or asked of the client's object. The
 * first request leases nothing; a lot doubles each time it is used up within its 5 s, so that idle clients waste no units.
 */
export async function takeUnit(
  objects: Env["RATE_LIMITER"],
  client: string,
  limit: RateLimit,
  now: () => number,
): Promise<Verdict> {
  const tab = tabOf(client);
  const nowMs = now();
  const leased = takeLeased(client, limit, nowMs);
  if (leased) return leased;
  if (tab.blockedUntil > nowMs) return refused(limit, tab);
  const lot = nextLot(tab, limit, nowMs);
  const { max, windowMs } = limit;
  const answer = await objects.getByName(client).take({ max, windowMs }, lot, LEASE_MS);
  const { granted, remaining, resetInMs } = answer;
  tab.resetAt = nowMs + resetInMs;
  if (granted === 0) {
    tab.blockedUntil = tab.resetAt;
    return refused(limit, tab);
  }
  const isOpen = tab.left > 0 && tab.usableUntil > nowMs;
  tab.left = (isOpen ? tab.left : 0) + granted - 1;
  tab.usableUntil = isOpen ? Math.min(tab.usableUntil, nowMs + LEASE_MS) : nowMs + LEASE_MS;
  tab.lot = lot;
  tab.remaining = remaining;
  return { isAllowed: true, max, remaining: remaining + tab.left, resetAt: tab.resetAt };
}

/** A unit of the isolate's lease, or undefined when there is none left. */
export function takeLeased(client: string, limit: RateLimit, nowMs: number): Verdict | undefined {
  const tab = tabs.get(client);
  if (!tab || tab.left === 0 || tab.usableUntil <= nowMs) return undefined;
  tab.left -= 1;
  return { isAllowed: true, max: limit.max, remaining: tab.remaining + tab.left, resetAt: tab.resetAt };
}

function nextLot(tab: Tab, { lotMax }: RateLimit, nowMs: number): number {
  const isUsedUp = tab.left === 0 && tab.usableUntil > nowMs;
  return isUsedUp ? Math.min(lotMax, tab.lot * 2) : Math.max(1, Math.floor(tab.lot / 4));
}

const refused = ({ max }: RateLimit, { blockedUntil }: Tab): Verdict => ({
  isAllowed: false,
  max,
  remaining: 0,
  resetAt: blockedUntil,
});

// Forgetting a lease loses its units until their window ends; it never gives one twice.
function tabOf(client: string): Tab {
  const known = tabs.get(client);
  if (known) return known;
  if (tabs.size >= TABS_MAX) tabs.clear();
  const opened = { left: 0, usableUntil: 0, lot: 0, remaining: 0, resetAt: 0, blockedUntil: 0 };
  tabs.set(client, opened);
  return opened;
}
