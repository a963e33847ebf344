import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { OwnStorefront, Storefront } from "../../schemas/storefronts.ts";
import { someone, visitorOf } from "../support/signed-in.ts";
import type { Visitor } from "../support/visitor.ts";
import { addProgramme, call, type Programme } from "../support/world.ts";

const OWN = "/api/users/me/storefront";
const read = (visitor: Visitor) => visitor.call<OwnStorefront>("GET", OWN);
const change = (visitor: Visitor, json: unknown) => visitor.call<OwnStorefront>("PATCH", OWN, { json });
const seen = (handle: string) => call<Storefront>("GET", `/api/users/storefront/${handle}`);
const run = (sql: string, ...values: unknown[]) =>
  env.CORE_DB.prepare(sql)
    .bind(...values)
    .run();

interface Shop extends Programme {
  readonly visitor: Visitor;
  readonly handle: string;
}

/** An influencer with a handle, signed in, and one link that runs. */
async function addShop(): Promise<Shop> {
  const programme = await addProgramme();
  const handle = programme.slug.replace("-", ".");
  await run("UPDATE users SET handle = ?, display_name = 'Sara' WHERE id = ?", handle, programme.influencer.id);
  return { ...programme, handle, visitor: await visitorOf(programme.influencer.id) };
}

/** The same, published with that link. */
async function addOpenShop(): Promise<Shop> {
  const shop = await addShop();
  await change(shop.visitor, { published: true, linkIds: [shop.linkId] });
  return shop;
}

async function addLink(shop: Shop): Promise<string> {
  const { body } = await call<{ id: string }>("POST", "/api/affiliates/links", {
    key: shop.influencer.apiKey,
    json: { productId: shop.productId },
  });
  return body.id;
}

