import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { importClickKeys, verifyClickToken } from "../../workers/core/click-token.ts";
import { lookUpLink, rememberedLink } from "../../workers/links/resolve-link.ts";
import { plainClicksOf } from "../support/click-messages.ts";
import {
  CARD_FETCHER,
  CRAWLER,
  DESKTOP,
  entry,
  IPHONE,
  newSlug,
  PHONE,
  publish,
  tokenOf,
  visit,
} from "./links-world.ts";

describe("a person who follows a link", () => {
  it("is sent on with a signed token that names the link and the moment, and never cached", async () => {
    const link = await publish({ number: 77 });
    const { response, messages } = await visit(`/${link.slug}`);
    expect([response.status, response.headers.get("Cache-Control")]).toEqual([302, "private, no-store"]);
    const token = tokenOf(response) ?? "";
    expect(response.headers.get("Location")).toBe(`https://shop.example/djellaba?sys_click=${token}`);
    const verified = verifyClickToken(importClickKeys(env.CLICK_KEYS), token, Date.now());
    expect(verified).toMatchObject({ ok: true, linkNumber: 77 });
    const [event] = plainClicksOf(messages);
    const nonce = verified.ok ? verified.nonce : -1;
    expect(event).toMatchObject({ linkNumber: 77, nonce, class: "human", reason: null });
  });

  it("finds the link whatever the case of its address", async () => {
    const link = await publish();
    expect((await visit(`/${link.slug.toUpperCase()}`)).response.status).toBe(302);
  });

  it("goes where the link's device rule says", async () => {
    const rules = { ios: "https://shop.example/ios", android: "https://shop.example/android" };
    const link = await publish({ rules });
    const locations = await Promise.all(
      [IPHONE, PHONE, DESKTOP].map(
        async (agent) => (await visit(`/${link.slug}`, { agent })).response.headers.get("Location")?.split("?")[0],
      ),
    );
    expect(locations).toEqual([rules.ios, rules.android, link.target]);
  });

  it("takes utm and sub parameters along, no others, and the link's own win", async () => {
    const link = await publish({
      target: "https://shop.example/a?x=1#top",
      params: { utm_source: "sara", sub1: "bio" },
    });
    const { response, messages } = await visit(
      `/${link.slug}?utm_source=evil&utm_campaign=eid%20&sub2=s&sub6=no&redir_url=https://evil.example&sys_click=forged&x=9`,
    );
    const url = new URL(response.headers.get("Location") ?? "");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      x: "1",
      utm_source: "sara",
      sub1: "bio",
      utm_campaign: "eid ",
      sub2: "s",
      sys_click: tokenOf(response),
    });
    expect([url.hash, url.searchParams.getAll("sys_click").length, url.searchParams.get("sys_click")?.length]).toEqual([
      "#top",
      1,
      36,
    ]);
    expect(JSON.parse(plainClicksOf(messages)[0]?.params ?? "")).toEqual({
      utm_source: "evil",
      utm_campaign: "eid ",
      sub2: "s",
    });
  });
});

describe("the merchant's address", () => {
  const destination = async (target: string, query = "", params: Record<string, string> = {}) => {
    const link = await publish({ target, params });
    const { response } = await visit(`/${link.slug}${query}`, { agent: CRAWLER });
    return response.headers.get("Location");
  };

  it("keeps its own query to the letter, less a click token of its own", async () => {
    expect(await destination("https://shop.example/a?flag&q=a%20b,c&x=%D8%B4+1&sys_click=old#top")).toBe(
      "https://shop.example/a?flag&q=a%20b,c&x=%D8%B4+1#top",
    );
  });

  it("is not overruled by the visitor, only by the link", async () => {
    expect(await destination("https://shop.example/?utm_source=shop&a=1", "?utm_source=evil&sub1=me")).toBe(
      "https://shop.example/?utm_source=shop&a=1&sub1=me",
    );
    expect(await destination("https://shop.example/?utm_source=shop&a=1", "", { utm_source: "sara é&" })).toBe(
      "https://shop.example/?a=1&utm_source=sara%20%C3%A9%26",
    );
  });

  it("may be written in Arabic", async () => {
    expect(await destination("https://shop.example/جلابة?x=فاس")).toBe(
      "https://shop.example/%D8%AC%D9%84%D8%A7%D8%A8%D8%A9?x=%D9%81%D8%A7%D8%B3",
    );
  });

  it("takes long and odd parameters shortened, and the click keeps those that fit", async () => {
    const link = await publish();
    const names = ["utm_a", "utm_b", "utm_c", "utm_d"];
    const query = names.map((name) => `${name}=${"%F0%9F%98%80".repeat(120)}x`).join("&");
    const { response, messages } = await visit(`/${link.slug}?${query}&sub1=last`);
    const url = new URL(response.headers.get("Location") ?? "");
    expect(names.map((name) => url.searchParams.get(name)?.length)).toEqual([200, 200, 200, 200]);
    const kept = plainClicksOf(messages)[0]?.params ?? "";
    expect(kept.length).toBeLessThanOrEqual(600);
    expect(Object.keys(JSON.parse(kept))).toEqual(["utm_a", "utm_b", "sub1"]);
  });
});

