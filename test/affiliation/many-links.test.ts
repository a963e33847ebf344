import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { CreatedLinks, Link, LinkFolders } from "../../schemas/links.ts";
import type { LinkEntry } from "../../workers/core/link-entry.ts";
import { createLinks } from "../../workers/modules/affiliation/create-links.ts";
import { addProgramme, addUser, call, contextOf, order, type Programme, systemContext } from "../support/world.ts";

const PATH = "/api/affiliates/links";
const entryOf = (slug: string) => env.LINKS_KV.get<LinkEntry>(`link:${slug}`, "json");
const create = (programme: Programme, json: Record<string, unknown> = {}) =>
  call<Link>("POST", PATH, { key: programme.influencer.apiKey, json: { productId: programme.productId, ...json } });
const list = (key: string, query = "") =>
  call<{ data: Link[]; nextCursor: string | null }>("GET", `${PATH}${query}`, { key });
const remove = (key: string, id: string) => call("DELETE", `${PATH}/${id}`, { key });
const bulk = (programme: Programme, json: Record<string, unknown>, headers: Record<string, string> = {}) =>
  call<CreatedLinks>("POST", `${PATH}/bulk`, { key: programme.influencer.apiKey, json, headers });

/** Another product of the merchant, promoted by the same influencer unless it is said otherwise. */
async function addProduct({ merchant, influencer, host }: Programme, requestState = "approved"): Promise<string> {
  const ctx = systemContext();
  const [productId, now] = [ctx.newId("prd"), ctx.now()];
  await env.CORE_DB.batch([
    env.CORE_DB.prepare(
      `INSERT INTO products (id, merchant_id, title_fr, price_minor, commission_type, commission_rate_bps, category_id, landing_url,
        created_at, updated_at) VALUES (?, ?, 'Babouches de Fès', 20000, 'rate', 1000, 'cat_test', ?, ?, ?)`,
    ).bind(productId, merchant.id, `https://${host}/babouches`, now, now),
    env.CORE_DB.prepare(
      "INSERT INTO affiliate_requests (id, product_id, influencer_id, state, created_at) VALUES (?, ?, ?, ?, ?)",
    ).bind(ctx.newId("req"), productId, influencer.id, requestState, now),
  ]);
  return productId;
}

describe("links in folders", () => {
  it("are found by word, product, folder and tag, and folders say how many they hold", async () => {
    const programme = await addProgramme();
    const other = await addProduct(programme);
    const { body: story } = await create(programme, {
      title: "Story 50%",
      folder: "Ramadan",
      tags: ["ig", "ig", "story"],
    });
    const { body: video } = await create(programme, {
      productId: other,
      title: "Vidéo",
      folder: "Ramadan",
      tags: ["tiktok"],
    });
    expect(story).toMatchObject({ folder: "Ramadan", tags: ["ig", "story"], stats: { scans: 0 } });
    const found = async (query: string) =>
      (await list(programme.influencer.apiKey, query)).body.data.map(({ id }) => id);
    expect(await found("?folder=Ramadan")).toEqual([video.id, story.id]);
    expect(await found("?tag=ig")).toEqual([story.id]);
    expect(await found(`?productId=${other}`)).toEqual([video.id]);
    expect(await found("?q=50%25")).toEqual([story.id]);
    expect(await found("?q=%25")).toEqual([story.id]);
    expect(await found(`?q=${video.slug.slice(0, 5)}`)).toEqual([video.id]);
    expect(await found("?folder=Other")).toEqual([]);
    const folders = async () =>
      (await call<LinkFolders>("GET", `${PATH}/folders`, { key: programme.influencer.apiKey })).body.data;
    expect(await folders()).toEqual([{ name: "Ramadan", linksCount: 2 }]);
    const moved = await call<Link>("PATCH", `${PATH}/${video.id}`, {
      key: programme.influencer.apiKey,
      json: { folder: null, tags: [] },
    });
    expect(moved.body).toMatchObject({ folder: null, tags: [] });
    expect(await folders()).toEqual([{ name: "Ramadan", linksCount: 1 }]);
  });
});

describe("a UTM template", () => {
  it("is filled in when the link is made and when it changes, and other braces stay", async () => {
    const programme = await addProgramme();
    await env.CORE_DB.prepare("UPDATE users SET handle = 'sara.dj' WHERE id = ?").bind(programme.influencer.id).run();
    const utm = { utm_source: "{handle}", utm_campaign: "{product}-{slug}", utm_content: "{other} $& {slug}" };
    const { body: link } = await create(programme, { utm });
    expect(link.utm).toEqual({
      utm_source: "sara.dj",
      utm_campaign: `djellaba-${link.slug}`,
      utm_content: `{other} $& ${link.slug}`,
    });
    expect((await entryOf(link.slug))?.params).toEqual(link.utm);
    const json = { utm: { utm_source: "x-{slug}" } };
    const { body } = await call<Link>("PATCH", `${PATH}/${link.id}`, { key: programme.influencer.apiKey, json });
    expect(body.utm).toEqual({ utm_source: `x-${link.slug}` });
  });
});

