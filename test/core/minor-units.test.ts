import { describe, expect, it } from "vitest";
import { parseExactJson } from "../../workers/core/exact-json.ts";
import { instantOf } from "../../workers/core/instant-of.ts";
import { minorOf, minorSumOf } from "../../workers/core/minor-units.ts";

describe("a decimal text", () => {
  it.each([
    ["268.20", "MAD", 26_820],
    ["268.2", "MAD", 26_820],
    ["0.005", "MAD", 1],
    ["0.0049", "MAD", 0],
    ["-34.00", "MAD", -3_400],
    ["90071992547409.91", "MAD", 9_007_199_254_740_991],
    ["12.3456", "TND", 12_346],
    ["1250", "JPY", 1_250],
    ["1250.5", "JPY", 1_251],
    ["1.005", "EUR", 101],
    ["12,50", "MAD", undefined],
    ["1e3", "MAD", undefined],
    ["", "MAD", undefined],
    ["99999999999999999999", "MAD", undefined],
  ])("%s %s is %d", (text, currency, minor) => {
    expect(minorOf(text, currency)).toBe(minor);
  });
});

describe("a sum of decimal texts", () => {
  it.each([
    [["33.333333", "33.333333", "33.333334"], 10_000],
    [["281.313903", "267.864091"], 54_918],
    [["-10.004", "-10.004"], -2_001],
    [["0.1", "0.2"], 30],
    [[], 0],
    [["1.00", "x"], undefined],
  ])("%j is rounded once: %d", (texts, minor) => {
    expect(minorSumOf(texts, "MAD")).toBe(minor);
  });
});

describe("JSON read exactly", () => {
  it("keeps numbers as they were written", () => {
    expect(parseExactJson('{"id":9007199254740993,"price":45.0,"tiny":1e-7,"on":true,"none":null}')).toEqual({
      id: "9007199254740993",
      price: "45.0",
      tiny: "1e-7",
      on: true,
      none: null,
    });
  });
});

describe("an instant as shops write it", () => {
  it.each([
    ["2026-11-20T14:05:31+00:00", "2026-11-20T14:05:31.000Z"],
    ["2026-11-20T15:05:31+01:00", "2026-11-20T14:05:31.000Z"],
    ["2026-11-20T16:45:00.000000Z", "2026-11-20T16:45:00.000Z"],
    ["2026-11-20T15:22:04", "2026-11-20T15:22:04.000Z"],
    ["2021-03-17 09:42", "2021-03-17T09:42:00.000Z"],
    ["1795190400", "2026-11-20T16:00:00.000Z"],
    ["yesterday", undefined],
    ["", undefined],
    [null, undefined],
  ])("%s is %s", (text, instant) => {
    const ms = instantOf(text);
    expect(ms === undefined ? undefined : new Date(ms).toISOString()).toBe(instant);
  });
});
