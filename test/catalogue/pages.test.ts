import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import indexHtml from "../../web/index.html?raw";
import { securityHeaders } from "../../workers/http/security-headers.ts";
import { api } from "../../workers/platform/api.ts";
import { addUser, type TestUser } from "../support/world.ts";
import { addMerchant, list } from "./market-world.ts";

const HOSTILE = `</title></script><script>alert(1)</script>"'><img src=x onerror=alert(2)> \\u003c & {merchant}`;
const APP = "http://localhost:8787";

const assets = {
  fetch: async () => new Response(indexHtml, { headers: { "Content-Type": "text/html", ETag: '"build"' } }),
};

async function open(path: string, language?: string) {
  const executionCtx = createExecutionContext();
  const headers: Record<string, string> = language === undefined ? {} : { "Accept-Language": language };
  const bindings = Object.assign({}, env, { ASSETS: assets });
  const response = await api.fetch(new Request(`${APP}${path}`, { headers }), bindings, executionCtx);
  const html = await response.text();
  await waitOnExecutionContext(executionCtx);
  return { status: response.status, headers: response.headers, html };
}

const metaOf = (html: string, name: string) =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)">`).exec(html)?.[1];
const dataOf = (html: string) => {
  const [, text = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(text) as unknown;
};

let merchant: TestUser;
let product = "";
let hostile = "";
let archived = "";

beforeAll(async () => {
  merchant = await addMerchant("Maison Fassia");
  [product = "", hostile = "", archived = ""] = await list(merchant, [
    { fr: "Djellaba brodée", en: "Embroidered djellaba", ar: "جلابة مطرّزة", about: "Tissu mlifa.", priceMinor: 45_005 },
    { fr: HOSTILE, about: HOSTILE },
    { fr: "Fin de série", state: "archived" },
  ]);
  await env.CORE_DB.prepare(
    `INSERT INTO product_images (id, product_id, position, file_key, content_type, width, height, bytes, alt, sha256, created_at)
      VALUES ('img_page', ?, 0, 'page.webp', 'image/webp', 1200, 1600, 9, 'Une djellaba', 'x', 1)`,
  )
    .bind(product)
    .run();
});

describe("a product's page", () => {
  it("says before any script what it is, in the language asked for", async () => {
    const { status, headers, html } = await open(`/products/${product}?lang=ar`, "en");
    expect([status, headers.get("Content-Language"), headers.get("Vary")]).toEqual([200, "ar", "Accept-Language"]);
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain("<title>جلابة مطرّزة · Maison Fassia</title>");
    expect(html).toContain(`<link rel="canonical" href="${APP}/products/${product}?lang=ar">`);
    for (const locale of ["fr", "en", "ar"])
      expect(html).toContain(
        `<link rel="alternate" hreflang="${locale}" href="${APP}/products/${product}?lang=${locale}">`,
      );
    expect(html).toContain(`<link rel="alternate" hreflang="x-default" href="${APP}/products/${product}">`);
    expect(html.match(/<meta name="description"/g)).toHaveLength(1);
    expect(html).toContain('<div id="app"></div>');
  });

  it("takes the browser's language where none is asked for, else French", async () => {
    expect((await open(`/products/${product}`, "en-GB,fr;q=0.5")).html).toContain("<title>Embroidered djellaba");
    const { html } = await open(`/products/${product}?lang=xx`);
    expect(html).toContain('<html lang="fr" dir="ltr">');
    expect(html).toContain(`<link rel="canonical" href="${APP}/products/${product}">`);
    expect([metaOf(html, "description"), metaOf(html, "og:locale")]).toEqual(["Tissu mlifa.", "fr_MA"]);
  });

  it("has what previews draw a card from, with an absolute picture", async () => {
    const { html } = await open(`/products/${product}`);
    expect(metaOf(html, "og:type")).toBe("product");
    expect(metaOf(html, "og:url")).toBe(`${APP}/products/${product}`);
    expect(metaOf(html, "og:image")).toBe(`${APP}/images/page.webp`);
    expect([metaOf(html, "og:image:width"), metaOf(html, "og:image:height")]).toEqual(["1200", "1600"]);
    expect(metaOf(html, "twitter:card")).toBe("summary_large_image");
  });

  it("has its offer in dirhams as structured data", async () => {
    expect(dataOf((await open(`/products/${product}`)).html)).toEqual({
      "@context": "https://schema.org",
      "@type": "Product",
      name: "Djellaba brodée",
      description: "Tissu mlifa.",
      image: [`${APP}/images/page.webp`],
      category: "Djellabas et caftans",
      offers: {
        "@type": "Offer",
        url: `${APP}/products/${product}`,
        price: "450.05",
        priceCurrency: "MAD",
        availability: "https://schema.org/InStock",
        seller: { "@type": "Organization", name: "Maison Fassia" },
      },
    });
  });

  it("lets nothing of a hostile title out of its place", async () => {
    const { html } = await open(`/products/${hostile}`);
    expect(html.match(/<script/g)).toHaveLength((indexHtml.match(/<script/g) ?? []).length + 1);
    expect(html).not.toMatch(/<img|<script>alert/);
    expect(dataOf(html)).toMatchObject({ name: HOSTILE, description: HOSTILE });
    expect(html.match(/<\/title>/g)).toHaveLength(1);
    expect(metaOf(html, "og:title")).toContain("&lt;script&gt;alert(1)");
  });

  it("carries the headers of static pages, and may not be kept as the build's", async () => {
    const { headers } = await open(`/products/${product}`);
    for (const [name, value] of securityHeaders()) expect([name, headers.get(name)]).toEqual([name, value]);
    expect([headers.get("Content-Type"), headers.get("Cache-Control"), headers.get("ETag")]).toEqual([
      "text/html; charset=utf-8",
      "no-cache",
      null,
    ]);
  });

  it("that is unknown, archived or of a suspended merchant is not found, and is kept out of search engines", async () => {
    const gone = await addMerchant("Parti");
    const [ofGone = ""] = await list(gone, [{}]);
    await env.CORE_DB.prepare("UPDATE users SET state = 'suspended', suspended_at = 1 WHERE id = ?")
      .bind(gone.id)
      .run();
    for (const id of ["prd_none", archived, ofGone, "%22%3E%3Cscript%3E"]) {
      const { status, html } = await open(`/products/${id}`);
      expect([id, status, metaOf(html, "robots")]).toEqual([id, 404, "noindex"]);
      expect(html).toContain("<title>Introuvable · ShareYourSales</title>");
      expect(html).not.toMatch(/canonical|ld\+json|"><script>/);
    }
  });
});

describe("other public pages", () => {
  it("a merchant's goes by its handle and names its sites", async () => {
    await env.CORE_DB.prepare("UPDATE users SET handle = 'fassia' WHERE id = ?").bind(merchant.id).run();
    const { status, html } = await open(`/merchants/${merchant.id}?lang=en`);
    expect([status, metaOf(html, "og:type")]).toEqual([200, "profile"]);
    expect(html).toContain(`<link rel="canonical" href="${APP}/merchants/fassia?lang=en">`);
    expect(dataOf(html)).toMatchObject({ "@type": "Organization", name: "Maison Fassia" });
    expect((await open("/merchants/nobody")).status).toBe(404);
  });

  it("the marketplace lists its first products", async () => {
    const { status, html } = await open("/marketplace", "ar-MA");
    expect([status, html.includes("سوق التسويق بالعمولة")]).toEqual([200, true]);
    expect(JSON.stringify(dataOf(html))).toContain(`${APP}/products/${product}`);
  });
});

describe("search engines", () => {
  it("are told where the map is, and there of active products, merchants and published storefronts only", async () => {
    for (const [handle, published] of [
      ["shown", 1],
      ["hidden", 0],
    ] as const) {
      const { id } = await addUser("influencer");
      await env.CORE_DB.batch([
        env.CORE_DB.prepare("UPDATE users SET handle = ? WHERE id = ?").bind(`sara.${handle}`, id),
        env.CORE_DB.prepare("INSERT INTO storefronts (user_id, published, updated_at) VALUES (?, ?, 1)").bind(
          id,
          published,
        ),
      ]);
    }
    expect((await open("/robots.txt")).html).toContain(`Sitemap: ${APP}/sitemap.xml`);
    const index = await open("/sitemap.xml");
    expect(index.headers.get("Content-Type")).toContain("xml");
    const files = [...index.html.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = ""]) => url.replace(APP, ""));
    expect(files).toEqual(["/sitemaps/pages.xml", "/sitemaps/storefronts.xml", "/sitemaps/products-0.xml"]);
    const [pages, storefronts, products] = await Promise.all(files.map((file) => open(file)));
    expect(pages?.html).toContain(`<loc>${APP}/merchants/`);
    expect([...(storefronts?.html ?? "").matchAll(/<loc>([^<]+)</g)].map(([, url]) => url)).toEqual([
      `${APP}/@sara.shown`,
    ]);
    expect(products?.html).toContain(`<loc>${APP}/products/${product}</loc><lastmod>`);
    expect(products?.html).not.toContain(archived);
    expect((await open("/sitemaps/nothing.xml")).status).toBe(404);
  });
});
