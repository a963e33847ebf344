import { describe, expect, it } from "vitest";
import type { AnalyticsNumbers, Funnel, Overview } from "../../schemas/analytics.ts";
import type { Problem } from "../../schemas/problem.ts";
import { casablancaDay, DAY_MS, dayText } from "../../workers/core/calendar.ts";
import { getFunnel, getOverview } from "../../workers/modules/analytics/numbers/get-overview.ts";
import { addProgramme, addUser, call } from "../support/world.ts";
import { asUser, click, placeAt, record, sell } from "./analytics-world.ts";

const NOW = Date.now();
const dayAgo = (days: number) => dayText(casablancaDay(NOW) - days);
const NOTHING: AnalyticsNumbers = {
  clicks: 0,
  bots: 0,
  visitors: 0,
  scans: 0,
  orders: 0,
  confirmed: 0,
  shipped: 0,
  delivered: 0,
  collected: 0,
  returned: 0,
  cancelled: 0,
  orderedMinor: 0,
  collectedMinor: 0,
  forecastMinor: 0,
  earnedMinor: 0,
  conversionRateBps: null,
  deliveryRateBps: null,
  returnRateBps: null,
  epcMinor: null,
};
const DELIVERED = ["confirmed", "shipped", "delivered"];

describe("the overview", () => {
  it("counts a period's clicks and orders, bots apart, and what has become of the orders since", async () => {
    const programme = await addProgramme({ rateBps: 1_000 });
    const { linkNumber, merchant, influencer } = programme;
    await record([
      ...Array.from({ length: 8 }, () => click(linkNumber, NOW)),
      click(linkNumber, NOW, { source: "qr" }),
      click(linkNumber, NOW, { class: "bot" }),
      click(linkNumber, NOW, { class: "preview" }),
      click(linkNumber, NOW, { class: "prefetch" }),
    ]);
    await sell(programme, [...DELIVERED, "collected"]);
    await sell(programme, DELIVERED);
    await sell(programme, ["confirmed", "shipped", "refused"]);
    await sell(programme, ["cancelled"]);
    await sell(programme, ["collected"], { payment: "prepaid", amountMinor: 10_000 });
    await sell(programme);
    const expected: AnalyticsNumbers = {
      clicks: 9,
      bots: 3,
      visitors: 9,
      scans: 1,
      orders: 6,
      confirmed: 3,
      shipped: 3,
      delivered: 2,
      collected: 2,
      returned: 1,
      cancelled: 1,
      orderedMinor: 235_000,
      collectedMinor: 55_000,
      forecastMinor: 9_000,
      earnedMinor: 5_500,
      conversionRateBps: 6_666,
      deliveryRateBps: 6_666,
      returnRateBps: 3_333,
      epcMinor: 611,
    };
    for (const { apiKey } of [merchant, influencer]) {
      const { status, body } = await call<Overview>("GET", "/api/analytics/overview", { key: apiKey });
      expect([status, body.numbers]).toEqual([200, expected]);
      expect(body.previous).toEqual(NOTHING);
      expect([body.from, body.to]).toEqual([dayAgo(29), dayAgo(0)]);
    }
    const { body } = await call<Funnel>("GET", "/api/analytics/funnel", { key: influencer.apiKey });
    expect(body.steps.map(({ step, count, rateBps }) => [step, count, rateBps])).toEqual([
      ["clicks", 9, null],
      ["orders", 6, 6_666],
      ["confirmed", 3, 5_000],
      ["shipped", 3, 10_000],
      ["delivered", 2, 6_666],
      ["collected", 1, 5_000],
    ]);
    expect(body.ended).toEqual({ cancelled: 1, refused: 1, returned: 0, lost: 0 });
  });

  it("compares with as many days right before, each click and order in one of the two at most", async () => {
    const programme = await addProgramme();
    const { linkNumber, merchant } = programme;
    const ago = [0, 6, 7, 13, 14];
    await record(ago.map((days) => click(linkNumber, NOW - days * DAY_MS)));
    for (const days of ago) await placeAt(await sell(programme), NOW - days * DAY_MS);
    const { body } = await call<Overview>("GET", `/api/analytics/overview?from=${dayAgo(6)}&to=${dayAgo(0)}`, {
      key: merchant.apiKey,
    });
    expect([body.numbers.clicks, body.numbers.orders]).toEqual([2, 2]);
    expect([body.previous.clicks, body.previous.orders]).toEqual([2, 2]);
  });

  it("counts what has no end 45 days after the order as not delivered, delivered without its cash too", async () => {
    const programme = await addProgramme();
    const [open, atTheDoor, paid] = [
      await sell(programme, ["shipped"]),
      await sell(programme, DELIVERED),
      await sell(programme, [...DELIVERED, "collected"]),
    ];
    const query = { from: dayAgo(80), to: dayAgo(0) };
    const rate = async () => {
      const { numbers } = await getOverview(asUser("merchant", programme.merchant), query);
      return [numbers.deliveryRateBps, numbers.returnRateBps];
    };
    expect(await rate()).toEqual([10_000, 0]);
    for (const id of [open, atTheDoor, paid]) await placeAt(id, NOW - 45 * DAY_MS);
    expect(await rate()).toEqual([10_000, 0]);
    for (const id of [open, atTheDoor, paid]) await placeAt(id, NOW - 46 * DAY_MS);
    expect(await rate()).toEqual([3_333, 0]);
  });

  it("leaves out orders that no link brought", async () => {
    const programme = await addProgramme();
    await sell(programme, DELIVERED, { clickToken: undefined });
    const { numbers } = await getOverview(asUser("merchant", programme.merchant), {});
    expect(numbers).toEqual(NOTHING);
  });

  it("is the same for each filter that leaves everything, and empty for another's product, influencer or merchant", async () => {
    const programme = await addProgramme();
    const other = await addProgramme();
    const { linkNumber, merchant, influencer, productId, linkId } = programme;
    await record([click(linkNumber, NOW), click(other.linkNumber, NOW)]);
    await sell(programme, DELIVERED);
    await sell(other, DELIVERED);
    const ctx = asUser("merchant", merchant);
    const all = await getOverview(ctx, {});
    expect(all.numbers.clicks).toBe(1);
    for (const filter of [{ linkId }, { productId }, { influencerId: influencer.id }, { merchantId: merchant.id }]) {
      expect(await getOverview(ctx, filter)).toEqual(all);
      expect(await getFunnel(ctx, filter)).toEqual(await getFunnel(ctx, {}));
    }
    const theirs = [
      { productId: other.productId },
      { influencerId: other.influencer.id },
      { merchantId: other.merchant.id },
    ];
    for (const filter of theirs) expect((await getOverview(ctx, filter)).numbers).toEqual(NOTHING);
    const own = asUser("influencer", influencer);
    expect((await getOverview(own, { merchantId: merchant.id })).numbers.orders).toBe(1);
    expect((await getOverview(own, { merchantId: other.merchant.id })).numbers).toEqual(NOTHING);
  });

  it("shows nobody another's link, and staff nothing", async () => {
    const [mine, theirs] = [await addProgramme(), await addProgramme()];
    await record([click(theirs.linkNumber, NOW)]);
    for (const path of ["overview", "timeseries", "funnel", "export", "breakdown?by=city&x=1"]) {
      const mark = path.includes("?") ? "&" : "?";
      const address = `/api/analytics/${path}${mark}linkId=${theirs.linkId}`;
      for (const { apiKey } of [mine.merchant, mine.influencer]) {
        const { status, body } = await call<Problem>("GET", address, { key: apiKey });
        expect([path, status, body.code]).toEqual([path, 404, "link.not_found"]);
      }
    }
    const { numbers } = await getOverview(asUser("merchant", mine.merchant), {});
    expect(numbers).toEqual(NOTHING);
    const admin = await addUser("admin");
    expect((await call("GET", "/api/analytics/overview", { key: admin.apiKey })).status).toBe(403);
  });

  it.each([
    ["from=2026-11-25&to=2026-11-24", "La fin doit suivre le début"],
    ["from=2025-01-01&to=2026-11-25", "La période a 400 jours au plus"],
    ["from=0001-01-01", "La période a 400 jours au plus"],
  ])("refuses the period %s in words", async (query, message) => {
    const { merchant } = await addProgramme();
    const { status, body } = await call<Problem>("GET", `/api/analytics/overview?${query}`, {
      key: merchant.apiKey,
      headers: { "Accept-Language": "fr" },
    });
    expect([status, body.code, body.errors]).toEqual([422, "request.invalid", [{ path: "to", message }]]);
  });

  it.each(["from=2026-02-30", "from=yesterday", "to=2026-1-1", "from=9999999-01-01", "linkId=", "from="])(
    "answers %s with a problem or numbers, never with a failure",
    async (query) => {
      const { merchant } = await addProgramme();
      const { status } = await call("GET", `/api/analytics/overview?${query}`, { key: merchant.apiKey });
      expect([200, 404, 422]).toContain(status);
    },
  );
});
