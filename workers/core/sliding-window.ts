/** At most `max` units in any window of `windowMs`. */
export interface WindowLimit {
  readonly max: number;
  readonly windowMs: number;
}

/** Units spent: at an instant under the exact log, in the bucket that starts there under interpolation. */
export interface Spending {
  readonly at: number;
  readonly count: number;
  /** From here on it no longer counts. */
  readonly endsAt: number;
}

export interface Taking {
  readonly nowMs: number;
  readonly wanted: number;
  /** How long all units but the first may wait before they are used: a lease. */
  readonly usableMs: number;
}

export interface Granted {
  readonly granted: number;
  readonly remaining: number;
  /** Until the next unit comes back; what a refused caller should wait. */
  readonly resetInMs: number;
  readonly spendings: readonly Spending[];
}

/** Limits up to this size keep every instant; larger ones two counters. */
export const EXACT_MAX = 100;

/**
 * As many of the wanted units as the limit leaves. A leased unit counts as spent at the last moment it may be used, so
 * that no window ever holds more than `max` uses of an exact limit.
 */
export function takeUnits(spent: readonly Spending[], limit: WindowLimit, taking: Taking): Granted {
  return limit.max <= EXACT_MAX ? takeByLog(spent, limit, taking) : takeByBuckets(spent, limit, taking);
}

function takeByLog(spent: readonly Spending[], { max, windowMs }: WindowLimit, taking: Taking): Granted {
  const { nowMs, usableMs } = taking;
  const living = spent.filter(({ at }) => at > nowMs - windowMs);
  const free = max - sum(living);
  const granted = Math.max(0, Math.min(taking.wanted, free));
  const spend = (at: number, count: number): Spending => ({ at, count, endsAt: at + windowMs });
  const spendings = [spend(nowMs, Math.min(1, granted)), spend(nowMs + usableMs, Math.max(0, granted - 1))];
  const oldest = Math.min(...living.map(({ at }) => at), nowMs);
  return grant(granted, free, oldest + windowMs - nowMs, spendings);
}

// The bucket before counts by the share of it that the window still covers, as if its units were spread evenly.
function takeByBuckets(spent: readonly Spending[], limit: WindowLimit, taking: Taking): Granted {
  const { max, windowMs } = limit;
  const { nowMs, usableMs } = taking;
  const start = bucketOf(nowMs, windowMs);
  const { current, previous } = bucketsAt(spent, start, windowMs);
  const free = max - current - Math.ceil((previous * (windowMs - (nowMs - start))) / windowMs);
  const granted = Math.max(0, Math.min(taking.wanted, free));
  const spend = (at: number, count: number): Spending => {
    const bucket = bucketOf(at, windowMs);
    return { at: bucket, count, endsAt: bucket + 2 * windowMs };
  };
  const spendings = [spend(nowMs, Math.min(1, granted)), spend(nowMs + usableMs, Math.max(0, granted - 1))];
  return grant(granted, free, nextUnitAt(spent, limit, start) - nowMs, spendings);
}

/** When the estimate has fallen by enough for one more unit, if nothing is spent meanwhile. */
function nextUnitAt(spent: readonly Spending[], { max, windowMs }: WindowLimit, from: number): number {
  for (let start = from; ; start += windowMs) {
    const { current, previous } = bucketsAt(spent, start, windowMs);
    const room = max - 1 - current;
    if (room >= previous && start > from) return start;
    if (room >= previous) continue;
    if (room >= 0) return start + windowMs - Math.floor((room * windowMs) / previous);
  }
}

function bucketsAt(spent: readonly Spending[], start: number, windowMs: number) {
  return {
    current: sum(spent.filter(({ at }) => at >= start)),
    previous: sum(spent.filter(({ at }) => at === start - windowMs)),
  };
}

function grant(granted: number, free: number, resetInMs: number, spendings: readonly Spending[]): Granted {
  return {
    granted,
    remaining: Math.max(0, free - granted),
    resetInMs: Math.max(1, resetInMs),
    spendings: spendings.filter(({ count }) => count > 0),
  };
}

const bucketOf = (atMs: number, windowMs: number) => Math.floor(atMs / windowMs) * windowMs;

const sum = (spendings: readonly Spending[]) => spendings.reduce((total, { count }) => total + count, 0);
