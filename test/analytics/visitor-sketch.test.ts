import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countVisitors,
  mergeVisitors,
  sketchFromHex,
  sketchToHex,
} from "../../workers/modules/analytics/visitor-sketch.ts";

const hash = fc.integer({ min: 0, max: 2 ** 48 - 1 });
// As even over 48 bits as the redirect's keyed hashes.
const hashOf = (person: number) => Number((BigInt(person + 1) * 0x9e3779b97f4bn) % 2n ** 48n);
const people = (count: number) => Array.from({ length: count }, (_, person) => hashOf(person));

describe("the visitors of a day", () => {
  it("are counted exactly below 512, whoever comes again", () => {
    fc.assert(
      fc.property(fc.array(hash, { maxLength: 400 }), (hashes) => {
        const sketch = mergeVisitors(mergeVisitors([], hashes), hashes);
        expect(countVisitors(sketch)).toBe(new Set(hashes).size);
      }),
    );
  });

  it("are the same in whatever order and portions they come", () => {
    fc.assert(
      fc.property(fc.array(hash, { minLength: 600, maxLength: 1_500 }), fc.nat(600), (hashes, cut) => {
        const whole = mergeVisitors([], hashes);
        const parts = mergeVisitors(mergeVisitors([], hashes.slice(cut).reverse()), hashes.slice(0, cut));
        expect(parts).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it.each([1_000, 20_000, 300_000])("are estimated within three standard errors when they are %d", (count) => {
    const estimate = countVisitors(mergeVisitors([], people(count)));
    expect(Math.abs(estimate / count - 1)).toBeLessThan(3 * 0.044);
  });

  it("change nothing when they are known: the very same sketch comes back", () => {
    const sketch = mergeVisitors([], people(2_000));
    expect(mergeVisitors(sketch, people(2_000))).toBe(sketch);
  });

  it("are stored as bytes and read back", () => {
    fc.assert(
      fc.property(fc.array(hash, { maxLength: 50 }), (hashes) => {
        const sketch = mergeVisitors([], hashes);
        expect(sketchFromHex(sketchToHex(sketch))).toEqual(sketch);
      }),
    );
  });
});
