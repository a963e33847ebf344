import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { CARD_FETCHER, publish, visit } from "./links-world.ts";

interface Listed {
  readonly category?: string;
  readonly merchant?: string;
  readonly state?: "active" | "paused";
  readonly inStock?: 0 | 1;
  readonly titleAr?: string | null;
  readonly titleFr?: string;
  readonly priceMinor?: number;
}

let sequence = 0;
async function addProduct(listed: Listed = {}): Promise<string> {
  const { category = "cat_bags", merchant = "usr_m", state = "active", inStock = 1 } = listed;
  const { titleFr = "Sac", titleAr = null, priceMinor = 45_000 } = listed;
  const id = `prd_${sequence++}`;
  await env.CORE_DB.prepare(
    `INSERT INTO products (id, merchant_id, title_fr, title_ar, price_minor, commission_rate_bps, category_id, landing_url, state, ended_at,
      in_stock, created_at, updated_at) VALUES (?, ?, ?, ?, ?, 1000, ?, 'https://shop.example/', ?, ?, ?, 0, 0)`,
  )
    .bind(id, merchant, titleFr, titleAr, priceMinor, category, state, state === "active" ? null : 1, inStock)
    .run();
  return id;
}

const addImage = (productId: string, key: string) =>
  env.CORE_DB.prepare(
    `INSERT INTO product_images (id, product_id, position, file_key, content_type, width, height, bytes, sha256, created_at)
      VALUES (?, ?, 0, ?, 'image/jpeg', 800, 800, 10, ?, 0)`,
  )
    .bind(`img_${key}`, productId, key, key)
    .run();

const ended = (productId: string) =>
  publish({ stopped: "product", product: { id: productId, priceMinor: 1, currency: "MAD" } });
const offeredIn = (text: string) => [...text.matchAll(/\/products\/(prd_\d+)/g)].map(([, id]) => id);
const out = new Proxy(env.CORE_DB, {
  get: () => () => {
    throw new Error("out of reach");
  },
});

beforeAll(async () => {
  const user = env.CORE_DB.prepare(
    "INSERT INTO users (id, role, email, display_name, state, suspended_at, created_at) VALUES (?1, 'merchant', ?2, 'Souira', ?3, iif(?3 = 'suspended', 1, NULL), 0)",
  );
  await env.CORE_DB.batch([
    user.bind("usr_m", "m@a.example", "active"),
    user.bind("usr_other", "o@a.example", "active"),
    user.bind("usr_gone", "g@a.example", "suspended"),
    ...["cat_bags", "cat_rugs", "cat_none"].map((id) =>
      env.CORE_DB.prepare(
        "INSERT INTO categories (id, name_fr, name_en, name_ar, position) VALUES (?, 'a', 'a', 'a', 1)",
      ).bind(id),
    ),
    ...["usr_m", "usr_other", "usr_gone"].map((id) =>
      env.CORE_DB.prepare(
        "INSERT INTO user_quotas (user_id, quota, max_count, updated_at) VALUES (?, 'products', 100, 0)",
      ).bind(id),
    ),
  ]);
});

