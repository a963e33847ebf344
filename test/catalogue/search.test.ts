import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { indexDueProducts } from "../../workers/modules/catalogue/index-due-products.ts";
import { call, systemContext, type TestUser } from "../support/world.ts";
import { addMerchant, foundBy, list, SPICES, search } from "./market-world.ts";

let merchant: TestUser;
let zellige = "";
let djellaba = "";
let oil = "";
let school = "";

beforeAll(async () => {
  merchant = await addMerchant("Coopérative Tighanimine");
  const ids = await list(merchant, [
    { fr: "Table en zellige de Fès", en: "Zellige table", ar: "طاولة من الزليج الفاسي" },
    { fr: "Djellaba brodée à la main", en: "Hand-embroidered djellaba", ar: "جلابة مطرّزة لمُحَمَّد" },
    { fr: "Huile d’argan", en: "Argan oil", ar: "زيت أركان", about: "Pressée à froid, 100 ml", categoryId: SPICES },
    { fr: "Cartable", en: "School bag", ar: "حقيبة المدرسة ٢٠٢٦", about: "Pour l'école, avec une djellaba en photo" },
  ]);
  [zellige = "", djellaba = "", oil = "", school = ""] = ids;
});

describe("words find a product", () => {
  const cases: readonly (readonly [words: string, product: () => string])[] = [
    ["zellige", () => zellige],
    ["ZELLIGE fes", () => zellige],
    ["زليج", () => zellige],
    ["الزليج", () => zellige],
    ["بالزليج", () => zellige],
    ["brod", () => djellaba],
    ["brodée main", () => djellaba],
    ["hand embroidered", () => djellaba],
    ["جلابه", () => djellaba],
    ["huile d'argan", () => oil],
    ["argan froid", () => oil],
    ["اركان", () => oil],
    ["مدرسه", () => school],
    ["2026", () => school],
    ["école", () => school],
  ];
  it.each(cases)("%s", async (words, product) => {
    expect(await foundBy({ q: words, merchantId: merchant.id })).toContain(product());
  });

  it("written with and without vowel marks and hamza", async () => {
    for (const q of ["لمحمد", "لِمُحَمَّد", "جـلابة"])
      expect(await foundBy({ q, merchantId: merchant.id })).toEqual([djellaba]);
  });

  it("that all stand in it: one that is missing finds nothing", async () => {
    expect(await foundBy({ q: "zellige argan", merchantId: merchant.id })).toEqual([]);
  });

  it("in its title before one that only mentions them", async () => {
    expect(await foundBy({ q: "djellaba", merchantId: merchant.id, sort: "relevance" })).toEqual(
      expect.arrayContaining([djellaba, school]),
    );
    expect((await foundBy({ q: "djellaba brod", merchantId: merchant.id }))[0]).toBe(djellaba);
    expect((await foundBy({ q: "ecole", merchantId: merchant.id }))[0]).toBe(school);
  });

  it("of its merchant and its category, parent and children, in every language", async () => {
    for (const q of ["tighanimine argan", "epicerie argan", "spices argan", "توابل argan"])
      expect(await foundBy({ q, merchantId: merchant.id })).toEqual([oil]);
  });
});

describe("the index follows", () => {
  it("a product that changes its words, and one that ends", async () => {
    const [id = ""] = await list(merchant, [{ fr: "Tapis beni ouarain" }]);
    expect(await foundBy({ q: "ouarain", merchantId: merchant.id })).toEqual([id]);
    await env.CORE_DB.prepare("UPDATE products SET title_fr = 'Tapis azilal', updated_at = updated_at + 1 WHERE id = ?")
      .bind(id)
      .run();
    await indexDueProducts(systemContext());
    expect(await foundBy({ q: "ouarain", merchantId: merchant.id })).toEqual([]);
    expect(await foundBy({ q: "azilal", merchantId: merchant.id })).toEqual([id]);
    await env.CORE_DB.prepare("UPDATE products SET state = 'archived', ended_at = 1 WHERE id = ?").bind(id).run();
    expect(await foundBy({ q: "azilal", merchantId: merchant.id })).toEqual([]);
  });

  it("a merchant who takes another name, is suspended and comes back", async () => {
    const own = await addMerchant("Zerbia Atlas");
    const [id = ""] = await list(own, [{ fr: "Coussin" }]);
    expect(await foundBy({ q: "zerbia" })).toEqual([id]);
    await env.CORE_DB.prepare("UPDATE users SET display_name = 'Handira' WHERE id = ?").bind(own.id).run();
    await indexDueProducts(systemContext());
    expect([await foundBy({ q: "zerbia" }), await foundBy({ q: "handira coussin" })]).toEqual([[], [id]]);
    const setState = (state: string) =>
      env.CORE_DB.prepare("UPDATE users SET state = ?1, suspended_at = iif(?1 = 'suspended', 1, NULL) WHERE id = ?2")
        .bind(state, own.id)
        .run();
    await setState("suspended");
    expect(await foundBy({ q: "handira" })).toEqual([]);
    await setState("active");
    expect(await foundBy({ q: "handira" })).toEqual([id]);
  });

  it("hundreds of products that came at once", async () => {
    const many = await addMerchant();
    await list(
      many,
      Array.from({ length: 130 }, (_, index) => ({ fr: `Lanterne${index} cuivre` })),
    );
    expect((await search({ q: "cuivre", merchantId: many.id })).total).toBe(130);
    expect(await foundBy({ q: "lanterne129", merchantId: many.id })).toHaveLength(1);
  });
});

describe("operators are text", () => {
  it.each([
    '"',
    '""" OR "',
    "zellige OR argan",
    "NEAR(zellige argan, 2)",
    "title:zellige",
    "zellige*",
    "-zellige",
    "^zellige",
    "{title}: x",
    "👍🏽 🇲🇦",
    "'); DROP TABLE product_search; --",
    "%_\\",
    "\u0000\u202e",
    "x".repeat(120),
    "a ".repeat(60),
    "ـًٌ",
  ])("%j never fails", async (q) => {
    const { status } = await call("GET", `/api/products?q=${encodeURIComponent(q)}`);
    expect(status).toBe(200);
  });

  it("and mean no more than their letters", async () => {
    expect(await foundBy({ q: "zellige OR argan", merchantId: merchant.id })).toEqual([]);
    expect(await foundBy({ q: 'zellige*"', merchantId: merchant.id })).toEqual([zellige]);
    expect(await foundBy({ q: "👍🏽", merchantId: merchant.id })).toEqual([]);
  });

  it("longer than 120 characters are refused", async () => {
    expect((await call("GET", `/api/products?q=${"x".repeat(121)}`)).status).toBe(422);
  });
});
