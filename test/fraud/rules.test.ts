import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CASE_SCORE, FRAUD_RULES } from "../../schemas/fraud.ts";
import { phoneQualityOf } from "../../workers/modules/conversions/phone-quality.ts";
import {
  clickBurst,
  contestedTouch,
  couponLeaked,
  dataCentreClicks,
  duplicateAccount,
  fakePhones,
  isUnusablePhone,
  medianOf,
  opensCase,
  orderBurst,
  orderTooFast,
  phoneWithManyCodes,
  returnsAboveProgramme,
  scoreOf,
  selfPurchase,
} from "../../workers/modules/fraud/rules.ts";

const count = fc.integer({ min: 0, max: 5_000 });
const setting = fc.record({
  threshold: fc.integer({ min: 1, max: 100 }),
  minimum: fc.integer({ min: 1, max: 500 }),
  windowHours: fc.integer({ min: 1, max: 720 }),
});

describe("a rule about one order", () => {
  it("finds the influencer's own phone or e-mail, and nothing where neither is", () => {
    expect(selfPurchase({ ownPhone: false, ownEmail: false })).toBeNull();
    expect(selfPurchase({ ownPhone: true, ownEmail: false })).toEqual({ same: "phone" });
    expect(selfPurchase({ ownPhone: false, ownEmail: true })).toEqual({ same: "email" });
    expect(selfPurchase({ ownPhone: true, ownEmail: true })).toEqual({ same: "phone_and_email" });
  });

  it("finds a phone from as many codes as the threshold says, never fewer", () => {
    fc.assert(
      fc.property(count, setting, (codes, numbers) => {
        const hits = codes >= numbers.threshold && codes >= numbers.minimum;
        expect(phoneWithManyCodes({ codes }, numbers) !== null).toBe(hits);
      }),
    );
  });

  it("finds an order within the threshold's seconds of its click; before the click is a wrong clock", () => {
    fc.assert(
      fc.property(fc.integer({ min: -400_000, max: 400_000 }), setting, (ageMs, numbers) => {
        const found = orderTooFast({ clickedAt: 1_000_000, orderedAt: 1_000_000 + ageMs }, numbers);
        expect(found !== null).toBe(ageMs >= 0 && ageMs < numbers.threshold * 1000);
      }),
    );
    expect(orderTooFast({ clickedAt: null, orderedAt: 5 }, { threshold: 3, minimum: 1, windowHours: 0 })).toBeNull();
  });

  it("finds an order that two links claim, not one that has its only link", () => {
    const numbers = { threshold: 2, minimum: 1, windowHours: 0 };
    expect(contestedTouch({ touches: 1 }, numbers)).toBeNull();
    expect(contestedTouch({ touches: 2 }, numbers)).toEqual({ touches: 2 });
  });
});

describe("a rule about a link's pace", () => {
  const lively = { usualHour: 10, livelyHours: 100 };

  it("compares the busiest hour with the link's own, and never judges a link below the minimum or without a past", () => {
    fc.assert(
      fc.property(
        count,
        fc.integer({ min: 0, max: 300 }),
        fc.nat(60),
        setting,
        (busiestHour, usualHour, hours, numbers) => {
          const found = clickBurst({ busiestHour, usualHour, livelyHours: hours }, numbers);
          const hits =
            hours >= 24 && busiestHour >= numbers.minimum && busiestHour >= numbers.threshold * Math.max(1, usualHour);
          expect(found !== null).toBe(hits);
        },
      ),
    );
    const numbers = { threshold: 20, minimum: 500, windowHours: 24 };
    expect(clickBurst({ busiestHour: 499, ...lively }, numbers)).toBeNull();
    expect(clickBurst({ busiestHour: 500, ...lively }, numbers)).toEqual({ clicks: 500, usual: 10 });
  });

  it("takes orders that grow along with clicks for success, and orders that grow alone for a burst", () => {
    const numbers = { threshold: 5, minimum: 20, windowHours: 24 };
    const pace = { orders: 60, usualOrders: 2, usualClicks: 100, historyDays: 29 };
    expect(orderBurst({ ...pace, clicks: 3_000 }, numbers)).toBeNull();
    expect(orderBurst({ ...pace, clicks: 110 }, numbers)).toMatchObject({ orders: 60, usual: 2, clicks: 110 });
    expect(orderBurst({ ...pace, clicks: 110, historyDays: 3 }, numbers)).toBeNull();
    expect(orderBurst({ ...pace, clicks: 110, orders: 19 }, numbers)).toBeNull();
  });

  it("never calls orders a burst that are fewer than the minimum, or less than the threshold times the usual", () => {
    const pace = fc.record({
      orders: count,
      usualOrders: fc.integer({ min: 0, max: 100 }),
      clicks: count,
      usualClicks: count,
      historyDays: fc.nat(30),
    });
    fc.assert(
      fc.property(pace, setting, (link, numbers) => {
        if (orderBurst(link, numbers) === null) return;
        expect(link.orders).toBeGreaterThanOrEqual(numbers.minimum);
        expect(link.orders).toBeGreaterThanOrEqual(numbers.threshold * link.usualOrders);
        expect(link.historyDays).toBeGreaterThanOrEqual(7);
      }),
    );
  });

  it("takes a code that has always sold without clicks for what it is, and one that begins to for a leak", () => {
    const numbers = { threshold: 200, minimum: 20, windowHours: 168 };
    const now = { orders: 40, clicks: 10 };
    expect(couponLeaked({ ...now, earlierOrders: 80, earlierClicks: 20 }, numbers)).toBeNull();
    expect(couponLeaked({ ...now, earlierOrders: 4, earlierClicks: 400 }, numbers)).toEqual({
      orders: 40,
      clicks: 10,
      usualPer100Clicks: 1,
    });
    expect(couponLeaked({ orders: 19, clicks: 0, earlierOrders: 0, earlierClicks: 0 }, numbers)).toBeNull();
    expect(couponLeaked({ orders: 40, clicks: 1_000, earlierOrders: 0, earlierClicks: 0 }, numbers)).toBeNull();
  });

  it("finds a share of clicks out of hosting companies' networks, from enough clicks on", () => {
    fc.assert(
      fc.property(count, fc.nat(100), setting, (clicks, percent, numbers) => {
        const hosting = Math.floor((clicks * percent) / 100);
        const share = Math.round((hosting / Math.max(clicks, 1)) * 100);
        const found = dataCentreClicks({ clicks, hosting }, numbers);
        expect(found !== null).toBe(clicks >= numbers.minimum && share >= numbers.threshold);
      }),
    );
  });
});