describe("the page of an offer that has ended", () => {
  it("proposes the newest of the category first, then others of the merchant, four at most, and only what is offered", async () => {
    const gone = await addProduct({ state: "paused" });
    const ofMerchant = await addProduct({ category: "cat_rugs" });
    await addProduct({ category: "cat_rugs", merchant: "usr_other" });
    await addProduct({ merchant: "usr_gone" });
    await addProduct({ inStock: 0 });
    await addProduct({ state: "paused" });
    const [first, second] = [await addProduct({ merchant: "usr_other" }), await addProduct()];
    const { response, text } = await visit(`/${(await ended(gone)).slug}`);
    expect(response.status).toBe(410);
    expect(offeredIn(text)).toEqual([second, first, ofMerchant]);
    const more = [await addProduct(), await addProduct(), await addProduct()];
    const other = await addProduct({ state: "paused" });
    expect(offeredIn((await visit(`/${(await ended(other)).slug}`)).text)).toEqual([...more.reverse(), second]);
  });

  it("speaks the visitor's language, shows picture and price, and lets nobody write into it", async () => {
    const gone = await addProduct({ category: "cat_none", state: "paused", merchant: "usr_other" });
    const titleFr = '<img src=x onerror="alert(1)"> Tapis';
    const rug = await addProduct({ category: "cat_none", titleFr, titleAr: "زربية", priceMinor: 123_450 });
    await addImage(rug, "img_rug.jpg");
    const link = await ended(gone);
    const arabic = await visit(`/${link.slug}`, { headers: { "Accept-Language": "ar" } });
    expect(arabic.text).toContain('dir="rtl"');
    expect(arabic.text).toContain("زربية");
    expect(arabic.text).toContain("1.234,50\u00a0د.م.");
    expect(arabic.text).toContain(`href="http://localhost:8787/products/${rug}?lang=ar"`);
    expect(arabic.text).toContain('src="http://localhost:8787/images/img_rug.jpg"');
    const french = await visit(`/${link.slug}`, { headers: { "Accept-Language": "fr" } });
    expect(french.text).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; Tapis");
    expect(french.text).toContain("1\u202f234,50\u00a0DH");
    const policy = french.response.headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("img-src http://localhost:8787;");
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; img-src [^*]+; base-uri 'none'/);
  });

  it("is remembered for some seconds, and plain while the database is out of reach", async () => {
    const gone = await addProduct({ state: "paused" });
    const { slug } = await ended(gone);
    const before = offeredIn((await visit(`/${slug}`)).text);
    expect(offeredIn((await visit(`/${slug}`, { bindings: { CORE_DB: out } })).text)).toEqual(before);
    const unseen = await ended(await addProduct({ state: "paused" }));
    const { response, text, messages } = await visit(`/${unseen.slug}`, { bindings: { CORE_DB: out } });
    expect([response.status, offeredIn(text)]).toEqual([410, []]);
    expect(text).toContain("Cette offre est terminée");
    expect(messages).toMatchObject([{ kind: "links.failed" }]);
  });

  it("asks the database for nobody who sees nothing, and reads no table from end to end", async () => {
    const unseen = await ended(await addProduct({ state: "paused" }));
    const head = await visit(`/${unseen.slug}`, { method: "HEAD", bindings: { CORE_DB: out } });
    expect([head.response.status, head.text, head.messages]).toEqual([410, "", []]);
    const statements: string[] = [];
    const spied = new Proxy(env.CORE_DB, {
      get: (target, key) =>
        key === "prepare"
          ? (text: string) => {
              statements.push(text);
              return target.prepare(text);
            }
          : Reflect.get(target, key).bind(target),
    });
    await visit(`/${unseen.slug}`, { bindings: { CORE_DB: spied } });
    expect(statements).toHaveLength(1);
    const plan = await env.CORE_DB.prepare(`EXPLAIN QUERY PLAN ${statements[0]}`).bind("prd").all<{ detail: string }>();
    const details = plan.results.map(({ detail }) => detail);
    expect(details.filter((detail) => /^SCAN (?!n\b|near|\(subquery|ended)/.test(detail))).toEqual([]);
    expect(details.join("\n")).toMatch(/product_listings_by_category[\s\S]*product_listings_by_merchant/);
  });

  it("is there for entries published before they named their product", async () => {
    const link = await publish({ stopped: "paused" });
    expect((await visit(`/${link.slug}`, { bindings: { CORE_DB: out } })).response.status).toBe(410);
  });
});

describe("a link's card", () => {
  it("tells chats the picture with its size, the price and whose it is, once each", async () => {
    const image = { key: "img_a.jpg", type: "image/jpeg", width: 1200, height: 900 };
    const product = { id: "prd_x", priceMinor: 45_050, currency: "MAD" };
    const link = await publish({ image, product, title: "Sac en cuir" });
    const { response, text } = await visit(`/${link.slug}`, { agent: CARD_FETCHER });
    expect(response.status).toBe(200);
    const tags = Object.fromEntries(
      [...text.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)">/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    );
    expect(tags).toMatchObject({
      "og:type": "product",
      "og:title": "Sac en cuir",
      "og:description": "Faite à Fès",
      "og:locale": "fr_MA",
      "og:url": `http://localhost:8787/r/${link.slug}`,
      "og:image": "http://localhost:8787/images/img_a.jpg",
      "og:image:type": "image/jpeg",
      "og:image:width": "1200",
      "og:image:height": "900",
      "og:image:alt": "Sac en cuir",
      "product:price:amount": "450.50",
      "product:price:currency": "MAD",
      "twitter:card": "summary_large_image",
    });
    expect([...text.matchAll(/property="og:image"/g)]).toHaveLength(1);
    const bare = await visit(`/${(await publish()).slug}`, { agent: CARD_FETCHER });
    expect(bare.text).not.toMatch(/og:image|product:price|undefined|null/);
  });
});
