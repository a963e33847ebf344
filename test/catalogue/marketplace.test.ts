import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { CITIES } from "../../schemas/cities.ts";
import type { MerchantCard, Product, ProductPage } from "../../schemas/products.ts";
import { call, type TestUser } from "../support/world.ts";
import {
  addMerchant,
  BABOUCHES,
  DJELLABAS,
  FASHION,
  foundBy,
  list,
  type Offer,
  SPICES,
  search,
} from "./market-world.ts";

const SORTS = ["newest", "rate", "price", "epc"] as const;

describe("filters", () => {
  let merchant: TestUser;
  let ids: string[] = [];
  const by = async (parameters: Readonly<Record<string, string | number>>) => {
    const found = await foundBy({ merchantId: merchant.id, ...parameters });
    return found.map((id) => ids.indexOf(id)).sort();
  };
  beforeAll(async () => {
    merchant = await addMerchant();
    ids = await list(merchant, [
      { fr: "a", priceMinor: 10_000, rateBps: 1_000, cities: ["Rabat", "Fès"] },
      { fr: "b", priceMinor: 20_000, flatMinor: 5_000, categoryId: BABOUCHES },
      { fr: "c", priceMinor: 30_000, rateBps: 500, categoryId: SPICES, cities: ["Fès"] },
      { fr: "d", priceMinor: 40_000, rateBps: 3_000, kind: "service", categoryId: FASHION },
      { fr: "e", state: "paused" },
      { fr: "f", state: "archived" },
    ]);
  });

  it("show active products only", async () => expect(await by({})).toEqual([0, 1, 2, 3]));

  it("take a category with its children", async () => {
    expect(await by({ category: FASHION })).toEqual([0, 1, 3]);
    expect(await by({ category: BABOUCHES })).toEqual([1]);
    expect(await by({ category: "cat_unknown" })).toEqual([]);
  });

  it("compare a fixed amount by its share of the price", async () => {
    expect(await by({ minRateBps: 2_500 })).toEqual([1, 3]);
    expect(await by({ minRateBps: 2_501 })).toEqual([3]);
  });

  it("take kind and the highest price", async () => {
    expect(await by({ kind: "service" })).toEqual([3]);
    expect(await by({ maxPriceMinor: 20_000 })).toEqual([0, 1]);
  });

  it("take a city by any of its names, with products that are delivered everywhere", async () => {
    for (const city of ["Rabat", "rabat", "الرباط"]) expect(await by({ city })).toEqual([0, 1, 3]);
    expect(await by({ city: "Fez" })).toEqual([0, 1, 2, 3]);
  });

  it("are refused when they make no sense", async () => {
    for (const query of ["kind=thing", "city=Atlantis", "minRateBps=-1", "maxPriceMinor=x", "sort=best", "limit=101"])
      expect([query, (await call("GET", `/api/products?${query}`)).status]).toEqual([query, 422]);
    for (const cursor of ["price.1.1", "newest.x.1", "newest.1", "'", "newest.1.99999999999999999999"])
      expect([cursor, (await call("GET", `/api/products?sort=newest&cursor=${cursor}`)).status]).toEqual([cursor, 422]);
  });

  it("are counted beside, each without itself", async () => {
    const { facets, total } = await search({
      merchantId: merchant.id,
      category: FASHION,
      city: "Fès",
      kind: "product",
    });
    expect(total).toBe(2);
    expect(new Map(facets.categories.map(({ id, count }) => [id, count]))).toEqual(
      new Map([
        [FASHION, 2],
        [DJELLABAS, 1],
        [BABOUCHES, 1],
        ["cat_01kay000000000000000000019", 1],
        [SPICES, 1],
      ]),
    );
    expect(facets.kinds).toEqual([
      { kind: "product", count: 2 },
      { kind: "service", count: 1 },
    ]);
    expect(facets.cities).toEqual([
      { city: "Fès", count: 2 },
      { city: "Rabat", count: 2 },
    ]);
  });
});

