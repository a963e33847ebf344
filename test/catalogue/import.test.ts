import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import type { Problem } from "../../schemas/problem.ts";
import type { ImportReport } from "../../schemas/products.ts";
import type { LinkEntry } from "../../workers/core/link-entry.ts";
import { openCoreDb } from "../../workers/db/client.ts";
import { importProducts } from "../../workers/modules/catalogue/imports/import-products.ts";
import { api } from "../../workers/platform/api.ts";
import type { Context } from "../../workers/platform/context.ts";
import { type Answer, addProgramme, call, contextOf, type Programme } from "../support/world.ts";

const HEAD = "Référence;Titre;Prix;Commission;Catégorie;Page de vente";

async function shop(productsMax: number | null = null): Promise<Programme> {
  const world = await addProgramme();
  await env.CORE_DB.prepare(
    "INSERT INTO user_quotas (user_id, quota, max_count, updated_at) VALUES (?, 'products', ?, 1)",
  )
    .bind(world.merchant.id, productsMax)
    .run();
  return world;
}

const row = (world: Programme, reference: string | number, price = "450,00", more = "") =>
  `${reference};Djellaba ${reference};${price};15 %;Djellabas et caftans;https://${world.host}/p/${reference}${more}`;
const csv = (...lines: readonly string[]) => `${lines.join("\n")}\n`;

type Sent = Answer<ImportReport & Problem>;
const post = (world: Programme, raw: string, { dryRun = false, locale = "fr" } = {}): Promise<Sent> =>
  call("POST", `/api/products/import${dryRun ? "?dryRun=true" : ""}`, {
    key: world.merchant.apiKey,
    raw,
    headers: { "Content-Type": "text/csv; charset=utf-8", "Accept-Language": locale },
  });

const productsOf = async (world: Programme) =>
  (
    await env.CORE_DB.prepare(
      "SELECT * FROM products WHERE merchant_id = ? AND reference IS NOT NULL ORDER BY reference",
    )
      .bind(world.merchant.id)
      .all<Record<string, unknown>>()
  ).results;
const countOf = async (table: "audit_log" | "outbox" | "product_imports" | "products") =>
  (await env.CORE_DB.prepare(`SELECT count(*) AS count FROM ${table}`).first<{ count: number }>())?.count;

async function exported(world: Programme, locale = "fr"): Promise<string> {
  const headers = { "Accept-Language": locale, Authorization: `Bearer ${world.merchant.apiKey}` };
  const request = new Request("http://localhost:8787/api/products/export", { headers });
  const answer = await api.fetch(request, env, createExecutionContext());
  expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "text/csv; charset=utf-8"]);
  return answer.text();
}

