import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalText, hundredthsOf } from "../../workers/core/decimal-text.ts";

describe("a number as people type it", () => {
  it.each([
    ["450", 45_000],
    ["450,00", 45_000],
    ["450.5", 45_050],
    ["1 234.50", 123_450],
    ["1 234,50", 123_450],
    ["1\u202f234,50", 123_450],
    ["1,234.50", 123_450],
    ["1.234,50", 123_450],
    ["1'234'567", 123_456_700],
    ["1.234.567", 123_456_700],
    ["1,234,567.8", 123_456_780],
    ["0,05", 5],
    ["00450", 45_000],
    [" 450 MAD ", 45_000],
    ["450,00 DH", 45_000],
    ["450 د.م.", 45_000],
    ["٤٥٠٫٥٠", 45_050],
    ["١٬٢٣٤٫٥", 123_450],
  ])("%s is %d hundredths", (text, hundredths) => {
    expect(hundredthsOf(text)).toBe(hundredths);
  });

  it.each([
    "",
    "MAD",
    "gratuit",
    "-5",
    "+5",
    "1,234",
    "1.234",
    "12 34",
    "1,2,3",
    "1,23.45",
    "1.234,567",
    "4,505",
    "1e3",
    "0x10",
    "Infinity",
    "5%",
  ])("%s is none, or could be two", (text) => {
    expect(hundredthsOf(text)).toBeUndefined();
  });

  it("comes back to the hundredth however it is grouped and marked", () => {
    const grouped = (whole: string, mark: string) => whole.replace(/\B(?=(\d{3})+$)/g, mark);
    const styles = fc.constantFrom(
      ["", "."],
      ["", ","],
      [" ", ","],
      [" ", "."],
      ["\u00a0", ","],
      [",", "."],
      [".", ","],
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), styles, (hundredths, [group = "", mark = ""]) => {
        const [whole = "", rest = ""] = decimalText(hundredths, "en").split(".");
        expect(hundredthsOf(`${grouped(whole, group)}${mark}${rest}`)).toBe(hundredths);
        expect(hundredthsOf(decimalText(hundredths, "fr"))).toBe(hundredths);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is never anything but a whole number of hundredths", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789 ,.'٤٫-") }), (text) => {
        const hundredths = hundredthsOf(text);
        expect(hundredths === undefined || (Number.isSafeInteger(hundredths) && hundredths >= 0)).toBe(true);
      }),
    );
  });
});
