import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { BreakdownAnswer } from "../../schemas/analytics.ts";
import { BREAKDOWNS } from "../../schemas/analytics.ts";
import { getBreakdown } from "../../workers/modules/analytics/breakdowns/get-breakdown.ts";
import { addProgramme, addUser, call, type Programme } from "../support/world.ts";
import { asUser, click, record, sell } from "./analytics-world.ts";

const NOW = Date.now();
const rowsBy = async (key: string, by: string, more = "") => {
  const path = `/api/analytics/breakdown?by=${by}${more}`;
  const { body } = await call<BreakdownAnswer>("GET", path, { key, headers: { "Accept-Language": "fr" } });
  return body.rows;
};
const clicksOf = (rows: BreakdownAnswer["rows"]) => rows.map(({ key, numbers }) => [key, numbers.clicks, numbers.bots]);
const ordersOf = (rows: BreakdownAnswer["rows"]) =>
  rows.map(({ key, numbers }) => [
    key,
    numbers.orders,
    numbers.delivered,
    numbers.deliveryRateBps,
    numbers.returnRateBps,
  ]);

async function joinedBy(of: Programme): Promise<Programme> {
  const influencer = await addUser("influencer");
  const linkId = `${of.linkId}j`;
  const link = await env.CORE_DB.prepare(
    `INSERT INTO affiliate_links (id, slug, request_id, product_id, influencer_id, merchant_id, target_url, created_at, updated_at)
      SELECT ?2, slug || '-j', request_id, product_id, ?3, merchant_id, target_url, created_at, updated_at
      FROM affiliate_links WHERE number = ?1 RETURNING number`,
  )
    .bind(of.linkNumber, linkId, influencer.id)
    .first<number>("number");
  return { ...of, influencer, linkId, slug: `${of.slug}-j`, linkNumber: link ?? 0 };
}

