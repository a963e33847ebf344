import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import * as z from "zod";
import { until } from "../scripts/served.ts";
import { accessibilityFaults, PHONE, visit } from "../support/browser.ts";
import { servedDemo } from "./served-demo.ts";
import { signedInVisit } from "./signed-in-visit.ts";

const PICTURE = path.join(import.meta.dirname, "../../docs/screenshots/landing-fr.png");
const TITLE = "Sac en cuir de Fès cousu main";
const TITLE_AR = "حقيبة جلدية فاسية مخيطة باليد";
const SLUG = "hqiba-fassia";
// A headless browser says so, and is no customer.
const A_PHONE =
  "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36";
const others = z.array(z.object({ role: z.string(), name: z.string(), email: z.string(), password: z.string() }));

const { served, browser } = await servedDemo();

test("a merchant lists, an influencer finds it in Arabic and asks, is approved, shares a link, and sees its click", async () => {
  await listProduct();
  await askInArabic();
  await approve();
  const url = await makeLink();
  await openElsewhere(url);
  await seeClick();
});

/** An influencer of the demo who has nothing to do with the product yet, and reads Arabic. */
function influencer() {
  const found = others.parse(served.demo.others).find(({ name }) => name === "عمر بنجلون");
  return found ?? served.demo.influencer;
}

async function listProduct(): Promise<void> {
  const merchant = await signedInVisit(browser, served.demo, served.demo.merchant, { locale: "fr" });
  const { page } = merchant;
  await page.goto("/merchant/products/new");
  await page.fill('[id="title.fr"]', TITLE);
  await page.selectOption('[id="categoryId"]', { label: "Mode › Sacs et maroquinerie" });
  await page.locator("summary", { hasText: /arabe/i }).click();
  await page.fill('[id="title.ar"]', TITLE_AR);
  await page.fill('[id="priceMinor"]', "380,00");
  await page.fill('[id="commission.rateBps"]', "12,5");
  await page.fill('[id="landingUrl"]', "https://maison-fassia.example/sac");
  await page.getByText("47,50").first().waitFor();
  await page.getByRole("button", { name: "Créer le produit" }).click();
  await page.waitForURL(/\/merchant\/products\/prd_/);
  await page.setInputFiles("input[type=file]", {
    name: "sac.png",
    mimeType: "image/png",
    buffer: await readFile(PICTURE),
  });
  await page.waitForSelector("img[src*='/images/img_']");
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(merchant.faults).toEqual([]);
  await merchant.close();
}

async function askInArabic(): Promise<void> {
  const visitor = await signedInVisit(browser, served.demo, influencer(), { locale: "ar", viewport: PHONE });
  const { page } = visitor;
  await page.goto("/marketplace?lang=ar&q=الحقائب الجلدية");
  const card = page.getByRole("link", { name: TITLE_AR });
  await card.waitFor();
  expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
  expect(await accessibilityFaults(page)).toEqual([]);
  await card.click();
  await page.waitForURL(/\/products\/prd_/);
  await page.fill('[id="message"]', "أعرض الصناعة التقليدية على متابعيّ كل جمعة.");
  await page.getByRole("button", { name: "إرسال الطلب" }).click();
  await page.getByText("أُرسل طلبك").waitFor();
  expect(visitor.faults).toEqual([]);
  await visitor.close();
}

async function approve(): Promise<void> {
  const merchant = await signedInVisit(browser, served.demo, served.demo.merchant, { locale: "fr" });
  const { page } = merchant;
  await page.goto("/merchant/requests");
  const request = page.getByRole("listitem").filter({ hasText: TITLE });
  await request.getByRole("button", { name: "Accepter" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Accepter" }).click();
  await request.waitFor({ state: "detached" });
  expect(merchant.faults).toEqual([]);
  await merchant.close();
}

async function makeLink(): Promise<string> {
  const visitor = await signedInVisit(browser, served.demo, influencer(), {
    locale: "ar",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const { page } = visitor;
  await page.goto("/influencer/links/new?lang=ar");
  await page.selectOption('[id="productId"]', { label: `${TITLE_AR} (Maison Fassia)` });
  await page.fill('[id="slug"]', SLUG);
  await page.getByText(/متاح/).waitFor();
  await page.getByRole("button", { name: "إنشاء الرابط" }).click();
  await page.waitForURL(/\/influencer\/links\/lnk_/);
  await page.getByRole("button", { name: /نسخ/ }).first().click();
  const copied = await page.evaluate("navigator.clipboard.readText()");
  expect(copied).toBe(`${served.demo.baseUrl}/r/${SLUG}`);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
  return String(copied);
}

async function openElsewhere(url: string): Promise<void> {
  const customer = await visit(browser, served.demo.baseUrl, { viewport: PHONE, userAgent: A_PHONE });
  const reached: string[] = [];
  customer.page.on("request", (request) => {
    if (request.url().startsWith("https://maison-fassia.example/")) reached.push(request.url());
  });
  // The shop is not of this world: the browser is sent there and finds nobody.
  await expect(customer.page.goto(url)).rejects.toThrow("ERR_");
  expect(reached).toHaveLength(1);
  expect(reached[0]).toMatch(/^https:\/\/maison-fassia\.example\/sac\?sys_click=[\w-]{36}$/);
  await customer.close();
}

async function seeClick(): Promise<void> {
  const visitor = await signedInVisit(browser, served.demo, influencer(), { locale: "fr" });
  const { page } = visitor;
  await until(async () => (await clicksOf(page)) === 1, 20_000);
  await page.goto("/influencer/links?q=hqiba&lang=fr");
  const row = page.getByRole("row").filter({ hasText: SLUG });
  await row.waitFor();
  expect(await clicksOf(page)).toBe(1);
  expect(await row.getByRole("cell").allInnerTexts()).toContain("1");
  expect(visitor.faults).toEqual([]);
  await visitor.close();
}

async function clicksOf(page: Page): Promise<number> {
  const answer = await page.request.get(`/api/affiliates/links?q=${SLUG}`);
  const { data } = z
    .object({ data: z.array(z.object({ stats: z.object({ clicks: z.int() }) })) })
    .parse(await answer.json());
  return data[0]?.stats.clicks ?? 0;
}