describe("links for many products", () => {
  it("are made together, published, and each product says how it went", async () => {
    const programme = await addProgramme();
    const [second, pending] = [await addProduct(programme), await addProduct(programme, "pending")];
    const foreign = (await addProgramme()).productId;
    const asked = [programme.productId, "prd_none", second, pending, foreign, second];
    const json = { productIds: asked, folder: "Aïd", utm: { utm_campaign: "{product}" }, sub: { sub1: "aid" } };
    const { status, body } = await bulk(programme, json, { "Accept-Language": "fr" });
    expect(status).toBe(200);
    expect(body.data.map(({ productId, link, problem }) => [productId, link?.folder ?? problem?.code])).toEqual([
      [programme.productId, "Aïd"],
      ["prd_none", "product.not_found"],
      [second, "Aïd"],
      [pending, "request.not_approved"],
      [foreign, "request.not_approved"],
    ]);
    expect(body.data[1]?.problem?.title).toMatch(/produit/i);
    const made = body.data.flatMap(({ link }) => link ?? []);
    expect(made.map(({ utm, sub }) => [utm.utm_campaign, sub.sub1])).toEqual([
      ["djellaba", "aid"],
      ["babouches-de-fes", "aid"],
    ]);
    for (const { slug, id, targetUrl } of made) expect(await entryOf(slug)).toMatchObject({ id, target: targetUrl });
    const audits = await env.CORE_DB.prepare(
      "SELECT count(*) AS rows FROM audit_log WHERE action = 'link.created' AND subject_id IN (?, ?)",
    )
      .bind(made[0]?.id, made[1]?.id)
      .first();
    expect(audits).toEqual({ rows: 2 });
  });

  it("asked for twice with one key are made once", async () => {
    const programme = await addProgramme();
    const headers = { "Idempotency-Key": "bulk-1" };
    const json = { productIds: [programme.productId] };
    const [first, again] = [await bulk(programme, json, headers), await bulk(programme, json, headers)];
    expect(again.body).toEqual(first.body);
    expect((await list(programme.influencer.apiKey)).body.data).toHaveLength(2);
  });

  it("get other slugs when one drawn for them is taken, and none is half made", async () => {
    const programme = await addProgramme();
    const productIds = [programme.productId, await addProduct(programme)];
    const context = contextOf({
      role: "influencer",
      id: programme.influencer.id,
      locale: "fr",
      adminScopes: [],
      via: { kind: "key", keyId: "k", scopes: [] },
    });
    // The same slug for both: the commit refuses them together.
    const draws = [31, 31, 32, 33].map((byte) => new Uint8Array(7).fill(byte));
    const random = (bytes: number) => (bytes === 7 ? (draws.shift() ?? context.random(7)) : context.random(bytes));
    const { data } = await createLinks({ ...context, random }, { productIds }, (code) => code);
    expect(new Set(data.map(({ link }) => link?.slug)).size).toBe(2);
    expect((await list(programme.influencer.apiKey)).body.data).toHaveLength(3);
  });

  it("are at most 50, and lead to the products' own pages", async () => {
    const programme = await addProgramme();
    const productIds = Array.from({ length: 51 }, (_, index) => `prd_${index}`);
    expect((await bulk(programme, { productIds })).status).toBe(422);
    expect((await bulk(programme, { productIds: [] })).status).toBe(422);
  });
});

describe("a deleted link", () => {
  it("is gone for everybody, redirect included, with its codes; its slug never comes back", async () => {
    const programme = await addProgramme();
    const key = programme.influencer.apiKey;
    const { body: link } = await create(programme, { slug: `gone-${Date.now()}` });
    await call("POST", `${PATH}/${link.id}/coupons`, { key, json: { code: "GONE10" } });
    expect((await remove(programme.merchant.apiKey, link.id)).status).toBe(403);
    expect((await remove((await addUser("influencer")).apiKey, link.id)).status).toBe(404);
    expect(await remove(key, link.id)).toMatchObject({ status: 200, body: { done: true } });
    expect(await entryOf(link.slug)).toBeNull();
    expect((await remove(key, link.id)).status).toBe(404);
    expect((await call("GET", `${PATH}/${link.id}`, { key })).status).toBe(404);
    expect((await list(key)).body.data.map(({ id }) => id)).toEqual([programme.linkId]);
    expect(await create(programme, { slug: link.slug })).toMatchObject({
      status: 409,
      body: { code: "link.slug_taken" },
    });
    const sale = order({ couponCode: "GONE10" });
    const reported = await call("POST", "/api/tracking/conversions", { key: programme.merchant.apiKey, json: sale });
    expect(reported.body).toMatchObject({ attribution: { by: "none", reason: "coupon_unknown" } });
    const { results } = await env.CORE_DB.prepare("SELECT action FROM audit_log WHERE subject_id = ? ORDER BY id")
      .bind(link.id)
      .all();
    expect(results.map(({ action }) => action)).toEqual(["link.created", "link.deleted"]);
  });

  it("keeps the orders it brought", async () => {
    const programme = await addProgramme();
    const sale = order({ clickToken: await programme.token() });
    const path = "/api/tracking/conversions";
    const before = await call("POST", path, { key: programme.merchant.apiKey, json: sale });
    await remove(programme.influencer.apiKey, programme.linkId);
    const after = await call("GET", `${path}/${sale.orderId}`, { key: programme.merchant.apiKey });
    expect([before.status, after.status, after.body.attribution]).toMatchObject([
      201,
      200,
      { linkId: programme.linkId },
    ]);
  });
});