describe("sorting", () => {
  it("puts the newest, the best rate, the lowest price and the best earnings first", async () => {
    const merchant = await addMerchant();
    const ids = await list(merchant, [
      { priceMinor: 30_000, rateBps: 1_000 },
      { priceMinor: 10_000, flatMinor: 2_000 },
      { priceMinor: 20_000, rateBps: 3_000 },
    ]);
    await setEpc(ids[0], 500);
    await setEpc(ids[2], 90);
    const order = async (sort: string) =>
      (await foundBy({ merchantId: merchant.id, sort })).map((id) => ids.indexOf(id));
    expect(await order("newest")).toEqual([2, 1, 0]);
    expect(await order("rate")).toEqual([2, 1, 0]);
    expect(await order("price")).toEqual([1, 2, 0]);
    expect(await order("epc")).toEqual([0, 2, 1]);
    expect(await order("relevance")).toEqual([2, 1, 0]);
  });
});

describe("walking the pages", () => {
  const offer: fc.Arbitrary<Offer> = fc.record({
    fr: fc.constantFrom("Zerbia rouge", "Zerbia bleue", "Zerbia"),
    about: fc.constantFrom("", "laine zerbia", "laine"),
    priceMinor: fc.constantFrom(1_000, 2_000, 3_000),
    rateBps: fc.constantFrom(0, 500, 1_000),
    cities: fc.subarray(CITIES.slice(0, 3).map(({ key }) => key)),
    categoryId: fc.constantFrom(DJELLABAS, BABOUCHES, SPICES),
  });

  it("gives each product exactly once under every sort, whatever the page's size", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(offer, { minLength: 1, maxLength: 25 }),
        fc.integer({ min: 1, max: 9 }),
        async (offers, limit) => {
          const merchant = await addMerchant();
          const ids = await list(merchant, offers);
          for (const [index, id] of ids.entries()) if (index % 2 === 0) await setEpc(id, index % 3);
          for (const sort of SORTS)
            expect((await walk({ merchantId: merchant.id, sort, limit })).sort()).toEqual(ids.toSorted());
          expect((await walk({ merchantId: merchant.id, q: "zerbia", limit })).sort()).toEqual(ids.toSorted());
          const fashion = ids.filter((_, index) => offers[index]?.categoryId !== SPICES);
          const page = await search({ merchantId: merchant.id, category: FASHION, limit });
          expect(page.total).toBe(fashion.length);
          expect(page.facets.categories.find(({ id }) => id === FASHION)?.count ?? 0).toBe(fashion.length);
        },
      ),
      { numRuns: 12 },
    );
  });

  it("skips and repeats nothing while products come, end and change in the middle", async () => {
    for (const query of [{ sort: "newest" }, { sort: "price" }, { q: "tadelakt" }]) {
      const merchant = await addMerchant();
      const ids = await list(
        merchant,
        Array.from({ length: 9 }, (_, index) => ({ fr: "Vase tadelakt", priceMinor: 1_000 + (index % 3) })),
      );
      let turn = 0;
      const found = await walk({ merchantId: merchant.id, limit: 3, ...query }, async () => {
        if (turn++ > 0) return;
        await list(merchant, [{ fr: "Vase tadelakt tadelakt neuf", priceMinor: 1_001 }]);
        await env.CORE_DB.prepare(
          "UPDATE products SET description_fr = 'tadelakt', updated_at = updated_at + 1 WHERE id = ?",
        )
          .bind(ids[4])
          .run();
      });
      expect(new Set(found).size).toBe(found.length);
      expect(found).toEqual(expect.arrayContaining(ids));
    }
  });
});

