import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { until } from "../scripts/served.ts";
import { accessibilityFaults, PHONE, visit } from "../support/browser.ts";
import { servedDemo } from "./served-demo.ts";
import { signedInVisit } from "./signed-in-visit.ts";

// A headless browser says so, and is no customer.
const A_PHONE =
  "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36";
const SOON_MS = 10_000;

const { served, browser } = await servedDemo();

/** Somebody else, somewhere else, presses the link. Returns where it leads, with the click's token. */
async function press(slug: string): Promise<URL> {
  const customer = await visit(browser, served.demo.baseUrl, { viewport: PHONE, userAgent: A_PHONE });
  const answer = await customer.page.request.get(`/r/${slug}`, { maxRedirects: 0 });
  expect(answer.status()).toBe(302);
  await customer.close();
  return new URL(answer.headers().location ?? "");
}

const numberOf = (page: Page, name: string) =>
  page.locator('section[aria-label="Aujourd’hui"] dl > div', { hasText: name }).locator("dd").first().innerText();
const slug = () => served.demo.links[0]?.slug ?? "";
const counts = async (page: Page, name: string, expected: number) =>
  expect(await until(async () => Number(await numberOf(page, name)) === expected, SOON_MS)).toBe(true);

test("a click and an order appear on an open dashboard without reloading it, and what happened offline is made up for", async () => {
  const influencer = await signedInVisit(browser, served.demo, served.demo.influencer, { locale: "fr" });
  const { page } = influencer;
  await page.goto("/influencer?lang=fr");
  await page.getByText("En direct").waitFor();
  await page.locator('section[aria-label="Aujourd’hui"]').waitFor();
  let loads = 0;
  page.on("load", () => {
    loads += 1;
  });
  const [clicks, orders] = [Number(await numberOf(page, "Clics")), Number(await numberOf(page, "Commandes"))];

  const landed = await press(slug());
  await counts(page, "Clics", clicks + 1);

  const merchant = await signedInVisit(browser, served.demo, served.demo.merchant, { locale: "fr" });
  await merchant.page.goto("/merchant?lang=fr");
  await merchant.page.getByText("En direct").waitFor();
  const placed = await page.request.post("/api/tracking/conversions", {
    headers: { Authorization: `Bearer ${served.demo.merchant.apiKey}`, "Idempotency-Key": "live-order-1" },
    data: {
      orderId: "LIVE-1",
      amountMinor: 45_000,
      currency: "MAD",
      payment: "cod",
      clickToken: landed.searchParams.get("sys_click"),
    },
  });
  expect(placed.status()).toBe(201);
  await counts(page, "Commandes", orders + 1);
  await merchant.page.getByText("LIVE-1").waitFor();

  await page.context().setOffline(true);
  await page.getByText("En pause").waitFor();
  await press(slug());
  await page.context().setOffline(false);
  await counts(page, "Clics", clicks + 2);
  await page.getByText("En direct").waitFor();

  expect(loads).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(influencer.faults).toEqual([]);
  expect(merchant.faults).toEqual([]);
  await merchant.close();
  await influencer.close();
});

test("the analytics read well in Arabic on a phone: period in the address, chart and table, steps and breakdowns", async () => {
  const visitor = await signedInVisit(browser, served.demo, served.demo.merchant, {
    locale: "ar",
    viewport: PHONE,
    hasTouch: true,
  });
  const { page } = visitor;
  await page.goto("/merchant/analytics?lang=ar");
  await page.getByRole("img", { name: /النقرات حسب اليوم/ }).waitFor();
  expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole("link", { name: "90 يومًا" }).click();
  await page.waitForURL(/period=90/);
  await page.getByRole("button", { name: "الأسبوع" }).click();
  await page.waitForURL(/step=week/);
  await page.getByRole("img", { name: /النقرات حسب الأسبوع/ }).waitFor();

  const picture = page.locator(".u-over");
  const touched = async () => {
    await picture.tap();
    return page
      .getByText(/أسبوع \d/)
      .first()
      .isVisible();
  };
  expect(await until(touched, SOON_MS)).toBe(true);
  await page.keyboard.press("t");
  await page.getByRole("list", { name: "عبر الزمن" }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press("t");
  await picture.waitFor();

  await page.selectOption("select[name=by]", "courier");
  await page.waitForURL(/by=courier/);
  await page.getByRole("list", { name: /شركة التوصيل/ }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "حسب اليوم" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^days-.*\.csv$/);

  await page.goto("/merchant/analytics?lang=ar");
  await page
    .getByRole("button", { name: /^اعرض .* فقط$/ })
    .first()
    .click();
  await page.waitForURL(/link=lnk_/);
  const row = page.getByRole("list", { name: "التفصيل: الرابط" }).getByRole("listitem");
  expect(await until(async () => (await row.count()) === 1, SOON_MS)).toBe(true);
  const clicks = await row.locator("dl > div", { hasText: "النقرات" }).locator("dd").innerText();
  const headline = page.locator("section[aria-label='أرقام الفترة'] dl > div", { hasText: "النقرات" }).locator("dd");
  expect(await until(async () => (await headline.first().innerText()) === clicks, SOON_MS)).toBe(true);

  await page.goto("/merchant/analytics?period=custom&from=2025-01-01&to=2025-01-31&lang=ar");
  await page.getByText("لا شيء في هذه الفترة").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});