describe("a file of products", () => {
  it("is shown line by line before anything is written, then done", async () => {
    const world = await shop();
    const first = csv(HEAD, row(world, "A1"), row(world, "A2", "1 234.50"));
    const dry = await post(world, first, { dryRun: true });
    expect([dry.status, dry.body.counts, dry.body.linesDone, dry.body.linesTotal]).toEqual([
      200,
      { create: 2, update: 0, unchanged: 0, invalid: 0 },
      0,
      2,
    ]);
    expect(await productsOf(world)).toEqual([]);
    expect((await post(world, first)).body).toMatchObject({
      dryRun: false,
      linesDone: 2,
      id: expect.stringMatching(/^imp_/),
    });
    const [one, two] = await productsOf(world);
    expect([one, two]).toMatchObject([
      {
        reference: "A1",
        price_minor: 45_000,
        commission_rate_bps: 1500,
        kind: "product",
        state: "active",
        cities: "[]",
      },
      { reference: "A2", price_minor: 123_450, attribution_days: 30, category_id: "cat_01kay000000000000000000002" },
    ]);
    const second = csv(HEAD, row(world, "A1", "399"), row(world, "A2", "1234,5"), row(world, "A3"));
    const { body } = await post(world, second, { dryRun: true });
    expect(body.lines).toEqual([
      {
        line: 2,
        action: "update",
        reference: "A1",
        title: "Djellaba A1",
        changes: [{ field: "Prix", from: "450,00", to: "399,00" }],
        errors: [],
      },
      { line: 3, action: "unchanged", reference: "A2", title: "Djellaba A2", changes: [], errors: [] },
      { line: 4, action: "create", reference: "A3", title: "Djellaba A3", changes: [], errors: [] },
    ]);
    expect((await post(world, second)).status).toBe(200);
    expect(await productsOf(world)).toMatchObject([
      { price_minor: 39_900, version: 2 },
      { price_minor: 123_450, version: 1 },
      { price_minor: 45_000 },
    ]);
  });

  it("sent twice changes nothing, and says nothing in the audit log", async () => {
    const world = await shop();
    const file = csv(HEAD, row(world, "B1"), row(world, "B2"));
    await post(world, file);
    const state = async () => [
      await productsOf(world),
      await countOf("audit_log"),
      await countOf("outbox"),
      await countOf("product_imports"),
    ];
    const before = await state();
    const again = await post(world, file);
    expect([again.status, again.body.counts]).toEqual([200, { create: 0, update: 0, unchanged: 2, invalid: 0 }]);
    expect(await state()).toEqual(before);
  });

  it("tells every fault with its line and column, and writes nothing", async () => {
    const world = await shop();
    const file = csv(
      `${HEAD};Villes;État`,
      row(world, "C1", "450,00", ";Casablanca | الرباط | fez;Actif"),
      row(world, "C2", "gratuit", ";Atlantis;vendu"),
      "",
      `C3;"Un titre\nsur deux lignes";10;80 %;Fusées;https://ailleurs.example/x;;`,
      row(world, "C1", "450", ";;"),
      `;Sans référence;10;15 %;Mode;https://${world.host}/;;`,
      `C4;${"x".repeat(121)};-5;9;Mode;javascript:alert(1);;`,
      row(world, "C5", "450", ";;;de trop"),
    );
    const { body } = await post(world, file, { dryRun: true });
    expect(body.counts).toEqual({ create: 1, update: 0, unchanged: 0, invalid: 6 });
    const faults = body.lines.map(({ line, errors }) => [line, errors.map(({ path }) => path).sort()]);
    expect(faults).toEqual([
      [2, []],
      [3, ["Prix", "Villes", "État"]],
      [5, ["Catégorie", "Commission", "Page de vente"].sort()],
      [7, ["Référence"]],
      [8, ["Référence"]],
      [9, ["Page de vente", "Prix", "Titre"]],
      [10, ["Référence"]],
    ]);
    const refused = await post(world, file);
    expect(refused.body).toMatchObject({ status: 422, code: "import.has_faults" });
    expect(refused.body.errors).toContainEqual({ path: "3.Prix", message: "Un nombre est attendu" });
    expect([await productsOf(world), await countOf("product_imports")]).toMatchObject([[], expect.any(Number)]);
  });

  it("is read with commas, tabs, semicolons, marks of order, other letters and Arabic headers", async () => {
    const world = await shop();
    const url = `https://${world.host}/x`;
    const files: readonly (string | Uint8Array<ArrayBuffer>)[] = [
      `\ufeffReference,Title,Price,Commission,Category,Landing page\r\nD1,"Djellaba, brodée",450,15%,Beauty,${url}\r\n`,
      `SKU\tTitre\tPrix (MAD)\tCommission\tCatégorie\tURL\nD2\tDjellaba\t450\t15%\tmode\t${url}\n`,
      new Uint8Array(
        Uint16Array.from(`\ufeffSKU\tTitre\tPrix\tCommission\tCatégorie\tURL\nD5\tثوب\t450\t15%\tmode\t${url}\n`, (c) =>
          c.charCodeAt(0),
        ).buffer,
      ),
      `المرجع;العنوان;السعر;العمولة;الفئة;الرابط\nD3;Djellaba;٤٥٠٫٠٠;١٥٪;جمال;${url}\n`,
      Uint8Array.from(
        `R\xe9f\xe9rence;Titre;Prix;Commission;Cat\xe9gorie;Lien\nD4;Brod\xe9e;450;40,50 DH;Beaut\xe9;${url}\n`,
        (c) => c.charCodeAt(0),
      ),
    ];
    for (const file of files) {
      const form = new FormData();
      form.append("file", new File([file], "products.csv", { type: "text/csv" }));
      const { status, body } = await call("POST", "/api/products/import", { key: world.merchant.apiKey, form });
      expect([status, body]).toEqual([200, expect.objectContaining({ linesDone: 1 })]);
    }
    expect(await productsOf(world)).toMatchObject([
      { title_fr: "Djellaba, brodée", commission_rate_bps: 1500, price_minor: 45_000 },
      { title_fr: "Djellaba" },
      { price_minor: 45_000, commission_rate_bps: 1500 },
      { title_fr: "Brodée", commission_type: "flat", commission_amount_minor: 4050 },
      { title_fr: "ثوب" },
    ]);
  });

  it("changes only what it has a column for", async () => {
    const world = await shop();
    await post(world, csv(`${HEAD};Villes;En stock`, row(world, "E1", "450", ";Rabat|Salé;non")));
    const { body } = await post(world, csv("Référence;Prix", "E1;500"));
    expect(body.lines).toMatchObject([
      { action: "update", changes: [{ field: "Prix", from: "450,00", to: "500,00" }] },
    ]);
    expect(await productsOf(world)).toMatchObject([{ cities: '["Rabat","Salé"]', in_stock: 0, price_minor: 50_000 }]);
    expect((await post(world, csv("Référence;Prix", "E9;500"))).body.errors?.length).toBeGreaterThan(2);
  });

  it.each([
    ["is empty", "", "import.malformed", 422],
    ["has no reference", "Titre;Prix\nx;1\n", "import.malformed", 422],
    ["has a column nobody knows", "Référence;Poids\nF1;3\n", "import.malformed", 422],
    ["has a column twice", "Référence;Prix;السعر\nF1;3;4\n", "import.malformed", 422],
    ["opens a quote and never closes it", 'Référence;Prix\nF1;"3\n', "import.malformed", 422],
    ["has more than 10,000 lines", `Référence\n${"F\n".repeat(10_001)}`, "import.too_long", 413],
    ["has more than 4 MB", `Référence\n${"F".repeat(4 * 1024 * 1024)}`, "request.too_large", 413],
  ])("that %s is refused", async (_name, file, code, status) => {
    expect((await post(await shop(), file)).body).toMatchObject({ code, status });
  });

  it("does not touch another merchant's product of the same reference, nor an archived one", async () => {
    const [mine, theirs] = [await shop(), await shop()];
    await post(theirs, csv(HEAD, row(theirs, "G1")));
    await post(mine, csv(HEAD, row(mine, "G1", "10")));
    expect(await productsOf(theirs)).toMatchObject([{ price_minor: 45_000 }]);
    await env.CORE_DB.prepare("UPDATE products SET state = 'archived', ended_at = 1 WHERE merchant_id = ?")
      .bind(mine.merchant.id)
      .run();
    const { body } = await post(mine, csv(HEAD, row(mine, "G1", "20")));
    expect(body).toMatchObject({
      code: "import.has_faults",
      errors: [{ path: "2.Référence", message: "Ce produit est archivé" }],
    });
  });
});

