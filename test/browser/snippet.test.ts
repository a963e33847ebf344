import type { Page, Route } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { type Visit, visit } from "../support/browser.ts";
import { servedDemo } from "./served-demo.ts";

// What drives the browser calls itself headless, and a robot's click carries no token.
const PERSON =
  "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";

// The shop's pages are far away, the platform here is on this machine: a browser asks before it goes there.
const AWAY = { userAgent: PERSON, permissions: ["local-network-access"] };

const { served, browser } = await servedDemo();
let shop: string;
let key: string;

beforeAll(async () => {
  key = await makePublishableKey();
});

test("keeps the click from the landing to the thank-you page, fills the form, and tells of the order", async () => {
  const visitor = await visitShop();
  const { page } = visitor;
  const token = await clickThrough(page);
  await page.goto(`${shop}/panier`);
  const field = page.locator("form[data-sys-form] input[type=hidden]");
  expect([await field.getAttribute("name"), await field.inputValue()]).toEqual(["sys_click", token]);
  expect(await page.locator("form#search input[name=sys_click]").count()).toBe(0);

  const told = page.waitForResponse((answer) => answer.url().endsWith("/api/tracking/browser-orders"));
  await page.goto(`${shop}/merci?order=SN-1`);
  expect((await told).status()).toBe(202);
  const order = await report("SN-1");
  expect(order.attribution).toMatchObject({ by: "click", linkId: served.demo.links[0]?.id });
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test("tells of an order whose page called before the script had come", async () => {
  const visitor = await visitShop();
  await clickThrough(visitor.page);
  const told = visitor.page.waitForResponse((answer) => answer.url().endsWith("/api/tracking/browser-orders"));
  await visitor.page.goto(`${shop}/merci-tot?order=SN-2`);
  expect((await told).status()).toBe(202);
  expect((await report("SN-2")).attribution.by).toBe("click");
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test("stores nothing before a yes, and nothing after a no", async () => {
  const visitor = await visitShop('data-consent="required"');
  const { page } = visitor;
  const token = await clickThrough(page);
  expect(await stored(page)).toEqual([]);
  await page.evaluate("sys('consent', true)");
  expect(await stored(page)).toEqual(["sys_click", "sys_ok"]);
  await page.goto(`${shop}/panier`);
  expect(await page.locator("input[name=sys_click]").inputValue()).toBe(token);
  await page.evaluate("sys('consent', false)");
  expect(await stored(page)).toEqual([]);
  expect(await page.locator("input[name=sys_click]").inputValue()).toBe("");
  await page.goto(`${shop}/merci?order=SN-3`);
  await page.waitForLoadState("networkidle");
  expect((await report("SN-3")).attribution).toMatchObject({ by: "none", reason: "no_touch" });
  await visitor.close();
});

test("keeps the click in a cookie of the shop's own where the browser's store is closed", async () => {
  const visitor = await visitShop();
  const { page } = visitor;
  await page.addInitScript("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no') } })");
  const token = await clickThrough(page);
  await page.goto(`${shop}/panier`);
  expect(await page.locator("input[name=sys_click]").inputValue()).toBe(token);
  expect((await page.context().cookies(shop)).map(({ name, sameSite }) => [name, sameSite])).toEqual([
    ["sys_click", "Lax"],
  ]);
  await visitor.close();
});

test("may not be called from the page of a site that nobody has verified", async () => {
  const visitor = await visit(browser, served.demo.baseUrl, AWAY);
  const { page } = visitor;
  await page.route("https://inconnu.example/**", (route) => answerPage(route, ""));
  const refused = page.waitForEvent("requestfailed", (request) => request.url().includes("/browser-orders"));
  await page.goto("https://inconnu.example/?sys_click=AQAAAAAqAGkk3kC7Qm9y8n2LwZ0vT5pXe1dS");
  await page.goto("https://inconnu.example/merci?order=SN-4");
  await refused;
  expect(visitor.faults.every((fault) => /CORS|ERR_FAILED/.test(fault))).toBe(true);
  await visitor.close();
});

/** A shop of the merchant's, on a verified site, under a policy that allows our host alone. */
async function visitShop(attributes = ""): Promise<Visit> {
  const visitor = await visit(browser, served.demo.baseUrl, AWAY);
  await visitor.page.route(`${shop}/**`, (route) => answerPage(route, attributes));
  return visitor;
}

// Through the influencer's link to the shop, as a person comes; answers the click's token.
async function clickThrough(page: Page): Promise<string> {
  const link = served.demo.links[0]?.url ?? "";
  const answer = await page.request.get(link, { maxRedirects: 0, headers: { "User-Agent": PERSON } });
  const landing = new URL(answer.headers().location ?? "");
  const token = landing.searchParams.get("sys_click") ?? "";
  expect([landing.origin, token]).toEqual([shop, expect.stringMatching(/^[\w-]{36}$/)]);
  await page.goto(landing.href);
  return token;
}

const stored = (page: Page) =>
  page.evaluate<string[]>(
    "[...Object.keys(localStorage), ...Object.keys(sessionStorage), ...document.cookie.split('; ').filter(Boolean)].filter((name) => name.startsWith('sys_')).sort()",
  );

async function answerPage(route: Route, attributes: string): Promise<void> {
  const url = new URL(route.request().url());
  if (url.pathname === "/own.js") {
    const call = `window.sys = window.sys || function () { (sys.q = sys.q || []).push(arguments) };
      const id = new URLSearchParams(location.search).get("order"); if (id) sys("order", { id });`;
    return route.fulfill({ contentType: "text/javascript", body: call });
  }
  const origin = served.demo.baseUrl;
  const snippet = `<script src="${origin}/t.js" data-key="${key}" ${attributes}></script>`;
  const own = '<script src="/own.js"></script>';
  const scripts = url.pathname === "/merci-tot" ? own + snippet : snippet + own;
  const forms = `<form id="search"><input name="q"></form><form data-sys-form action="/payer" method="post"></form>`;
  await route.fulfill({
    contentType: "text/html; charset=utf-8",
    headers: {
      "Content-Security-Policy": `default-src 'none'; script-src 'self' ${origin}; connect-src ${origin}; img-src data:; form-action 'self'`,
    },
    body: `<!doctype html><html lang="fr"><head><title>Boutique</title><link rel="icon" href="data:,">${scripts}</head><body>${forms}</body></html>`,
  });
}

async function makePublishableKey(): Promise<string> {
  const { baseUrl, merchant } = served.demo;
  const visitor = await visit(browser, baseUrl);
  const { page } = visitor;
  await page.goto("/login?next=/merchant/integrations/snippet");
  await page.fill("#email", merchant.email);
  await page.fill("#password", merchant.password);
  await page.click("button[type=submit]");
  await page.click("text=Créer une clé publique");
  await page.waitForSelector("text=La clé est dans le code");
  const code = await page.locator("pre").first().innerText();
  const made = /data-key="(pk_[\w-]+)"/.exec(code)?.[1];
  const hosts = await page.request.get("/api/products/hosts");
  const list: unknown = await hosts.json();
  shop = `https://${hostOf(list)}`;
  await visitor.close();
  if (!made) throw new Error(`no key in ${code}`);
  return made;
}

function hostOf(list: unknown): string {
  const host = /"host":"([^"]+)"[^}]*"state":"verified"/.exec(JSON.stringify(list))?.[1];
  if (!host) throw new Error("the demo's merchant has no verified site");
  return host;
}

/** The shop's server reports its order, without any touch of its own. */
async function report(orderId: string) {
  const { baseUrl, merchant } = served.demo;
  const answer = await fetch(`${baseUrl}/api/tracking/conversions`, {
    method: "POST",
    headers: { Authorization: `Bearer ${merchant.apiKey}`, "Content-Type": "application/json" },
    body: JSON.stringify({ orderId, amountMinor: 45_000, currency: "MAD", payment: "cod" }),
  });
  expect(answer.status).toBe(201);
  const { attribution }: { attribution: { by: string; reason: string; linkId: string | null } } = await answer.json();
  return { attribution };
}
