import { env } from "cloudflare:workers";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../schemas/problem.ts";
import type { OwnProductPage, Product } from "../../schemas/products.ts";
import { addUser, call, systemContext, type TestUser } from "../support/world.ts";

const DJELLABAS = "cat_01kay000000000000000000002";
let shops = 0;

interface Shop extends TestUser {
  readonly host: string;
}

async function openShop(productsMax?: number | null): Promise<Shop> {
  const merchant = await addUser("merchant");
  const host = `shop-${shops++}.example`;
  await env.CORE_DB.prepare(
    "INSERT INTO merchant_hosts (id, merchant_id, host, verified_at, verified_by, created_at) VALUES (?, ?, ?, 1, 'dns', 1)",
  )
    .bind(systemContext().newId("hst"), merchant.id, host)
    .run();
  if (productsMax !== undefined) await allow(merchant.id, productsMax);
  return { ...merchant, host };
}

const allow = (merchantId: string, productsMax: number | null) =>
  env.CORE_DB.prepare(
    `INSERT INTO user_quotas (user_id, quota, max_count, updated_at) VALUES (?, 'products', ?, 1)
      ON CONFLICT (user_id, quota) DO UPDATE SET max_count = excluded.max_count`,
  )
    .bind(merchantId, productsMax)
    .run();

const inputOf = ({ host }: Shop, more: Record<string, unknown> = {}) => ({
  title: { fr: "Djellaba brodée", ar: "جلابة مطرزة" },
  priceMinor: 45_000,
  commission: { type: "rate", rateBps: 1500 },
  categoryId: DJELLABAS,
  landingUrl: `https://${host}/djellaba`,
  ...more,
});
const create = <T = Product>(shop: Shop, more: Record<string, unknown> = {}) =>
  call<T>("POST", "/api/products", { key: shop.apiKey, json: inputOf(shop, more) });
const patch = <T = Product>(shop: TestUser, productId: string, json: Record<string, unknown>) =>
  call<T>("PATCH", `/api/products/${productId}`, { key: shop.apiKey, json });
const own = async (shop: TestUser, search = "") =>
  (await call<OwnProductPage>("GET", `/api/products/mine${search}`, { key: shop.apiKey })).body;
const stateInDatabase = (productId: string) =>
  env.CORE_DB.prepare("SELECT state FROM products WHERE id = ?").bind(productId).first<string>("state");
const auditRows = (productId: string) =>
  env.CORE_DB.prepare("SELECT count(*) AS rows FROM audit_log WHERE subject_id = ?").bind(productId).first("rows");