describe("the plan's quota", () => {
  it("stands for the whole file: over it nothing is written, within it what is paused makes room", async () => {
    const world = await shop(3);
    const file = csv(`${HEAD};État`, ...["H1", "H2", "H3"].map((one) => row(world, one, "450", ";actif")));
    const dry = await post(world, file, { dryRun: true });
    expect(dry.body.lines.map(({ action }) => action)).toEqual(["create", "create", "invalid"]);
    expect((await post(world, file)).body).toMatchObject({ status: 409, code: "product.quota_reached" });
    expect(await productsOf(world)).toEqual([]);
    const within = csv(`${HEAD};État`, row(world, "H1", "450", ";actif"), row(world, "H2", "450", ";actif"));
    expect((await post(world, within)).status).toBe(200);
    const swapped = csv(`${HEAD};État`, row(world, "H3", "450", ";actif"), row(world, "H1", "450", ";en pause"));
    expect((await post(world, swapped)).body).toMatchObject({ linesDone: 2 });
    expect((await productsOf(world)).map(({ state }) => state)).toEqual(["paused", "active", "active"]);
  });
});

describe("an import cut off in the middle", () => {
  it("goes on where it stopped when the same file comes again", async () => {
    const world = await shop();
    const lines = Array.from({ length: 1_200 }, (_, index) => row(world, `I${String(index).padStart(4, "0")}`));
    const file = new Blob([csv(HEAD, ...lines)]);
    const ctx = merchantContext(world);
    await expect(importProducts(dyingAfter(ctx, 1), file, false)).rejects.toThrow("cut off");
    expect((await productsOf(world)).length).toBe(500);
    const dry = await importProducts(ctx, file, true);
    expect([dry.id, dry.linesDone, dry.linesTotal]).toEqual([expect.stringMatching(/^imp_/), 500, 1_200]);
    const again = await importProducts(ctx, file, false);
    expect([again.id, again.linesDone, again.counts]).toEqual([
      dry.id,
      1_200,
      { create: 700, update: 0, unchanged: 500, invalid: 0 },
    ]);
    expect((await productsOf(world)).length).toBe(1_200);
    expect(
      await env.CORE_DB.prepare("SELECT lines_done, finished_at IS NOT NULL AS done FROM product_imports WHERE id = ?")
        .bind(dry.id)
        .first(),
    ).toEqual({ lines_done: 1_200, done: 1 });
  });

  it("is done once when the same file comes twice at the same time", async () => {
    const world = await shop();
    const file = csv(HEAD, ...Array.from({ length: 600 }, (_, index) => row(world, `J${index}`)));
    const answers = await Promise.all([post(world, file), post(world, file)]);
    expect(answers.map(({ status }) => status)).toContain(200);
    for (const { status } of answers) expect([200, 409]).toContain(status);
    expect((await productsOf(world)).length).toBe(600);
  });
});

