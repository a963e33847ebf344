import { env } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import type { LinkEntry } from "../../workers/core/link-entry.ts";
import { drainOutbox } from "../../workers/crons/drain-outbox.ts";
import { publishLinksOfProducts } from "../../workers/modules/affiliation/publish-link.ts";
import { addProgramme, addUser, call, type Programme, systemContext, type TestUser } from "../support/world.ts";

const patch = (merchant: TestUser, productId: string, json: Record<string, unknown>) =>
  call("PATCH", `/api/products/${productId}`, { key: merchant.apiKey, json });
const entryOf = (slug: string) => env.LINKS_KV.get<LinkEntry>(`link:${slug}`, "json");

async function addLinks({ merchant, influencer, productId, requestId, host }: Programme, count: number) {
  const rows = Array.from({ length: count }, (_, index): [string, string] => [
    systemContext().newId("lnk"),
    `m-${productId.slice(-8)}-${index}`,
  ]);
  await env.CORE_DB.prepare(
    `INSERT INTO affiliate_links (id, slug, request_id, product_id, influencer_id, merchant_id, target_url, created_at, updated_at)
      SELECT value ->> 0, value ->> 1, ?2, ?3, ?4, ?5, ?6, 1, 1 FROM json_each(?1)`,
  )
    .bind(JSON.stringify(rows), requestId, productId, influencer.id, merchant.id, `https://${host}/x`)
    .run();
  return rows.map(([, slug]) => slug);
}

// A queue carries the change; under load it takes its time.
const waitUntil = (isSo: () => Promise<unknown>) => vi.waitFor(isSo, { timeout: 20_000, interval: 100 });

const openWork = (productId: string) =>
  env.CORE_DB.prepare("SELECT count(*) AS rows FROM outbox WHERE subject_id = ? AND done_at IS NULL")
    .bind(productId)
    .first<number>("rows");

describe("the redirect", () => {
  it("knows of a pause, a new name and the resumption, for every link of the product", async () => {
    const { merchant, productId, slug } = await addProgramme();
    await publishLinksOfProducts(systemContext(), [productId]);
    expect(await entryOf(slug)).toMatchObject({ stopped: null, title: "Djellaba" });
    await patch(merchant, productId, { state: "paused", title: { fr: "Djellaba d'été" } });
    await waitUntil(async () =>
      expect(await entryOf(slug)).toMatchObject({ stopped: "product", title: "Djellaba d'été" }),
    );
    await patch(merchant, productId, { state: "active" });
    await waitUntil(async () => expect(await entryOf(slug)).toMatchObject({ stopped: null }));
    await waitUntil(async () => expect(await openWork(productId)).toBe(0));
  });

  it("stops every link of a merchant who is suspended, shows no product, and lets them lead on with the return", async () => {
    const compliance = await addUser("admin", { adminScopes: ["compliance"] });
    const programme = await addProgramme();
    const slugs = [programme.slug, ...(await addLinks(programme, 320))];
    const move = (state: "active" | "suspended") =>
      call("PATCH", `/api/admin/users/${programme.merchant.id}`, {
        key: compliance.apiKey,
        json: { state, reason: "Complaints of three customers." },
      });
    expect((await move("suspended")).status).toBe(200);
    await waitUntil(async () => {
      const entries = await Promise.all(slugs.map(entryOf));
      expect(entries.filter((entry) => entry && entry.stopped !== null)).toHaveLength(slugs.length);
    });
    const product = () => call("GET", `/api/products/${programme.productId}`);
    expect((await product()).status).toBe(404);
    expect((await move("active")).status).toBe(200);
    expect((await product()).status).toBe(200);
    await waitUntil(async () => expect(await entryOf(programme.slug)).toMatchObject({ stopped: null }));
  });

  it("hears of it from the outbox when the message was lost", async () => {
    const { merchant, productId, slug } = await addProgramme();
    await patch(merchant, productId, { state: "paused" });
    await waitUntil(async () => expect(await openWork(productId)).toBe(0));
    await env.CORE_DB.prepare("UPDATE outbox SET done_at = NULL WHERE subject_id = ? AND event = 'product.changed'")
      .bind(productId)
      .run();
    await env.LINKS_KV.delete(`link:${slug}`);
    const later = systemContext({ now: () => Date.now() + 120_000 });
    await drainOutbox(later);
    await later.settled();
    await waitUntil(async () => expect(await entryOf(slug)).toMatchObject({ stopped: "product" }));
  });

  it("is told of hundreds of links, message by message, and the work ends with the last of them", async () => {
    const programme = await addProgramme();
    const slugs = await addLinks(programme, 330);
    await patch(programme.merchant, programme.productId, { state: "paused" });
    await waitUntil(async () => expect(await openWork(programme.productId)).toBe(0));
    const entries = await Promise.all(slugs.map(entryOf));
    expect(entries.filter((entry) => entry?.stopped === "product")).toHaveLength(330);
  });
});
