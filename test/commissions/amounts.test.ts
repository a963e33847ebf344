import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { halfUp, remainingAfterRefund, shareOf } from "../../workers/core/money.ts";
import { madMinorOf } from "../../workers/modules/tracking/set-exchange-rate.ts";

describe("amounts", () => {
  it("round a half away from zero", () => {
    expect([halfUp(5n, 10n), halfUp(-5n, 10n), halfUp(4n, 10n), halfUp(15n, 10n), halfUp(14n, 10n)]).toEqual([
      1, -1, 0, 2, 1,
    ]);
  });

  it("are shares in basis points", () => {
    expect([shareOf(45_000, 1_500), shareOf(33_333, 1_333), shareOf(1, 5_000), shareOf(1, 4_999)]).toEqual([
      6_750, 4_443, 1, 0,
    ]);
  });

  it("lose nothing to refunds: the last one takes the remainder, and each leaves no more than the one before", () => {
    fc.assert(
      fc.property(
        fc.nat(1e12),
        fc.integer({ min: 1, max: 1e12 }),
        fc.array(fc.nat(1e12), { maxLength: 6 }),
        (original, base, parts) => {
          let cumulative = 0;
          let before = original;
          for (const part of parts) {
            cumulative = Math.min(base, cumulative + part);
            const left = remainingAfterRefund(original, cumulative, base);
            expect(left).toBeLessThanOrEqual(before);
            expect(left).toBeGreaterThanOrEqual(0);
            before = left;
          }
          expect(remainingAfterRefund(original, base, base)).toBe(0);
          expect(remainingAfterRefund(original, 0, base)).toBe(original);
        },
      ),
    );
  });

  it("of a foreign order become centimes by the exponent of its currency", () => {
    expect(madMinorOf(10_000, "EUR", 10_850_000)).toBe(108_500);
    expect(madMinorOf(1_000, "JPY", 63_000)).toBe(6_300);
    expect(madMinorOf(10_000, "TND", 3_200_000)).toBe(3_200);
    expect(madMinorOf(1, "EUR", 10_855_000)).toBe(11);
  });
});