describe("an own storefront", () => {
  it("is empty before the first change, and names the links that may be shown", async () => {
    const shop = await addShop();
    expect((await read(shop.visitor)).body).toMatchObject({
      handle: shop.handle,
      url: `http://localhost:8787/@${shop.handle}`,
      published: false,
      theme: "paper",
      headline: { fr: "", en: null, ar: null },
      linkIds: [],
      choices: [{ linkId: shop.linkId, slug: shop.slug, runs: true, product: { title: { fr: "Djellaba" } } }],
      updatedAt: null,
    });
  });

  it("changes what is sent and keeps the rest, with an audit row and an outbox row each time", async () => {
    const { visitor, influencer } = await addShop();
    await change(visitor, { theme: "mint", headline: { fr: " Mes trouvailles ", ar: "اختياراتي" } });
    const { status, body } = await change(visitor, { headline: { fr: "Nouveautés" } });
    expect([status, body]).toMatchObject([
      200,
      { theme: "mint", headline: { fr: "Nouveautés", en: null, ar: null }, published: false },
    ]);
    for (const table of ["audit_log", "outbox"]) {
      const column = table === "outbox" ? "event" : "action";
      const kept = await env.CORE_DB.prepare(
        `SELECT count(*) AS rows FROM ${table} WHERE subject_id = ? AND ${column} = 'storefront.changed'`,
      )
        .bind(influencer.id)
        .first("rows");
      expect([table, kept]).toEqual([table, 2]);
    }
  });

  it("keeps the order of its links, each once, and answers a repeated change alike", async () => {
    const shop = await addShop();
    const [second, third] = [await addLink(shop), await addLink(shop)];
    const asked = { linkIds: [third, shop.linkId, third, second] };
    const first = await change(shop.visitor, asked);
    expect(first.body.linkIds).toEqual([third, shop.linkId, second]);
    expect((await change(shop.visitor, asked)).body.linkIds).toEqual(first.body.linkIds);
    expect((await change(shop.visitor, { linkIds: [] })).body.linkIds).toEqual([]);
  });

  it("takes only own, living links, and says which are not", async () => {
    const [shop, other] = [await addShop(), await addProgramme()];
    const gone = await addLink(shop);
    await call("DELETE", `/api/affiliates/links/${gone}`, { key: shop.influencer.apiKey, json: {} });
    expect(await change(shop.visitor, { linkIds: [shop.linkId, other.linkId, gone, "lnk_none"] })).toMatchObject({
      status: 422,
      body: {
        code: "request.invalid",
        errors: [{ path: "linkIds.1" }, { path: "linkIds.2" }, { path: "linkIds.3" }],
      },
    });
    expect((await read(shop.visitor)).body.linkIds).toEqual([]);
  });

  it("is published only under a public name", async () => {
    const { influencer } = await addProgramme();
    const visitor = await visitorOf(influencer.id);
    expect(await change(visitor, { published: true })).toMatchObject({
      status: 409,
      body: { code: "storefront.handle_missing" },
    });
    expect((await change(visitor, { theme: "night" })).status).toBe(200);
  });

  it("loses nothing when two changes come at once", async () => {
    const { visitor, linkId } = await addShop();
    const answers = await Promise.all([
      change(visitor, { theme: "saffron" }),
      change(visitor, { linkIds: [linkId] }),
      change(visitor, { published: true }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await read(visitor)).body).toMatchObject({ theme: "saffron", linkIds: [linkId], published: true });
  });

  it("is no merchant's, and refuses what it does not know", async () => {
    const merchant = await someone("merchant");
    expect((await read(merchant.visitor)).status).toBe(403);
    expect((await change(merchant.visitor, { theme: "mint" })).status).toBe(403);
    const { visitor } = await addShop();
    for (const wrong of [
      { theme: "pink" },
      { headline: { fr: "x".repeat(301) } },
      { linkIds: Array.from({ length: 61 }, (_, place) => `lnk_${place}`) },
      { published: "yes" },
    ]) {
      expect((await change(visitor, wrong)).status).toBe(422);
    }
  });
});

describe("a published storefront", () => {
  it("is seen by everybody, in any writing of its name, each item through its tracked link with its code", async () => {
    const shop = await addOpenShop();
    await call("POST", `/api/affiliates/links/${shop.linkId}/coupons`, {
      key: shop.influencer.apiKey,
      json: { code: "sara10" },
    });
    const { status, body } = await seen(shop.handle.toUpperCase());
    expect([status, body]).toMatchObject([
      200,
      {
        handle: shop.handle,
        displayName: "Sara",
        items: [
          {
            linkId: shop.linkId,
            url: `http://localhost:8787/r/${shop.slug}?utm_source=storefront`,
            coupon: "SARA10",
            product: { id: shop.productId, title: { fr: "Djellaba", ar: "جلابة" }, priceMinor: 45_000, inStock: true },
          },
        ],
      },
    ]);
  });

  it("shows no item whose link, product or affiliation is stopped, and shows it again when it runs", async () => {
    const shop = await addOpenShop();
    const items = async () => (await seen(shop.handle)).body.items.length;
    const link = (json: unknown) =>
      call("PATCH", `/api/affiliates/links/${shop.linkId}`, { key: shop.influencer.apiKey, json });
    const product = (state: string) =>
      call("PATCH", `/api/products/${shop.productId}`, { key: shop.merchant.apiKey, json: { state } });
    expect(await items()).toBe(1);
    await link({ state: "paused" });
    expect(await items()).toBe(0);
    await link({ state: "active" });
    expect(await items()).toBe(1);
    await product("paused");
    expect(await items()).toBe(0);
    expect((await read(shop.visitor)).body).toMatchObject({ linkIds: [shop.linkId], choices: [{ runs: false }] });
    await product("active");
    expect(await items()).toBe(1);
    await call("POST", `/api/affiliates/requests/${shop.requestId}/cancel`, { key: shop.influencer.apiKey, json: {} });
    expect(await items()).toBe(0);
  });

  it("shows no item of a link that has not begun or is over", async () => {
    const [later, over] = [await addOpenShop(), await addOpenShop()];
    await run("UPDATE affiliate_links SET starts_at = ? WHERE id = ?", Date.now() + 60_000, later.linkId);
    await run("UPDATE affiliate_links SET ends_at = ? WHERE id = ?", Date.now() - 1_000, over.linkId);
    expect((await seen(later.handle)).body.items).toEqual([]);
    expect((await seen(over.handle)).body.items).toEqual([]);
  });

  it("is not found unpublished, unknown, or when its owner is suspended", async () => {
    const [shop, suspended] = [await addOpenShop(), await addOpenShop()];
    const missing = { status: 404, body: { code: "storefront.not_found" } };
    expect((await seen(shop.handle)).status).toBe(200);
    await change(shop.visitor, { published: false });
    expect(await seen(shop.handle)).toMatchObject(missing);
    await run("UPDATE users SET state = 'suspended', suspended_at = 1 WHERE id = ?", suspended.influencer.id);
    expect(await seen(suspended.handle)).toMatchObject(missing);
    expect(await seen("nobody-of-that-name")).toMatchObject(missing);
    expect(await seen("%00%ff")).toMatchObject({ status: expect.toSatisfy((status) => status >= 400 && status < 500) });
  });
});