describe("the breakdown", () => {
  it("by link, product, influencer and merchant adds up clicks and orders, largest first, and names them", async () => {
    const first = await addProgramme();
    const second = await joinedBy(first);
    await record([click(first.linkNumber, NOW), click(second.linkNumber, NOW), click(second.linkNumber, NOW)]);
    await sell(first, ["delivered", "collected"]);
    const { merchant, productId } = first;
    const byLink = await rowsBy(merchant.apiKey, "link");
    expect(clicksOf(byLink)).toEqual([
      [second.linkId, 2, 0],
      [first.linkId, 1, 0],
    ]);
    expect(byLink.map(({ label, numbers }) => [label, numbers.orders])).toEqual([
      [second.slug, 0],
      [first.slug, 1],
    ]);
    expect(clicksOf(await rowsBy(merchant.apiKey, "influencer"))).toEqual([
      [second.influencer.id, 2, 0],
      [first.influencer.id, 1, 0],
    ]);
    const [product] = await rowsBy(merchant.apiKey, "product");
    expect([product?.key, product?.label, product?.numbers.clicks, product?.numbers.earnedMinor]).toEqual([
      productId,
      "Djellaba",
      3,
      6_750,
    ]);
    const [own] = await rowsBy(second.influencer.apiKey, "merchant");
    expect([own?.key, own?.label, own?.numbers.clicks, own?.numbers.orders]).toEqual([
      merchant.id,
      "Test merchant",
      2,
      0,
    ]);
    expect(await rowsBy(merchant.apiKey, "link", "&limit=1")).toHaveLength(1);
  });

  it("by place, device, app, referrer and parameter knows the clicks of each, bots apart, and what is not known", async () => {
    const { linkNumber, merchant, influencer, linkId } = await addProgramme();
    await record([
      click(linkNumber, NOW, { city: "Marrakesh", params: '{"utm_source":"ig","sub1":"bio"}' }),
      click(linkNumber, NOW, { city: "Marrakech", country: "FR", params: '{"utm_source":"ig"}' }),
      click(linkNumber, NOW, { city: null, device: "ios", source: null, referrer: null }),
      click(linkNumber, NOW, { city: null, class: "bot", device: null, country: null }),
    ]);
    for (const { apiKey } of [merchant, influencer])
      for (const filter of ["", `&linkId=${linkId}`]) {
        expect(clicksOf(await rowsBy(apiKey, "country", filter))).toEqual([
          ["MA", 2, 0],
          ["FR", 1, 0],
          [null, 0, 1],
        ]);
        expect(clicksOf(await rowsBy(apiKey, "city", filter))).toEqual([
          ["Marrakech", 2, 0],
          [null, 1, 1],
        ]);
        expect(clicksOf(await rowsBy(apiKey, "device", filter))).toEqual([
          ["android", 2, 0],
          ["ios", 1, 0],
          [null, 0, 1],
        ]);
        expect(clicksOf(await rowsBy(apiKey, "source", filter))).toEqual([
          ["instagram", 2, 1],
          [null, 1, 0],
        ]);
        expect(clicksOf(await rowsBy(apiKey, "referrer", filter))).toEqual([
          ["l.instagram.com", 2, 1],
          [null, 1, 0],
        ]);
        expect(clicksOf(await rowsBy(apiKey, "utm", filter))).toEqual([
          ["utm_source=ig", 2, 0],
          ["sub1=bio", 1, 0],
        ]);
      }
  });

  it("by city and courier knows how many parcels arrive there and how many come back", async () => {
    const programme = await addProgramme();
    const delivered = ["confirmed", "shipped", "delivered", "collected"];
    const refused = ["confirmed", "shipped", "refused"];
    const to = (city: string | undefined, courier: string | undefined) => ({
      ...(city ? { customer: { city } } : {}),
      ...(courier ? { courier } : {}),
    });
    const amana = [
      await sell(programme, delivered, to("Fès", undefined)),
      await sell(programme, refused, to("Fès", undefined)),
    ];
    const none = await sell(programme, delivered, to(undefined, undefined));
    await sell(programme, ["cancelled"], to("Rabat", undefined));
    const set = (id: string, courier: string) =>
      env.CORE_DB.prepare("UPDATE conversions SET courier = ?2 WHERE id = ?1").bind(id, courier).run();
    for (const id of amana) await set(id, "Amana");
    await set(none, "Sendit");
    const { merchant } = programme;
    expect(ordersOf(await rowsBy(merchant.apiKey, "city"))).toEqual([
      ["Fès", 2, 1, 5_000, 5_000],
      ["Rabat", 1, 0, null, null],
      [null, 1, 1, 10_000, 0],
    ]);
    expect(ordersOf(await rowsBy(merchant.apiKey, "courier"))).toEqual([
      ["Amana", 2, 1, 5_000, 5_000],
      ["Sendit", 1, 1, 10_000, 0],
      [null, 1, 0, null, null],
    ]);
  });

  it("names cities in the caller's language", async () => {
    const { linkNumber, merchant } = await addProgramme();
    await record([click(linkNumber, NOW, { city: "Fez" })]);
    const ctx = { ...asUser("merchant", merchant), locale: "ar" as const };
    const { rows } = await getBreakdown(ctx, { by: "city", limit: 20 });
    expect(rows.map(({ key, label }) => [key, label])).toEqual([["Fès", "فاس"]]);
  });

  it("has no rows of others, whatever it is asked by", async () => {
    const [mine, theirs] = [await addProgramme(), await addProgramme()];
    await record([click(theirs.linkNumber, NOW, { params: '{"sub1":"x"}' })]);
    await sell(theirs, ["delivered"], { customer: { city: "Fès" } });
    for (const by of BREAKDOWNS)
      for (const filter of ["", `&productId=${theirs.productId}`, `&merchantId=${theirs.merchant.id}`])
        expect([by, await rowsBy(mine.merchant.apiKey, by, filter)]).toEqual([by, []]);
  });
});
