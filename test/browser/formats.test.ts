import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LOCALES } from "../../schemas/locales.ts";
import { formatDate, formatDateTime, formatDay } from "../../web/src/dates.ts";
import { formatForeign } from "../../web/src/foreign-money.ts";
import { splitSale } from "../../web/src/merchant/split-sale.ts";
import { formatCount, formatMad, formatRate, formatWholeMad, MARKS } from "../../web/src/money.ts";
import { typedBps, typedCount, typedMinor, typedText } from "../../web/src/typed-number.ts";

const NARROW = "\u202f";
const FIXED = "\u00a0";

describe("money as people read it", () => {
  it("has the marks and the unit of each language", () => {
    expect(formatMad(123_450, "fr")).toBe(`1${NARROW}234,50${FIXED}DH`);
    expect(formatMad(123_450, "en")).toBe(`1,234.50${FIXED}MAD`);
    expect(formatMad(123_450, "ar")).toBe(`1.234,50${FIXED}د.م.`);
    expect(formatMad(0, "fr")).toBe(`0,00${FIXED}DH`);
    expect(formatMad(-5, "en")).toBe(`\u22120.05${FIXED}MAD`);
    expect(formatWholeMad(199_900, "fr")).toBe(`1${NARROW}999${FIXED}DH`);
  });

  it("loses no centime: the digits are those of the amount, in every language", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(...LOCALES), (amountMinor, locale) => {
        const digits = Number(formatMad(amountMinor, locale).replace(/\D/g, ""));
        expect(digits).toBe(Math.abs(amountMinor));
      }),
    );
  });

  it("gives foreign currencies their own decimals and their code", () => {
    expect(formatForeign(123_450, "EUR", "fr")).toBe(`1${NARROW}234,50${FIXED}EUR`);
    expect(formatForeign(1235, "JPY", "en")).toBe(`1,235${FIXED}JPY`);
    expect(formatForeign(1_234_567, "TND", "ar")).toBe(`1.234,567${FIXED}TND`);
  });

  it("writes rates and counts in Latin digits", () => {
    expect(formatRate(1500, "fr")).toBe(`15${FIXED}%`);
    expect(formatRate(250, "en")).toBe("2.5%");
    expect(formatCount(12_345, "ar")).toBe("12.345");
  });
});

describe("dates as Casablanca's clock shows them", () => {
  it("stay at UTC since 20 September 2026, whatever the runtime believes", () => {
    expect(formatDateTime("2026-11-25T23:30:00Z", "fr")).toBe(`25${FIXED}nov. 2026 à 23:30`);
    expect(formatDate("2026-11-25T23:30:00Z", "ar")).toBe(`25${FIXED}نونبر 2026`);
  });

  it("were an hour ahead before, save in Ramadan", () => {
    expect(formatDateTime("2026-07-31T23:30:00Z", "en")).toBe(`1${FIXED}Aug 2026, 00:30`);
    expect(formatDateTime("2026-03-01T23:30:00Z", "en")).toBe(`1${FIXED}Mar 2026, 23:30`);
    expect(formatDay("2026-11-03T12:00:00Z", "fr")).toBe(`3${FIXED}nov.`);
  });
});

describe("numbers as people type or paste them", () => {
  it("reads an amount with spaces, the unit, either mark and Arabic digits", () => {
    for (const text of [
      "1 234,50 DH",
      "1,234.50 MAD",
      "1.234,50 د.م.",
      "1234.5",
      "١٢٣٤٫٥٠",
      `1${NARROW}234,50${FIXED}DH`,
    ])
      expect(typedMinor(text)).toBe(123_450);
    expect(typedMinor("450")).toBe(45_000);
    expect(typedMinor("1.234")).toBe(123_400);
  });

  it("reads every amount back that it shows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), fc.constantFrom(...LOCALES), (amountMinor, locale) => {
        expect(typedMinor(formatMad(amountMinor, locale))).toBe(amountMinor);
        expect(typedMinor(typedText(amountMinor, MARKS[locale].decimal))).toBe(amountMinor);
      }),
    );
  });

  it("tells nothing typed from no number", () => {
    expect(typedMinor("  ")).toBeUndefined();
    expect(typedCount("")).toBeUndefined();
    expect(typedMinor("gratuit")).toBeNaN();
    expect(typedCount("12 j")).toBeNaN();
    expect(typedCount("10 000")).toBe(10_000);
    expect(typedBps("12,5 %")).toBe(1250);
  });
});

describe("who gets what of a sale", () => {
  it("loses no centime between the influencer, the platform and the merchant", () => {
    const rates = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), rates, rates, (priceMinor, rateBps, feeBps) => {
        const split = splitSale(priceMinor, { type: "rate", rateBps }, feeBps);
        expect(split && split.influencerMinor + split.feeMinor + split.merchantMinor).toBe(priceMinor);
      }),
    );
  });

  it("rounds a half up, and waits for a price that is an amount", () => {
    expect(splitSale(45_010, { type: "rate", rateBps: 1250 }, 500)).toEqual({
      influencerMinor: 5626,
      feeMinor: 2251,
      merchantMinor: 37_133,
    });
    expect(splitSale(45_000, { type: "flat", amountMinor: 3000 }, 1000)?.influencerMinor).toBe(3000);
    expect(splitSale(Number.NaN, { type: "flat", amountMinor: 3000 }, 1000)).toBeUndefined();
  });
});