describe("what changes", () => {
  it("is seen at once by the next who asks, in the list, the count and the product's page", async () => {
    const merchant = await addMerchant();
    const [id = ""] = await list(merchant, [{ fr: "Plateau berbère" }]);
    const read = async () => (await call<ProductPage>("GET", `/api/products?merchantId=${merchant.id}`)).body;
    expect(await read()).toMatchObject({ total: 1, data: [{ id, title: { fr: "Plateau berbère" } }] });
    const change = (json: unknown) => call("PATCH", `/api/products/${id}`, { key: merchant.apiKey, json });
    expect((await change({ title: { fr: "Plateau gravé" } })).status).toBe(200);
    expect(await read()).toMatchObject({ total: 1, data: [{ title: { fr: "Plateau gravé" } }] });
    expect(await foundBy({ q: "gravé", merchantId: merchant.id })).toEqual([id]);
    expect(await foundBy({ q: "berbère", merchantId: merchant.id })).toEqual([]);
    expect((await change({ state: "paused" })).status).toBe(200);
    expect(await read()).toMatchObject({ total: 0, data: [], facets: { categories: [], kinds: [], cities: [] } });
  });
});

describe("a merchant's card", () => {
  it("tells of an active merchant by id and by handle, with the delivery rate of all products", async () => {
    const merchant = await addMerchant("Dar Zellij");
    const handle = `dar.${merchant.id.slice(-8)}`;
    await env.CORE_DB.prepare("UPDATE users SET handle = ? WHERE id = ?").bind(handle, merchant.id).run();
    const ids = await list(merchant, [{}, {}, { state: "paused" }]);
    for (const [index, id] of ids.entries()) await setStats(id, { delivered: index, ended: 2 });
    for (const name of [merchant.id, handle, handle.toUpperCase()]) {
      const { status, body } = await call<MerchantCard>("GET", `/api/products/merchants/${name}`);
      expect([status, body]).toEqual([
        200,
        {
          id: merchant.id,
          displayName: "Dar Zellij",
          handle,
          hosts: [],
          products: 2,
          deliveryRateBps: 5_000,
          memberSince: expect.stringMatching(/Z$/),
        },
      ]);
    }
  });

  it("is not there for a stranger, an influencer or a suspended merchant", async () => {
    const merchant = await addMerchant();
    await env.CORE_DB.prepare("UPDATE users SET state = 'suspended', suspended_at = 1 WHERE id = ?")
      .bind(merchant.id)
      .run();
    for (const id of ["usr_none", merchant.id, "%F0%9F%91%8D"])
      expect((await call("GET", `/api/products/merchants/${id}`)).body).toMatchObject({ code: "user.not_found" });
  });
});

describe("products like one", () => {
  it("are at most six active ones of its category, also of a product that has ended", async () => {
    const merchant = await addMerchant();
    const category = "cat_01kay000000000000000000039";
    const ids = await list(merchant, [
      ...Array.from({ length: 8 }, () => ({ categoryId: category })),
      { categoryId: category, state: "archived" as const },
    ]);
    const similar = async (id = "") =>
      (await call<{ data: Product[] }>("GET", `/api/products/${id}/similar`)).body.data.map((one) => one.id);
    expect(await similar(ids[7])).toEqual(ids.slice(1, 7).reverse());
    expect(await similar(ids[8])).toEqual(ids.slice(2, 8).reverse());
    expect((await call("GET", "/api/products/prd_none/similar")).body).toMatchObject({ code: "product.not_found" });
  });
});

async function walk(
  query: Readonly<Record<string, string | number>>,
  between: () => Promise<void> = async () => {},
): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page: ProductPage = await search({
      ...query,
      ...(cursor === null ? {} : { cursor }),
      maxPriceMinor: 9_999_999,
    });
    found.push(...page.data.map(({ id }) => id));
    cursor = page.nextCursor;
    await between();
  } while (cursor !== null && found.length < 200);
  return found;
}

const setEpc = (id: string | undefined, epcMinor: number) =>
  env.CORE_DB.prepare("UPDATE product_listings SET epc_minor = ? WHERE product_id = ?").bind(epcMinor, id).run();

const setStats = (id: string, { delivered, ended }: { delivered: number; ended: number }) =>
  env.CORE_DB.prepare("INSERT INTO product_stats VALUES (?1, 0, ?2, ?3, ?2, 0, NULL, NULL, 1)")
    .bind(id, ended, delivered)
    .run();
