import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeOfCount, changeOfRate } from "../../web/src/analytics/change-of.ts";
import { dayOf, intervalOf, intervalsOf, isPeriod, periodOf } from "../../web/src/analytics/period.ts";

const NOW = Date.parse("2026-11-25T23:30:00Z");
const TODAY = "2026-11-25";

describe("the period of an address", () => {
  it("is the last thirty days, today among them, when nothing or nonsense is asked", () => {
    const usual = { choice: "30", from: "2026-10-27", to: TODAY, days: 30 };
    expect(periodOf({}, NOW)).toEqual(usual);
    expect(periodOf({ period: "1000" }, NOW)).toEqual(usual);
    expect(periodOf({ period: "custom", from: "2026-11-25", to: "2026-11-01" }, NOW)).toEqual(usual);
    expect(periodOf({ period: "custom", from: "25/11/2026", to: TODAY }, NOW)).toEqual(usual);
    expect(periodOf({ period: "custom", from: "2024-01-01", to: TODAY }, NOW)).toEqual(usual);
    expect(periodOf({ period: "custom", from: "2026-11-01", to: "2026-11-26" }, NOW)).toEqual(usual);
  });

  it("has as many days as it says, both ends counted", () => {
    expect(periodOf({ period: "today" }, NOW)).toEqual({ choice: "today", from: TODAY, to: TODAY, days: 1 });
    expect(periodOf({ period: "7" }, NOW)).toMatchObject({ from: "2026-11-19", to: TODAY, days: 7 });
    const custom = { period: "custom", from: "2026-02-27", to: "2026-03-01" };
    expect(periodOf(custom, NOW)).toEqual({ choice: "custom", from: "2026-02-27", to: "2026-03-01", days: 3 });
  });

  it("changes at midnight in Casablanca, an hour before UTC's while its clock was ahead", () => {
    expect(dayOf(Date.parse("2026-11-25T23:59:59Z"))).toBe("2026-11-25");
    expect(dayOf(Date.parse("2026-07-01T23:00:00Z"))).toBe("2026-07-02");
  });

  it("is never longer than 400 days, in the future or backwards, whatever is typed", () => {
    const day = fc
      .date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.oneof(day, fc.string()), fc.oneof(day, fc.string()), (from, to) => {
        const period = periodOf({ period: "custom", from, to }, NOW);
        expect(isPeriod(period.from, period.to, TODAY)).toBe(true);
        expect(period.days).toBeLessThanOrEqual(400);
      }),
    );
  });

  it("is cut into steps that can be drawn", () => {
    const steps = (period: string) => intervalsOf(periodOf({ period }, NOW));
    expect(steps("today")).toEqual(["hour"]);
    expect(steps("7")).toEqual(["hour", "day"]);
    expect(steps("30")).toEqual(["day", "week"]);
    expect(intervalOf(periodOf({ period: "90" }, NOW), "hour")).toBe("day");
    expect(intervalOf(periodOf({ period: "90" }, NOW), "week")).toBe("week");
    expect(intervalOf(periodOf({ period: "today" }, NOW), undefined)).toBe("hour");
  });
});

describe("how a number has changed", () => {
  it("is in percent of what it was, new after nothing, and nothing after nothing", () => {
    expect(changeOfCount(150, 100)).toEqual({ direction: "up", by: 50 });
    expect(changeOfCount(50, 100)).toEqual({ direction: "down", by: 50 });
    expect(changeOfCount(100, 100)).toEqual({ direction: "same", by: 0 });
    expect(changeOfCount(3, 0)).toEqual({ direction: "up", by: null });
    expect(changeOfCount(0, 0)).toBeUndefined();
  });

  it("is in points for a rate, and unknown where either is", () => {
    expect(changeOfRate(8_500, 8_000)).toEqual({ direction: "up", by: 500 });
    expect(changeOfRate(null, 8_000)).toBeUndefined();
    expect(changeOfRate(8_000, null)).toBeUndefined();
  });
});
