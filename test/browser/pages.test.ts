import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import * as z from "zod";
import { DESKTOP, PHONE, visit } from "../support/browser.ts";
import { expectSound } from "./expect-sound.ts";
import { servedDemo } from "./served-demo.ts";
import { signIn } from "./signed-in-visit.ts";

const PUBLIC_PAGES = ["/", "/pricing", "/legal", "/privacy", "/marketplace", "/no-such-page", "/ui"];
const INFLUENCER_PAGES = [
  "/marketplace?q=introuvable",
  "/influencer/requests",
  "/influencer/requests?state=rejected",
  "/influencer/links",
  "/influencer/links?q=introuvable",
  "/influencer/links/new",
  "/influencer/links/many",
  "/influencer/orders",
  "/influencer/orders?status=lost&by=coupon",
  "/influencer/claims",
  "/influencer/claims?state=withdrawn",
  "/influencer/claims/new",
];
const MERCHANT_PAGES = [
  "/merchant/products",
  "/merchant/products?q=introuvable",
  "/merchant/products/new",
  "/merchant/products/import",
  "/merchant/sites",
  "/merchant/requests?state=approved",
  "/merchant/influencers",
  "/merchant/orders",
  "/merchant/orders?view=to_ship&payment=cod",
  "/merchant/orders?q=introuvable",
  "/merchant/orders/import",
  "/merchant/orders/import?mode=parcels",
  "/merchant/integrations/snippet",
  "/merchant/claims",
  "/merchant/claims/new",
];
// The narrowest phone that is promised (look.md).
const NARROW = { width: 360, height: 740 } as const;

const { served, browser } = await servedDemo();

// Every language, width and theme; Arabic in both, since it runs the other way.
const looks = [
  { locale: "fr", viewport: NARROW, colorScheme: "light" },
  { locale: "en", viewport: DESKTOP, colorScheme: "dark" },
  { locale: "ar", viewport: NARROW, colorScheme: "light" },
  { locale: "ar", viewport: DESKTOP, colorScheme: "dark" },
] as const;

test.each(looks)(
  "public pages in $locale, $viewport.width wide, $colorScheme: accessible, within the screen, true to the content policy",
  async ({ locale, ...options }) => {
    const visitor = await visit(browser, served.demo.baseUrl, options);
    const { page } = visitor;
    for (const address of PUBLIC_PAGES) {
      await page.goto(`${address}?lang=${locale}`, { waitUntil: "networkidle" });
      expect(await page.getAttribute("html", "lang")).toBe(locale);
      expect(await page.getAttribute("html", "dir")).toBe(locale === "ar" ? "rtl" : "ltr");
      expect(await page.locator("h1").count()).toBe(1);
      await expectSound(visitor);
    }
    await visitor.close();
  },
);

test.each([
  ["influencer", "ar", PHONE],
  ["merchant", "ar", DESKTOP],
  ["admin", "fr", PHONE],
] as const)("the %s's first page, in %s, shows what the API knows", async (role, locale, viewport) => {
  const visitor = await visit(browser, served.demo.baseUrl, { viewport });
  const { page } = visitor;
  await signIn(visitor, served.demo, role, locale);
  await page.waitForSelector(role === "admin" ? "text=Base principale" : "main bdi.amount >> nth=5");
  await expectSound(visitor);
  await visitor.close();
});

test.each([
  { locale: "fr", viewport: DESKTOP, colorScheme: "light" },
  { locale: "ar", viewport: NARROW, colorScheme: "dark" },
] as const)(
  "a merchant's catalogue in $locale, $viewport.width wide, $colorScheme: accessible, within the screen, without a fault",
  async ({ locale, ...options }) => {
    const visitor = await visit(browser, served.demo.baseUrl, options);
    const { page } = visitor;
    await signIn(visitor, served.demo, "merchant", locale);
    const productId = served.demo.links[0]?.productId;
    const own = [`/merchant/products/${productId}`, `/merchant/orders/${await anOrder(page)}`];
    for (const address of [...MERCHANT_PAGES, ...own]) {
      await page.goto(address, { waitUntil: "networkidle" });
      expect(await page.locator("h1").count(), address).toBe(1);
      await expectSound(visitor);
    }
    await visitor.close();
  },
);

