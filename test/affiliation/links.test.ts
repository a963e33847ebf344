import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { ClickDetails, ClickEvent } from "../../schemas/events.ts";
import type { Link } from "../../schemas/links.ts";
import type { LinkEntry } from "../../workers/core/link-entry.ts";
import { drainOutbox } from "../../workers/crons/drain-outbox.ts";
import { capLinks } from "../../workers/modules/affiliation/cap-links.ts";
import { createLink } from "../../workers/modules/affiliation/create-link.ts";
import { slugFrom } from "../../workers/modules/affiliation/rules.ts";
import { recordClicks } from "../../workers/modules/analytics/record-clicks.ts";
import { addProgramme, addUser, call, contextOf, type Programme, systemContext } from "../support/world.ts";

const entryOf = (slug: string) => env.LINKS_KV.get<LinkEntry>(`link:${slug}`, "json");
const create = (programme: Programme, json: Record<string, unknown> = {}, key = programme.influencer.apiKey) =>
  call<Link>("POST", "/api/affiliates/links", { key, json: { productId: programme.productId, ...json } });
const patch = (link: Link, programme: Programme, json: Record<string, unknown>) =>
  call<Link>("PATCH", `/api/affiliates/links/${link.id}`, { key: programme.influencer.apiKey, json });

