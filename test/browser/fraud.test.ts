import { TOTP } from "otpauth";
import type { BrowserContext, Page } from "playwright-core";
import { expect, test } from "vitest";
import * as z from "zod";
import { until } from "../scripts/served.ts";
import { DESKTOP, PHONE, visit } from "../support/browser.ts";
import { expectSound } from "./expect-sound.ts";
import { servedDemo } from "./served-demo.ts";

const REASON = "La marchande ne connaît pas cette commande";
const APPEAL = "كانت الصفحة مفتوحة عندها قبل أن تضغط على الرابط";
const ANDROID =
  "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";
const cases = z.object({ data: z.array(z.object({ id: z.string(), conversionId: z.string().nullable() })) });
const ordered = z.object({ id: z.string() });

const { served, browser } = await servedDemo();

test("an order right after its click is held, a person decides with a reason, and the influencer reads it in Arabic and answers", async () => {
  const caseId = await caseOf(await orderRightAfterClick());
  await decide(caseId);
  await readAndAnswer();
  await seeAgain(caseId);
});

test.each([
  { locale: "fr", viewport: DESKTOP, colorScheme: "light" },
  { locale: "ar", viewport: PHONE, colorScheme: "dark" },
  { locale: "en", viewport: { width: 360, height: 800 }, colorScheme: "light" },
] as const)(
  "the queue, a case and the rules in $locale, $viewport.width wide, $colorScheme: accessible and within the screen",
  async ({ locale, ...options }) => {
    const visitor = await visit(browser, served.demo.baseUrl, options);
    const { page } = visitor;
    await page.addInitScript((chosen) => localStorage.setItem("locale", chosen), locale);
    await logInAdmin(page);
    await page.goto("/admin/fraud");
    const first = page.locator('main a[href^="/admin/fraud/frd_"]').first();
    await first.waitFor();
    await expectSound(visitor);
    await first.click();
    await page.waitForURL(/\/admin\/fraud\/frd_/);
    await page.locator("main ol li").first().waitFor();
    await expectSound(visitor);
    await page.goto("/admin/fraud/rules");
    await page.locator("main ul li").nth(10).waitFor();
    await expectSound(visitor);
    expect(visitor.faults).toEqual([]);
    await visitor.close();
  },
);

/** Follows the influencer's link and orders at once, as no person could. */
async function orderRightAfterClick(): Promise<string> {
  const { baseUrl, links, merchant } = served.demo;
  const clicked = await fetch(`${baseUrl}/r/${links[0]?.slug}`, {
    redirect: "manual",
    headers: { "User-Agent": ANDROID },
  });
  const clickToken = new URL(clicked.headers.get("Location") ?? "").searchParams.get("sys_click");
  const answer = await fetch(`${baseUrl}/api/tracking/conversions`, {
    method: "POST",
    headers: { Authorization: `Bearer ${merchant.apiKey}`, "Content-Type": "application/json" },
    body: JSON.stringify({ orderId: "F-1", clickToken, amountMinor: 45_000, currency: "MAD", payment: "cod" }),
  });
  expect(answer.status).toBe(201);
  return ordered.parse(await answer.json()).id;
}

/** The case that the rules open within moments of the order. */
async function caseOf(conversionId: string): Promise<string> {
  const { baseUrl, influencer } = served.demo;
  let found: string | undefined;
  await until(async () => {
    const answer = await fetch(`${baseUrl}/api/tracking/fraud?limit=100`, {
      headers: { Authorization: `Bearer ${influencer.apiKey}` },
    });
    found = cases.parse(await answer.json()).data.find((one) => one.conversionId === conversionId)?.id;
    return found !== undefined;
  }, 70_000);
  return found ?? "";
}

async function decide(caseId: string): Promise<void> {
  const visitor = await visit(browser, served.demo.baseUrl);
  const { page } = visitor;
  await logInAdmin(page);
  await page.click('nav >> a[href="/admin/fraud"]');
  await page.click(`main a[href="/admin/fraud/${caseId}"]`);
  await page.waitForSelector("h1 >> text=Dossier de");
  await page.waitForSelector("main >> text=/après le clic/");
  await page.click("main >> text=Refuser les commissions");
  await page.waitForSelector("[role=dialog] >> text=Refuser les commissions ?");
  await expectSound(visitor);
  await page.fill("[role=dialog] textarea", REASON);
  await page.click("[role=dialog] button[type=submit]");
  await page.waitForSelector("main >> text=Décidé le");
  await expectSound(visitor);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
}

async function readAndAnswer(): Promise<void> {
  const visitor = await visit(browser, served.demo.baseUrl, { viewport: PHONE });
  const { page } = visitor;
  const { email, password } = served.demo.influencer;
  await page.addInitScript(() => localStorage.setItem("locale", "ar"));
  await page.goto("/login?next=/influencer/checks");
  await logIn(page, email, password);
  await page.waitForSelector("h1 >> text=عمليات التحقق");
  const check = page.locator("main ul > li", { hasText: REASON });
  await check.waitFor();
  expect(await check.textContent()).toContain("لن تُصرف العمولات المعنية.");
  await expectSound(visitor);
  await check.locator("button", { hasText: "طلب نظرة ثانية" }).click();
  await page.fill("[role=dialog] textarea", APPEAL);
  await expectSound(visitor);
  await page.click("[role=dialog] button[type=submit]");
  await page.waitForSelector("main >> text=ينظر شخص آخر في ملفك.");
  expect(visitor.faults).toEqual([]);
  await visitor.close();
}

// Who rejected it may read what the influencer says, and leaves the decision to somebody else.
async function seeAgain(caseId: string): Promise<void> {
  const visitor = await visit(browser, served.demo.baseUrl);
  const { page } = visitor;
  await logInAdmin(page);
  await page.goto(`/admin/fraud/${caseId}`);
  await page.waitForSelector(`main >> text=${APPEAL}`);
  await page.waitForSelector("main >> text=c’est une autre personne qui décide");
  expect(await page.locator("main >> text=Refuser les commissions").count()).toBe(0);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
}

async function logIn(page: Page, email: string, password: string): Promise<void> {
  await page.fill("#email", email);
  await page.fill("#password", password);
  await page.click("button[type=submit]");
}

let adminCookies: Awaited<ReturnType<BrowserContext["cookies"]>> = [];

// A code opens once in its half minute: whoever comes again brings the cookies of the first time.
async function logInAdmin(page: Page): Promise<void> {
  const { email, password, totpSecret } = served.demo.admin;
  const { baseUrl } = served.demo;
  await page.context().addCookies(adminCookies);
  if (adminCookies.length === 0) {
    const data = { email, password, totp: new TOTP({ secret: totpSecret }).generate() };
    const answer = await page.request.post(`${baseUrl}/api/auth/login`, { headers: { Origin: baseUrl }, data });
    expect(answer.status()).toBe(200);
    adminCookies = await page.context().cookies();
  }
  await page.goto("/admin");
}