test.each([
  { locale: "fr", viewport: DESKTOP, colorScheme: "light" },
  { locale: "ar", viewport: NARROW, colorScheme: "dark" },
] as const)(
  "an influencer's way from a product to a shared link in $locale, $viewport.width wide, $colorScheme: accessible, within the screen, without a fault",
  async ({ locale, ...options }) => {
    const visitor = await visit(browser, served.demo.baseUrl, options);
    const { page } = visitor;
    await signIn(visitor, served.demo, "influencer", locale);
    const [link] = served.demo.links;
    const ways = [
      `/products/${link?.productId}`,
      `/merchants/${served.demo.merchant.id}`,
      `/influencer/links/${link?.id}`,
      `/influencer/orders/${await anOrder(page)}`,
    ];
    for (const address of [...INFLUENCER_PAGES, ...ways]) {
      await page.goto(address, { waitUntil: "networkidle" });
      expect(await page.locator("h1").count(), address).toBe(1);
      await expectSound(visitor);
    }
    await visitor.close();
  },
);

/** The newest order that whoever is signed in may see. */
async function anOrder(page: Page): Promise<string> {
  const answer = await page.request.get("/api/tracking/conversions?limit=1");
  const { data } = z.object({ data: z.array(z.object({ id: z.string() })) }).parse(await answer.json());
  return data[0]?.id ?? "";
}

test("answers to the keyboard: past the navigation, to a place, to the list of shortcuts", async () => {
  const visitor = await visit(browser, served.demo.baseUrl);
  const { page } = visitor;
  await signIn(visitor, served.demo, "influencer", "fr");
  await page.waitForSelector("h1");
  await page.reload({ waitUntil: "networkidle" });
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector("main:focus");
  await page.keyboard.press("?");
  await page.waitForSelector("[role=dialog] >> text=Raccourcis clavier");
  await expectSound(visitor);
  await page.keyboard.press("Escape");
  await page.waitForSelector("[role=dialog]", { state: "detached" });
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await page.waitForURL(/\/settings\/profile$/);
  await page.waitForSelector("h1:focus");
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test("leads from a phone to the places that are not under the thumb, and from a notification to what it tells of", async () => {
  const visitor = await visit(browser, served.demo.baseUrl, { viewport: PHONE });
  const { page } = visitor;
  await signIn(visitor, served.demo, "merchant", "fr");
  await page.getByRole("button", { name: "Autres pages" }).click();
  await page.getByRole("menuitem", { name: "Intégrations" }).click();
  await page.waitForURL(/\/merchant\/integrations$/);
  await page.goto("/settings/notifications");
  await page
    .getByRole("link", { name: /réclamation/ })
    .first()
    .click();
  await page.waitForURL(/\/merchant\/claims$/);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test("gives the focus back to the button that opened a question", async () => {
  const visitor = await visit(browser, served.demo.baseUrl);
  const { page } = visitor;
  await signIn(visitor, served.demo, "merchant", "fr");
  await page.goto("/merchant/orders?view=to_confirm");
  await page.getByRole("button", { name: "Contacter le client" }).first().click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.waitForSelector('button[aria-label^="Contacter le client"]:focus');
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test("remembers the language and the theme that were chosen", async () => {
  const visitor = await visit(browser, served.demo.baseUrl);
  const { page } = visitor;
  await page.goto("/");
  await page.selectOption("header select >> nth=0", "ar");
  await page.selectOption("header select >> nth=1", "dark");
  await page.goto("/pricing");
  await page.waitForSelector("html[lang=ar][dir=rtl][data-theme=dark]");
  await page.waitForSelector("h1 >> text=تدفع حين تُحصّل");
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test("says so while there is no connection, and keeps the page", async () => {
  const visitor = await visit(browser, served.demo.baseUrl);
  const { page } = visitor;
  await page.goto("/", { waitUntil: "networkidle" });
  await page.context().setOffline(true);
  await page.waitForSelector("text=Vous êtes hors ligne");
  await page.waitForSelector("h1");
  await page.context().setOffline(false);
  await page.waitForSelector("text=Vous êtes hors ligne", { state: "detached" });
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});