describe("10,000 lines", () => {
  it("are checked and imported in seconds, and each fault is told with its line", async () => {
    const world = await shop();
    const wrong = new Set([17, 4_000, 9_999]);
    const lineOf = (index: number) => row(world, `K${index}`, wrong.has(index) ? "cher" : "450,00");
    const all = Array.from({ length: 10_000 }, (_, index) => lineOf(index));
    const { body } = await post(world, csv(HEAD, ...all), { dryRun: true });
    expect(body.lines.filter(({ errors }) => errors.length > 0).map(({ line }) => line)).toEqual([19, 4_002, 10_001]);
    wrong.clear();
    const began = Date.now();
    const done = await post(world, csv(HEAD, ...all.map((_, index) => lineOf(index))));
    const tookMs = Date.now() - began;
    expect([done.status, done.body.counts.create]).toEqual([200, 10_000]);
    expect(tookMs).toBeLessThan(30_000);
  }, 90_000);
});

describe("an export", () => {
  it.each(["fr", "en", "ar"])("imported again changes nothing (%s)", async (locale) => {
    const world = await shop();
    const nasty = csv(
      `${HEAD};Titre (arabe);Description;Villes;En stock;Jours de garantie;Jours d'attribution;État;Type`,
      row(
        world,
        "=L1",
        "0,05",
        `;"جلابة ""فاسية""";"=HYPERLINK(""http://x"");\nsuite";Fès|Meknès;non;0;1;en pause;Service`,
      ).replace("15 %", "0,01"),
      row(world, "'@L2", "1 000 000", ";;'quoted;;oui;60;90;actif;produit").replace("15 %", "12,34 %"),
      row(world, "'L3", "10", ";;-1+2;;;;;;").replace("Djellabas et caftans", "hammam"),
    );
    const imported = await post(world, nasty);
    expect([imported.status, imported.body.errors]).toEqual([200, undefined]);
    const text = await exported(world, locale);
    for (const cell of text.split(/[;,\r\n]+/)) expect(cell).not.toMatch(/^"?[=+\-@]/);
    const back = await post(world, text, { locale });
    expect([back.status, back.body.counts]).toEqual([200, { create: 0, update: 0, unchanged: 4, invalid: 0 }]);
  });
});

function merchantContext(world: Programme): Context {
  return contextOf({
    role: "merchant",
    id: world.merchant.id,
    locale: "fr",
    adminScopes: [],
    via: { kind: "key", keyId: "k", scopes: [] },
  });
}

// A database that answers so many commits and no more.
function dyingAfter(ctx: Context, commits: number): Context {
  let left = commits;
  const d1 = new Proxy(env.CORE_DB, {
    get: (target, key) => {
      if (key !== "batch") return Reflect.get(target, key).bind(target);
      return (statements: D1PreparedStatement[]) => {
        if (left-- === 0) throw new Error("cut off");
        return target.batch(statements);
      };
    },
  });
  return { ...ctx, db: openCoreDb(d1) };
}

describe("the redirect", () => {
  it("hears of every product a file has changed, not of the first ones only", async () => {
    const world = await shop();
    const lines = (price: string) =>
      csv(HEAD, ...Array.from({ length: 620 }, (_, index) => row(world, `R-${index + 1000}`, price)));
    expect((await post(world, lines("450,00"))).status).toBe(200);
    const last = (await productsOf(world)).at(-1);
    const link = env.CORE_DB.prepare("UPDATE affiliate_links SET product_id = ? WHERE id = ?");
    await link.bind(last?.id, world.linkId).run();
    expect((await post(world, lines("470,00"))).body.counts).toMatchObject({ update: 620 });
    const entry = () => env.LINKS_KV.get<LinkEntry>(`link:${world.slug}`, "json");
    const isTold = async () => expect(await entry()).toMatchObject({ title: "Djellaba R-1619" });
    await vi.waitFor(isTold, { timeout: 20_000 });
  });
});