describe("a link", () => {
  it("is made with a slug of unambiguous letters and is in KV before the answer", async () => {
    const programme = await addProgramme();
    const { status, body } = await create(programme);
    expect([status, body]).toMatchObject([
      201,
      {
        state: "active",
        productId: programme.productId,
        targetUrl: `https://${programme.host}/djellaba`,
        stats: { clicks: 0 },
      },
    ]);
    expect(body.slug).toMatch(/^[23456789abcdefghjkmnpqrstwxyz]{7}$/);
    expect(body.url).toBe(`http://localhost:8787/r/${body.slug}`);
    expect(await entryOf(body.slug)).toMatchObject({
      id: body.id,
      target: body.targetUrl,
      stopped: null,
      title: "Djellaba",
    });
  });

  it("carries what its card shows: the price, and the first picture that chats can draw", async () => {
    const programme = await addProgramme();
    const image = env.CORE_DB.prepare(
      `INSERT INTO product_images (id, product_id, position, file_key, content_type, width, height, bytes, sha256, created_at)
        VALUES (?1, ?2, ?3, ?1, ?4, 800, 600, 10, ?1, 0)`,
    );
    await env.CORE_DB.batch([
      image.bind(`${programme.slug}.avif`, programme.productId, 0, "image/avif"),
      image.bind(`${programme.slug}.jpg`, programme.productId, 1, "image/jpeg"),
    ]);
    const { body } = await create(programme);
    expect(await entryOf(body.slug)).toMatchObject({
      product: { id: programme.productId, priceMinor: 45_000, currency: "MAD" },
      image: { key: `${programme.slug}.jpg`, type: "image/jpeg", width: 800, height: 600 },
    });
  });

  it("gets another slug when the one drawn for it is taken", async () => {
    const programme = await addProgramme();
    const draws = [7, 7, 9].map((byte) => new Uint8Array(7).fill(byte));
    const context = contextOf({
      role: "influencer",
      id: programme.influencer.id,
      locale: "fr",
      adminScopes: [],
      via: { kind: "key", keyId: "k", scopes: [] },
    });
    const ctx = {
      ...context,
      random: (bytes: number) => (bytes === 7 ? (draws.shift() ?? new Uint8Array(7)) : context.random(bytes)),
    };
    const first = await createLink(ctx, { productId: programme.productId });
    const second = await createLink(ctx, { productId: programme.productId });
    expect([first.slug, second.slug]).toEqual([
      slugFrom(new Uint8Array(7).fill(7)),
      slugFrom(new Uint8Array(7).fill(9)),
    ]);
  });

  it("may have a chosen slug, once in the world, and not one of our own pages", async () => {
    const programme = await addProgramme();
    const slug = `Sara-${Date.now()}`;
    expect((await create(programme, { slug })).body.slug).toBe(slug.toLowerCase());
    expect(await create(programme, { slug })).toMatchObject({ status: 409, body: { code: "link.slug_taken" } });
    expect(await create(programme, { slug: "marketplace" })).toMatchObject({
      status: 422,
      body: { code: "link.slug_reserved" },
    });
    for (const wrong of ["a", "-ab", "ab-", "a b", "é".repeat(4), "x".repeat(65), "a/b"]) {
      expect((await create(programme, { slug: wrong })).status).toBe(422);
    }
  });

  it("leads only inside the merchant's verified hosts, on every device", async () => {
    const programme = await addProgramme();
    const inside = {
      targetUrl: `https://shop.${programme.host}/a?b=1`,
      rules: { ios: `https://${programme.host}/ios` },
    };
    expect((await create(programme, inside)).status).toBe(201);
    for (const targetUrl of [
      "https://evil.example/",
      `https://${programme.host}.evil.example/`,
      `https://evil${programme.host}/`,
      `https://user:pass@${programme.host}/`,
      `https://${programme.host}@evil.example/`,
      "javascript:alert(1)",
      "JavaScript:alert(1)//",
      "data:text/html,x",
      // Cyrillic letters that look like the host's own.
      `https://${programme.host.replace("s-", "ѕ-").replace("e", "е")}/`,
      `https://xn--${programme.host}/`,
      "ftp://x.example/",
    ]) {
      expect((await create(programme, { targetUrl })).status).toBe(422);
    }
    const rules = { android: "https://evil.example/", desktop: "https://evil.example/" };
    const { body } = await call<{ errors: { path: string }[] }>("POST", "/api/affiliates/links", {
      key: programme.influencer.apiKey,
      json: { productId: programme.productId, rules },
    });
    expect(body.errors.map(({ path }) => path)).toEqual(["rules.android", "rules.desktop"]);
  });

  it("needs an approved affiliation and a product that is offered", async () => {
    const programme = await addProgramme();
    const stranger = await addUser("influencer");
    expect(await create(programme, {}, stranger.apiKey)).toMatchObject({
      status: 403,
      body: { code: "request.not_approved" },
    });
    expect(await create(programme, { productId: "prd_missing" })).toMatchObject({
      status: 404,
      body: { code: "product.not_found" },
    });
  });

  it("that is paused, moved or dated reaches KV with the same request", async () => {
    const programme = await addProgramme();
    const { body: link } = await create(programme);
    expect((await patch(link, programme, { state: "paused" })).body.state).toBe("paused");
    expect(await entryOf(link.slug)).toMatchObject({ stopped: "paused" });
    const endsAt = new Date(Date.now() + 60_000).toISOString();
    const moved = await patch(link, programme, {
      state: "active",
      targetUrl: `https://${programme.host}/new`,
      utm: { utm_source: "ig" },
      sub: { sub1: "bio" },
      endsAt,
    });
    expect(moved.body).toMatchObject({ state: "active", endsAt });
    expect(await entryOf(link.slug)).toMatchObject({
      stopped: null,
      target: `https://${programme.host}/new`,
      params: { utm_source: "ig", sub1: "bio" },
      endsAt: Date.parse(endsAt),
    });
    expect((await patch(link, programme, { endsAt: null })).body.endsAt).toBeNull();
    expect((await patch(link, programme, { startsAt: endsAt, endsAt })).status).toBe(422);
  });

  it("of somebody else is a 404, the same as a missing one", async () => {
    const [programme, other] = [await addProgramme(), await addProgramme()];
    const { body: link } = await create(programme);
    for (const id of [link.id, "lnk_missing"]) {
      expect(await call("GET", `/api/affiliates/links/${id}`, { key: other.influencer.apiKey })).toMatchObject({
        status: 404,
        body: { code: "link.not_found" },
      });
      expect(
        (
          await call("PATCH", `/api/affiliates/links/${id}`, {
            key: other.influencer.apiKey,
            json: { state: "paused" },
          })
        ).status,
      ).toBe(404);
      expect(
        (
          await call("POST", `/api/affiliates/links/${id}/coupons`, {
            key: other.influencer.apiKey,
            json: { code: "ABC" },
          })
        ).status,
      ).toBe(404);
    }
    const own = await call<{ data: Link[] }>("GET", "/api/affiliates/links", { key: programme.influencer.apiKey });
    expect(own.body.data.map(({ id }) => id)).toEqual([link.id, programme.linkId]);
  });

  it("whose KV write failed is published by the cron", async () => {
    const programme = await addProgramme();
    const { body: link } = await create(programme);
    await env.LINKS_KV.delete(`link:${link.slug}`);
    await env.CORE_DB.prepare("UPDATE outbox SET done_at = NULL WHERE subject_id = ? AND event = 'link.changed'")
      .bind(link.id)
      .run();
    await drainOutbox(systemContext({ now: () => Date.now() + 120_000 }));
    expect(await entryOf(link.slug)).toMatchObject({ id: link.id });
  });

  it("that has reached its click cap ends", async () => {
    const programme = await addProgramme();
    const { body: link } = await create(programme, { clicksMax: 2 });
    const row = await env.CORE_DB.prepare("SELECT number FROM affiliate_links WHERE id = ?")
      .bind(link.id)
      .first<{ number: number }>();
    const number = row?.number ?? 0;
    const clicks = (nonce: number) => {
      const details: ClickDetails = ["human", null, null, null, null, null, null, null];
      const events: ClickEvent[] = [[number, Date.now(), nonce, nonce, 0]];
      return { kind: "clicks.recorded" as const, id: `cap-${nonce}-${link.id}`, details: [details], events };
    };
    // Which links have a cap is remembered for some seconds.
    const ctx = systemContext({ now: () => Date.now() + 10_000 });
    await recordClicks(ctx, [clicks(1)]);
    await capLinks(ctx, [number]);
    expect(await entryOf(link.slug)).toMatchObject({ stopped: null });
    await recordClicks(ctx, [clicks(2)]);
    await capLinks(ctx, [number]);
    expect(await entryOf(link.slug)).toMatchObject({ stopped: "capped" });
    expect((await patch(link, programme, { clicksMax: 10 })).body.state).toBe("active");
  });
});

describe("a generated slug", () => {
  it("uses no letter that can be mistaken for another", () => {
    for (let byte = 0; byte < 256; byte++) expect(slugFrom(new Uint8Array(7).fill(byte))).not.toMatch(/[01iloOuv]/);
  });
});