describe("who does not count", () => {
  it.each([
    ["a crawler", { agent: CRAWLER }, "bot", "agent.bot"],
    ["an empty agent", { agent: "" }, "bot", "agent.empty"],
    ["a browser that loads ahead", { headers: { "Sec-Purpose": "prefetch;prerender" } }, "prefetch", "header.prefetch"],
    ["a HEAD", { method: "HEAD" }, "prefetch", "method.head"],
  ] as const)(
    "%s is redirected without a token and kept with the reason",
    async (_name, options, visitorClass, reason) => {
      const link = await publish();
      const { response, messages } = await visit(`/${link.slug}`, options);
      expect([response.status, response.headers.get("Location")]).toEqual([302, link.target]);
      expect(plainClicksOf(messages)[0]).toMatchObject({ class: visitorClass, reason });
    },
  );

  it("a card fetcher gets the product's card in the link's language, with no token", async () => {
    const link = await publish({
      locale: "ar",
      title: 'جلابة "فاسية"',
      description: "<script>alert(1)</script>",
      image: { key: "img_a.jpg", type: "image/jpeg", width: 1200, height: 900 },
    });
    const { response, text, messages } = await visit(`/${link.slug}`, { agent: CARD_FETCHER });
    expect([response.status, response.headers.get("Content-Language")]).toEqual([200, "ar"]);
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toContain('<meta property="og:title" content="جلابة &quot;فاسية&quot;">');
    expect(text).toContain('<meta property="og:image" content="http://localhost:8787/images/img_a.jpg">');
    expect(text).toContain('<meta property="og:image:width" content="1200">');
    expect(text).toContain(`<link rel="canonical" href="http://localhost:8787/r/${link.slug}">`);
    expect(text).not.toMatch(/<script|sys_click/);
    expect(plainClicksOf(messages)[0]).toMatchObject({ class: "preview", reason: "agent.preview" });
  });
});