describe("a rule about an influencer", () => {
  const numbers = { threshold: 30, minimum: 20, windowHours: 2160 };

  it("compares returns with the programme's others, and says nothing where there are too few to compare with", () => {
    const many = { ended: 40, returned: 26 };
    expect(returnsAboveProgramme({ ...many, peers: [20, 25, 30] }, numbers)).toEqual({
      ...many,
      percent: 65,
      usualPercent: 25,
    });
    expect(returnsAboveProgramme({ ...many, peers: [20, 25] }, numbers)).toBeNull();
    expect(returnsAboveProgramme({ ...many, peers: [40, 45, 50] }, numbers)).toBeNull();
    expect(returnsAboveProgramme({ ended: 19, returned: 19, peers: [1, 2, 3] }, numbers)).toBeNull();
  });

  it("finds numbers that reach nobody in a large share of enough orders", () => {
    fc.assert(
      fc.property(count, fc.nat(100), setting, (withPhone, percent, some) => {
        const unusable = Math.floor((withPhone * percent) / 100);
        const share = Math.round((unusable / Math.max(withPhone, 1)) * 100);
        expect(fakePhones({ withPhone, unusable }, some) !== null).toBe(
          withPhone >= some.minimum && share >= some.threshold,
        );
      }),
    );
  });

  it("lets a present from abroad be paid from abroad", () => {
    expect(isUnusablePhone("prepaid", "other")).toBe(false);
    expect(isUnusablePhone("cod", "other")).toBe(true);
    expect(isUnusablePhone("prepaid", "invented")).toBe(true);
    expect(isUnusablePhone("cod", "mobile")).toBe(false);
  });

  it("finds two accounts of one person by what they share, and no others", () => {
    expect(duplicateAccount({ same: [] })).toBeNull();
    expect(duplicateAccount({ same: ["phone", "mailbox"] })).toEqual({ same: "mailbox+phone" });
  });
});

describe("a customer's number", () => {
  it.each([
    ["0661 87 42 95", "mobile"],
    ["+212 (0) 770-31-88-42", "mobile"],
    ["٠٦٦١٨٧٤٢٩٥", "mobile"],
    ["0522 27 41 90", "other"],
    ["+33 6 81 47 29 53", "other"],
    ["0600000000", "invented"],
    ["0666666666", "invented"],
    ["0612345678", "invented"],
    ["0698765432", "invented"],
    ["12", "invented"],
    ["06 11 11 11 22", "invented"],
  ])("%s is %s", (text, quality) => expect(phoneQualityOf(text)).toBe(quality));
});

describe("a case", () => {
  const hits = fc.array(fc.record({ rule: fc.constantFrom(...FRAUD_RULES), score: fc.integer({ min: 0, max: 100 }) }), {
    maxLength: 8,
  });

  it("opens when the scores of its rules reach the limit together, each rule counted once, and never above 100", () => {
    fc.assert(
      fc.property(hits, (some) => {
        expect(scoreOf(some)).toBeLessThanOrEqual(100);
        expect(scoreOf([...some, ...some])).toBe(scoreOf(some));
        if (opensCase(some)) expect(scoreOf(some)).toBeGreaterThanOrEqual(CASE_SCORE);
      }),
    );
  });

  it("never opens on the networks of clicks alone, whatever their score", () => {
    expect(opensCase([{ rule: "data_centre_clicks", score: 100 }])).toBe(false);
    expect(
      opensCase([
        { rule: "data_centre_clicks", score: 20 },
        { rule: "click_burst", score: 30 },
      ]),
    ).toBe(true);
  });

  it("knows the middle of what others do", () => {
    expect([medianOf([]), medianOf([4]), medianOf([3, 1, 2]), medianOf([4, 1, 3, 2])]).toEqual([null, 4, 2, 2.5]);
  });
});
