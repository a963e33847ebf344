import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { DESKTOP, PHONE, visit } from "../support/browser.ts";
import { servedDemo } from "./served-demo.ts";

const { place, served, browser } = await servedDemo();

/** The hosts that a page asks for anything; what it makes itself (`blob:`, `data:`) has none. */
function hostsAskedBy(page: Page): ReadonlySet<string> {
  const hosts = new Set<string>();
  page.on("request", (request) => {
    const { host } = new URL(request.url());
    if (host !== "") hosts.add(host);
  });
  return hosts;
}

const isWiderThanTheScreen = (page: Page) =>
  page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");

test.each([
  ["phone", PHONE],
  ["desktop", DESKTOP],
])("shows the API on a %s without breaking its content policy or asking another host", async (_name, viewport) => {
  const { page, faults, close } = await visit(browser, served.demo.baseUrl, { viewport });
  const hosts = hostsAskedBy(page);
  await page.goto("/docs#/Tracking/reportConversion");
  await page.getByText("/api/tracking/conversions", { exact: true }).first().waitFor();
  await page.getByRole("button", { name: "Try it out" }).waitFor();
  expect(await isWiderThanTheScreen(page)).toBe(false);
  await page.goto("/redoc");
  await page.getByRole("heading", { name: "Report an order" }).first().waitFor();
  expect(await isWiderThanTheScreen(page)).toBe(false);
  expect(faults).toEqual([]);
  expect([...hosts]).toEqual([`localhost:${place.port}`]);
  await close();
});

test("tries an operation with an API key, on the server the page came from", async () => {
  const { page, faults, close } = await visit(browser, served.demo.baseUrl);
  await page.goto("/docs#/Payments/getBalance");
  await page.getByRole("button", { name: "Authorize", exact: true }).first().click();
  await page.locator("#auth-bearer-value").first().fill(served.demo.influencer.apiKey);
  await page.getByRole("button", { name: "Apply credentials" }).first().click();
  await page.getByRole("button", { name: "Close" }).first().click();
  await page.getByRole("button", { name: "Try it out" }).click();
  await page.getByRole("button", { name: "Execute" }).click();
  const answer = page.locator(".live-responses-table");
  await answer.getByText("pendingMinor").first().waitFor();
  expect(await answer.locator(".response-col_status").last().textContent()).toContain("200");
  expect(faults).toEqual([]);
  await close();
});

test("searches the guide in a worker that the content policy lets it make", async () => {
  const { page, faults, close } = await visit(browser, served.demo.baseUrl);
  await page.goto("/redoc");
  await page.getByPlaceholder("Search...").fill("coupon");
  await page.getByText("Add a coupon code to a link").first().waitFor();
  expect(faults).toEqual([]);
  await close();
});