describe("a link that leads nowhere now", () => {
  it.each([
    ["paused", { stopped: "paused" }],
    ["capped", { stopped: "capped" }],
    ["without its product", { stopped: "product" }],
    ["past its end", { endsAt: Date.now() - 1 }],
  ] as const)("%s shows that the offer has ended and a way on, and counts nothing", async (_name, more) => {
    const link = await publish(more);
    const { response, text, messages } = await visit(`/${link.slug}`);
    expect([response.status, messages]).toEqual([410, []]);
    expect(text).toContain("Cette offre est terminée");
    expect(text).toContain('href="http://localhost:8787/?lang=fr"');
  });

  it("before its start says so", async () => {
    const link = await publish({ startsAt: Date.now() + 60_000 });
    const { response, text } = await visit(`/${link.slug}`);
    expect([response.status, text.includes("pas encore commencé")]).toEqual([404, true]);
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "ftp://a.example", "https://", "//a.example", "shop", ""])(
    "to %j, which is not the web, is not followed",
    async (target) => {
      const link = await publish({ target });
      expect((await visit(`/${link.slug}`)).response.status).toBe(410);
    },
  );

  it("unknown is a page in the visitor's language, right-to-left in Arabic", async () => {
    const inLanguage = async (language?: string) =>
      visit(`/${newSlug()}`, language ? { headers: { "Accept-Language": language } } : {});
    const [fr, ar, en, none] = [
      await inLanguage("de,fr;q=0.5"),
      await inLanguage("ar-MA;q=0.9,en;q=0.8"),
      await inLanguage("en-US"),
      await inLanguage(),
    ];
    expect([fr, ar, en, none].map(({ response }) => response.status)).toEqual([404, 404, 404, 404]);
    expect([fr, ar, en, none].map(({ text }) => /<html lang="(\w+)" dir="(\w+)"/.exec(text)?.slice(1))).toEqual([
      ["fr", "ltr"],
      ["ar", "rtl"],
      ["en", "ltr"],
      ["fr", "ltr"],
    ]);
  });

  it("is what odd addresses get, without a look-up; other methods are refused", async () => {
    const bindings = { LINKS_KV: forbidden(env.LINKS_KV), CORE_DB: forbidden(env.CORE_DB) };
    for (const path of ["/a", "/a/b", "/%00", "/..%2f", `/${"x".repeat(65)}`, "/é", "/a_b"])
      expect((await visit(path, { bindings })).response.status).toBe(404);
    expect((await visit("/", { bindings })).response.headers.get("Location")).toBe("http://localhost:8787");
    expect((await visit("/robots.txt", { bindings })).response.status).toBe(200);
    const refused = await visit("/abc", { method: "POST", bindings });
    expect([refused.response.status, refused.response.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
  });
});

function failing<T extends object>(binding: T): T {
  return new Proxy(binding, {
    get: (_, key) => (key === "prepare" ? statement : () => Promise.reject(new Error("out of reach"))),
  });
}
const statement = () => ({ bind: () => ({ first: () => Promise.reject(new Error("out of reach")) }) });

/** A KV in whose first write somebody else is quicker. */
function beforeFirstPut(change: () => Promise<unknown>): KVNamespace {
  let isChanged = false;
  return new Proxy(env.LINKS_KV, {
    get: (target, key) =>
      key !== "put"
        ? Reflect.get(target, key).bind(target)
        : async (...put: Parameters<KVNamespace["put"]>) => {
            if (!isChanged) await change();
            isChanged = true;
            await target.put(...put);
          },
  });
}

function forbidden<T extends object>(binding: T): T {
  return new Proxy(binding, {
    get: () => () => {
      throw new Error("this path must not be taken");
    },
  });
}

describe("where a link is looked up", () => {
  const insert = async (slug: string) => {
    const id = `lnk_${slug}`;
    await env.CORE_DB.batch([
      env.CORE_DB.prepare(
        "INSERT OR IGNORE INTO users (id, role, email, display_name, created_at) VALUES ('usr_a', 'merchant', 'a@a.example', 'Souira', 0)",
      ),
      env.CORE_DB.prepare(
        "INSERT OR IGNORE INTO categories (id, name_fr, name_en, name_ar, position) VALUES ('cat', 'a', 'a', 'a', 1)",
      ),
      env.CORE_DB.prepare(
        "INSERT OR IGNORE INTO products (id, merchant_id, title_fr, price_minor, commission_rate_bps, category_id, landing_url, created_at, updated_at) VALUES ('prd', 'usr_a', 'Huile', 100, 100, 'cat', 'https://a.example', 0, 0)",
      ),
      env.CORE_DB.prepare(
        "INSERT OR IGNORE INTO affiliate_requests (id, product_id, influencer_id, state, created_at) VALUES ('req', 'prd', 'usr_a', 'approved', 0)",
      ),
      env.CORE_DB.prepare(
        "INSERT INTO affiliate_links (id, slug, request_id, product_id, influencer_id, merchant_id, target_url, created_at, updated_at) VALUES (?, ?, 'req', 'prd', 'usr_a', 'usr_a', 'https://a.example/x', 0, 0)",
      ).bind(id, slug),
    ]);
  };

  it("is the database when KV has none, and KV has it from then on", async () => {
    const slug = newSlug();
    await insert(slug);
    expect((await visit(`/${slug}`)).response.headers.get("Location")).toMatch(/^https:\/\/a\.example\/x\?sys_click=/);
    expect(await env.LINKS_KV.get(`link:${slug}`, "json")).toMatchObject({ slug, title: "Huile", merchant: "Souira" });
  });

  it("is the isolate's memory the second time, with neither KV nor the database asked", async () => {
    const link = await publish();
    await visit(`/${link.slug}`);
    const bindings = { LINKS_KV: forbidden(env.LINKS_KV), CORE_DB: forbidden(env.CORE_DB) };
    expect((await visit(`/${link.slug}`, { bindings })).response.status).toBe(302);
  });

  it("asked for by a scanner is refused after sixty wrong ones a minute, while links that exist still lead on", async () => {
    const from = { headers: { "CF-Connecting-IP": "198.51.100.77", "Accept-Language": "ar" } };
    const statuses: number[] = [];
    for (let index = 0; index < 70; index++) statuses.push((await visit(`/scan-${index}`, from)).response.status);
    expect([statuses.slice(0, 59), statuses.slice(60)].map((part) => [...new Set(part)])).toEqual([[404], [429]]);
    const { response, text } = await visit("/scan-more", from);
    expect([response.status, response.headers.get("Retry-After")]).toEqual([429, "60"]);
    expect(text).toContain('dir="rtl"');
    const link = await publish();
    expect((await visit(`/${link.slug}`, from)).response.status).toBe(302);
    expect((await visit("/scan-other", { headers: { "CF-Connecting-IP": "198.51.100.78" } })).response.status).toBe(
      404,
    );
  });

  it("is remembered as unknown too, so that a scan does not reach the database twice", async () => {
    const slug = newSlug();
    await visit(`/${slug}`);
    expect(
      (await visit(`/${slug}`, { bindings: { LINKS_KV: forbidden(env.LINKS_KV), CORE_DB: forbidden(env.CORE_DB) } }))
        .response.status,
    ).toBe(404);
  });

  it("is the database when KV fails", async () => {
    const slug = newSlug();
    await insert(slug);
    expect((await visit(`/${slug}`, { bindings: { LINKS_KV: failing(env.LINKS_KV) } })).response.status).toBe(302);
  });

  it("is what the isolate knew last, while neither KV nor the database can say", async () => {
    const link = await publish();
    const nowMs = Date.now();
    const works: Promise<unknown>[] = [];
    const waitUntil = (work: Promise<unknown>) => void works.push(work);
    await lookUpLink(env, link.slug, nowMs, waitUntil);
    const lost = { ...env, LINKS_KV: failing(env.LINKS_KV), CORE_DB: failing(env.CORE_DB) };
    expect(rememberedLink(link.slug, nowMs + 10_000)).toBeUndefined();
    expect(await lookUpLink(lost, link.slug, nowMs + 11_000, waitUntil)).toEqual(link);
    await expect(Promise.all(works)).rejects.toThrow("out of reach");
    await expect(lookUpLink(lost, newSlug(), nowMs, waitUntil)).rejects.toThrow("out of reach");
  });

  it("answers a calm page when the database fails too, and tells the platform without addresses or tokens", async () => {
    const secretive = new Proxy(env.CORE_DB, {
      get: () => () => {
        throw new Error(
          `D1 lost 105.66.1.2 and 2a00:1450::1 at /x?sys_click=${"A".repeat(36)}&utm_id=mine and ${"B".repeat(36)} a@b.example`,
        );
      },
    });
    const { response, messages } = await visit(`/${newSlug()}`, { bindings: { CORE_DB: secretive } });
    expect(response.status).toBe(503);
    expect(messages).toMatchObject([{ kind: "links.failed", name: "Error" }]);
    expect(JSON.stringify(messages)).not.toMatch(/105\.66|2a00|AAAAAAAA|BBBBBBBB|mine|a@b/);
  });

  it("is written again when only its product changed, which raises no version of the link", async () => {
    const slug = newSlug();
    await insert(slug);
    await visit(`/${slug}`, {
      bindings: {
        LINKS_KV: beforeFirstPut(() =>
          env.CORE_DB.prepare("UPDATE products SET state = 'paused', ended_at = 1 WHERE id = 'prd'").run(),
        ),
      },
    });
    expect(await env.LINKS_KV.get(`link:${slug}`, "json")).toMatchObject({ version: 1, stopped: "product" });
    await env.CORE_DB.prepare("UPDATE products SET state = 'active', ended_at = NULL WHERE id = 'prd'").run();
  });

  it("writes an entry that changed meanwhile again, so that no old copy stays", async () => {
    const slug = newSlug();
    await insert(slug);
    const change = "UPDATE affiliate_links SET version = 2, target_url = 'https://a.example/new' WHERE slug = ?";
    const racing = beforeFirstPut(() => env.CORE_DB.prepare(change).bind(slug).run());
    await visit(`/${slug}`, { bindings: { LINKS_KV: racing } });
    expect(await env.LINKS_KV.get(`link:${slug}`, "json")).toMatchObject({
      version: 2,
      target: "https://a.example/new",
    });
    expect(entry().version).toBe(1);
  });
});
