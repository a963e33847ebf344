import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXACT_MAX, type Spending, takeUnits, type WindowLimit } from "../../workers/core/sliding-window.ts";

const LEASE_MS = 5_000;
const step = fc.record({
  gapMs: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 90_000 })),
  wanted: fc.integer({ min: 1, max: 30 }),
  delays: fc.array(fc.integer({ min: 0, max: LEASE_MS }), { minLength: 30, maxLength: 30 }),
});
const windowMs = fc.constantFrom(10_000, 60_000);
const limits = (from: number, to: number) => fc.record({ max: fc.integer({ min: from, max: to }), windowMs });

// Plays the steps; answers when each unit was used, the first of a grant at once, leased ones as late as they please.
function play(limit: WindowLimit, steps: readonly { gapMs: number; wanted: number; delays: readonly number[] }[]) {
  let nowMs = 1_764_000_000_000;
  let spent: readonly Spending[] = [];
  const uses: number[] = [];
  const grants: { at: number; granted: number }[] = [];
  for (const { gapMs, wanted, delays } of steps) {
    nowMs += gapMs;
    const { granted, spendings } = takeUnits(spent, limit, { nowMs, wanted, usableMs: LEASE_MS });
    spent = [...spent.filter(({ endsAt }) => endsAt > nowMs), ...spendings];
    grants.push({ at: nowMs, granted });
    for (let unit = 0; unit < granted; unit++) uses.push(nowMs + (unit === 0 ? 0 : (delays[unit] ?? 0)));
  }
  return { uses: uses.toSorted((a, b) => a - b), grants, spent, nowMs };
}

describe("a limit that keeps every instant", () => {
  it("never lets more than the limit through in any window, however leases are used", () => {
    fc.assert(
      fc.property(limits(1, EXACT_MAX), fc.array(step, { maxLength: 60 }), (limit, steps) => {
        const { uses } = play(limit, steps);
        for (const [index, at] of uses.entries()) {
          const earlier = uses[index - limit.max];
          if (earlier !== undefined) expect(at - earlier).toBeGreaterThanOrEqual(limit.windowMs);
        }
      }),
    );
  });

  it("gives every unit back: after a window and a lease without requests the whole limit is free", () => {
    fc.assert(
      fc.property(limits(1, EXACT_MAX), fc.array(step, { maxLength: 30 }), (limit, steps) => {
        const { spent, nowMs } = play(limit, steps);
        const later = nowMs + limit.windowMs + LEASE_MS;
        expect(takeUnits(spent, limit, { nowMs: later, wanted: limit.max, usableMs: 0 }).granted).toBe(limit.max);
      }),
    );
  });
});

describe("a limit of two buckets", () => {
  it("never grants more than the limit within a bucket, nor twice the limit in any window", () => {
    fc.assert(
      fc.property(limits(EXACT_MAX + 1, 1_000), fc.array(step, { maxLength: 80 }), (limit, steps) => {
        const { grants } = play(limit, steps);
        for (const { at } of grants) {
          const sum = (from: number, to: number) =>
            grants.filter((one) => one.at >= from && one.at < to).reduce((total, { granted }) => total + granted, 0);
          const start = Math.floor(at / limit.windowMs) * limit.windowMs;
          expect(sum(start, start + limit.windowMs)).toBeLessThanOrEqual(limit.max);
          expect(sum(at, at + limit.windowMs)).toBeLessThanOrEqual(2 * limit.max);
        }
      }),
    );
  });
});

describe("a refused caller", () => {
  it("gets a unit after the time it was told to wait, and none before", () => {
    const all = fc.oneof(limits(1, EXACT_MAX), limits(EXACT_MAX + 1, 400));
    fc.assert(
      fc.property(all, fc.array(step, { maxLength: 40 }), (limit, steps) => {
        const { spent, nowMs } = play(limit, steps);
        const greedy = takeUnits(spent, limit, { nowMs, wanted: limit.max, usableMs: 0 });
        const after = [...spent, ...greedy.spendings];
        const refused = takeUnits(after, limit, { nowMs, wanted: 1, usableMs: 0 });
        expect(refused).toMatchObject({ granted: 0, remaining: 0, spendings: [] });
        const retry = (waitMs: number) =>
          takeUnits(after, limit, { nowMs: nowMs + waitMs, wanted: 1, usableMs: 0 }).granted;
        expect(retry(refused.resetInMs)).toBe(1);
        expect(retry(refused.resetInMs - 1)).toBe(0);
      }),
    );
  });
});