describe("a product", () => {
  it("is listed with what it pays per sale, and read by anyone", async () => {
    const shop = await openShop();
    const { status, body } = await create(shop, { cities: ["fes", "الرباط"], reference: "DJ-1" });
    expect([status, body]).toMatchObject([
      201,
      {
        merchantId: shop.id,
        cities: ["Fès", "Rabat"],
        commission: { type: "rate", rateBps: 1500, amountMinor: null, perSaleMinor: 6750 },
        state: "active",
        images: [],
        stats: { epcMinor: null, deliveryRateBps: null, conversions: 0 },
      },
    ]);
    expect((await call<Product>("GET", `/api/products/${body.id}`)).body).toEqual(body);
    expect(await auditRows(body.id)).toBe(1);
  });

  it("tells all that is wrong with it at once, and keeps nothing", async () => {
    const shop = await openShop();
    const { status, body } = await create<Problem>(shop, {
      categoryId: "cat_none",
      landingUrl: "https://elsewhere.example/x",
      commission: { type: "flat", amountMinor: 22_501 },
    });
    expect([status, body.code, body.errors?.map(({ path }) => path).sort()]).toEqual([
      422,
      "request.invalid",
      ["categoryId", "commission.amountMinor", "landingUrl"],
    ]);
    expect((await own(shop)).data).toEqual([]);
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "https://shop-0.example.evil.ma/",
    "https://shop-0.example@evil.ma/",
    "https://shоp-0.example/",
    "//shop-0.example/",
    "ftp://shop-0.example/",
  ])("never leads to %s", async (landingUrl) => {
    const shop = await openShop();
    const { status, body } = await create<Problem>(shop, { landingUrl });
    expect([status, body.errors?.map(({ path }) => path)]).toEqual([422, ["landingUrl"]]);
  });

  it("refuses prices and commissions that are not whole centimes, unknown cities, half a commission", async () => {
    const shop = await openShop();
    const { status, body } = await create<Problem>(shop, {
      priceMinor: 449.5,
      commission: { type: "rate" },
      cities: ["Atlantide"],
      title: { ar: "جلابة" },
      holdDays: 61,
    });
    expect(status).toBe(422);
    expect(body.errors?.map(({ path }) => path).sort()).toEqual([
      "cities.0",
      "commission",
      "holdDays",
      "priceMinor",
      "title.fr",
    ]);
  });

  it("has a reference that no other product of its merchant has, also in a race", async () => {
    const [shop, other] = [await openShop(), await openShop()];
    const answers = await Promise.all([1, 2, 3].map(() => create<Product & Problem>(shop, { reference: "SKU-1" })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe("product.reference_taken");
    expect((await create(other, { reference: "SKU-1" })).status).toBe(201);
  });

  it("changes where it is told to and stays elsewhere; the second time changes nothing more", async () => {
    const shop = await openShop();
    const { body } = await create(shop, { holdDays: 10 });
    const changes = { title: { fr: "Djellaba d'hiver" }, commission: { type: "flat", amountMinor: 5000 } };
    const first = await patch(shop, body.id, changes);
    expect(first.body).toMatchObject({
      title: { fr: "Djellaba d'hiver", ar: null },
      commission: { type: "flat", rateBps: null, amountMinor: 5000, perSaleMinor: 5000 },
      holdDays: 10,
      priceMinor: 45_000,
    });
    const second = await patch(shop, body.id, changes);
    expect({ ...second.body, updatedAt: "" }).toEqual({ ...first.body, updatedAt: "" });
    expect((await patch<Problem>(shop, body.id, { priceMinor: 9000 })).body.errors?.[0]?.path).toBe(
      "commission.amountMinor",
    );
  });

  it("keeps both of two changes that are made at once", async () => {
    const shop = await openShop();
    const { body } = await create(shop);
    const answers = await Promise.all([
      patch(shop, body.id, { priceMinor: 50_000 }),
      patch(shop, body.id, { inStock: false }),
      patch(shop, body.id, { cities: ["agadir"] }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const read = await call<Product>("GET", `/api/products/${body.id}`);
    expect(read.body).toMatchObject({ priceMinor: 50_000, inStock: false, cities: ["Agadir"] });
  });

  it("is listed once when the same request is sent twice", async () => {
    const shop = await openShop();
    const headers = { "Idempotency-Key": `list-${shop.host}` };
    const send = () => call<Product>("POST", "/api/products", { key: shop.apiKey, json: inputOf(shop), headers });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
    expect((await own(shop)).data).toHaveLength(1);
  });

  it("waits for its site: one that is added and not proven is as if it were not there", async () => {
    const merchant = await addUser("merchant");
    const host = `shop-${shops++}.example.ma`;
    await call("POST", "/api/products/hosts", { key: merchant.apiKey, json: { host } });
    const { status, body } = await create<Problem>({ ...merchant, host });
    expect([status, body.errors?.map(({ path }) => path)]).toEqual([422, ["landingUrl"]]);
  });

  it("is archived for good: to others it is gone, its merchant still sees it", async () => {
    const shop = await openShop();
    const { body } = await create(shop);
    const path = `/api/products/${body.id}`;
    for (const _ of [1, 2]) expect((await call("DELETE", path, { key: shop.apiKey })).status).toBe(200);
    expect(await auditRows(body.id)).toBe(2);
    expect((await call(`GET`, path)).status).toBe(404);
    expect((await call<Product>("GET", path, { key: shop.apiKey })).body.state).toBe("archived");
    for (const json of [{ state: "active" }, { title: { fr: "Autre" } }]) {
      const refused = await patch<Problem>(shop, body.id, json);
      expect([refused.status, refused.body.code]).toEqual([409, "product.archived"]);
    }
    await expect(
      env.CORE_DB.prepare("UPDATE products SET state = 'active', ended_at = NULL WHERE id = ?").bind(body.id).run(),
    ).rejects.toThrow("archived_products_stay_archived");
  });

  it("is nobody else's to change, and a missing one is the same", async () => {
    const [shop, stranger] = [await openShop(), await openShop()];
    const { body } = await create(shop);
    for (const id of [body.id, "prd_none"]) {
      const answer = await patch<Problem>(stranger, id, { state: "paused" });
      expect([answer.status, answer.body.code]).toEqual([404, "product.not_found"]);
      expect((await call("DELETE", `/api/products/${id}`, { key: stranger.apiKey })).status).toBe(404);
    }
    expect(await stateInDatabase(body.id)).toBe("active");
  });

  it("is listed to its merchant page by page, by state and by words", async () => {
    const shop = await openShop(null);
    const made: string[] = [];
    for (const name of ["Un", "Deux", "Trois", "Quatre 100%"])
      made.unshift((await create(shop, { title: { fr: `Tapis ${name}` } })).body.id);
    await patch(shop, made[0] ?? "", { state: "paused" });
    const first = await own(shop, "?limit=3");
    const second = await own(shop, `?limit=3&cursor=${first.nextCursor}`);
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(made);
    expect(second.nextCursor).toBeNull();
    expect((await own(shop, "?state=paused")).data.map(({ id }) => id)).toEqual([made[0]]);
    expect((await own(shop, "?q=100%25")).data.map(({ id }) => id)).toEqual([made[0]]);
    expect(first.plan).toEqual({ name: "FREE", feeBps: 1000, productsActive: 3, productsMax: null });
  });
});

describe("the plan's quota", () => {
  it("is five without a plan, and paused products do not count", async () => {
    const shop = await openShop();
    for (let made = 0; made < 5; made++) expect((await create(shop)).status).toBe(201);
    const sixth = await create<Problem>(shop);
    expect([sixth.status, sixth.body.code]).toEqual([409, "product.quota_reached"]);
    const paused = await create(shop, { state: "paused" });
    expect(paused.status).toBe(201);
    const resumed = await patch<Problem>(shop, paused.body.id, { state: "active" });
    expect([resumed.status, resumed.body.code]).toEqual([409, "product.quota_reached"]);
    expect(await stateInDatabase(paused.body.id)).toBe("paused");
  });

  it("lets one of two products through that are made at the limit at once", async () => {
    for (let round = 0; round < 3; round++) {
      const shop = await openShop(1);
      const answers = await Promise.all([create<Product & Problem>(shop), create<Product & Problem>(shop)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect((await own(shop)).plan).toMatchObject({ productsActive: 1, productsMax: 1 });
    }
  });

  it("holds whatever merchants create, pause, resume and archive", async () => {
    const move = fc.tuple(fc.constantFrom("create", "pause", "resume", "archive"), fc.nat(6));
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 14 }), async (moves) => {
        const shop = await openShop(2);
        const ids: string[] = [];
        for (const [kind, pick] of moves) {
          const id = ids[pick % Math.max(1, ids.length)];
          if (kind === "create") {
            const { status, body } = await create(shop);
            if (status === 201) ids.push(body.id);
          } else if (id && kind === "archive") await call("DELETE", `/api/products/${id}`, { key: shop.apiKey });
          else if (id) await patch(shop, id, { state: kind === "pause" ? "paused" : "active" });
          const { plan } = await own(shop);
          expect(plan.productsActive).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 6 },
    );
  });
});
