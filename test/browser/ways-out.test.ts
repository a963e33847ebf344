import { readFile } from "node:fs/promises";
import { TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { capturedMails } from "../../schemas/mails.ts";
import { until } from "../scripts/served.ts";
import { DESKTOP, PHONE, visit } from "../support/browser.ts";
import { expectSound } from "./expect-sound.ts";
import { servedDemo } from "./served-demo.ts";

const PASSWORD = "quatre mots sans aucun lien";
const NEW_PASSWORD = "cinq autres mots bien choisis";
const EMAIL = "nadia.sortie@example.ma";

const { served, browser } = await servedDemo();

test("finds back in with a new password, signs in with a recovery code, takes the data along and leaves", async () => {
  const visitor = await visit(browser, served.demo.baseUrl, { viewport: PHONE });
  const { page } = visitor;
  await signUp(page);
  await page.goto("/forgot-password");
  await page.fill("#email", EMAIL);
  await page.click("button[type=submit]");
  await page.goto(await linkMailedTo(EMAIL, "reset_password"));
  await page.fill("#password", NEW_PASSWORD);
  await page.click("button[type=submit]");
  await page.waitForSelector("main >> text=Se connecter");
  await page.goto("/login");
  await logIn(page, NEW_PASSWORD);
  await page.waitForURL(/\/influencer$/);
  const [toEnter, toLeave] = await turnTotpOn(page);
  await page.goto("/settings/sessions");
  await page.click("main button >> text=Se déconnecter");
  await page.waitForURL(/\/login$/);
  visitor.expect(401, "/api/auth/login");
  await logIn(page, NEW_PASSWORD);
  await page.fill("#totp", toEnter);
  await page.click("button[type=submit]");
  await page.waitForURL(/\/influencer$/);
  await takeDataAlong(page);
  await leave(page, toLeave);
  await page.goto("/login");
  await logIn(page, NEW_PASSWORD);
  await page.waitForSelector("[role=alert]");
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

const SIGN_IN_PAGES = [
  "/login",
  "/sign-up",
  "/sign-up?role=merchant",
  "/forgot-password",
  "/reset-password",
  "/verify-email",
];
const SETTINGS = ["profile", "security", "sessions", "api-keys", "notifications", "data"].map(
  (name) => `/settings/${name}`,
);

test.each([
  { locale: "fr", viewport: DESKTOP, colorScheme: "light" },
  { locale: "en", viewport: PHONE, colorScheme: "light" },
  { locale: "ar", viewport: PHONE, colorScheme: "dark" },
] as const)(
  "every page of the account in $locale, $viewport.width wide, $colorScheme: accessible, within the screen, true to the content policy",
  async ({ locale, ...options }) => {
    const visitor = await visit(browser, served.demo.baseUrl, options);
    const { page } = visitor;
    for (const address of SIGN_IN_PAGES) {
      await page.goto(`${address}${address.includes("?") ? "&" : "?"}lang=${locale}`, { waitUntil: "networkidle" });
      await expectSound(visitor);
    }
    const { email, password } = served.demo.merchant;
    await page.goto("/login");
    await page.fill("#email", email);
    await page.fill("#password", password);
    await page.click("button[type=submit]");
    await page.waitForURL(/\/merchant$/);
    for (const address of SETTINGS) {
      await page.goto(`${address}?lang=${locale}`, { waitUntil: "networkidle" });
      expect(await page.getAttribute("html", "lang")).toBe(locale);
      await expectSound(visitor);
    }
    await visitor.close();
  },
);

async function signUp(page: Page): Promise<void> {
  await page.goto("/sign-up?role=influencer");
  await page.fill("#displayName", "Nadia Sortie");
  await page.fill("#email", EMAIL);
  await page.fill("#password", PASSWORD);
  await page.check("#acceptTerms");
  await page.click("button[type=submit]");
  await page.waitForSelector("h1 >> text=Ouvrez votre messagerie");
}

async function linkMailedTo(email: string, template: string): Promise<string> {
  let url: unknown;
  await until(async () => {
    const answer = await fetch(`${served.demo.baseUrl}/dev/mails.json?to=${encodeURIComponent(email)}`);
    const mail = capturedMails.parse(await answer.json()).data.find((one) => one.template === template);
    url = mail?.content?.values.url;
    return url !== undefined;
  }, 10_000);
  return String(url);
}

async function logIn(page: Page, password: string): Promise<void> {
  await page.fill("#email", EMAIL);
  await page.fill("#password", password);
  await page.click("button[type=submit]");
}

/** Answers two of the recovery codes. */
async function turnTotpOn(page: Page): Promise<[string, string]> {
  await page.goto("/settings/security");
  await page.click("text=Configurer");
  await page.waitForSelector("svg[role=img] path");
  const secret = ((await page.textContent("main code")) ?? "").replace(/\s/g, "");
  await page.fill("#code", new TOTP({ secret }).generate());
  await page.click("text=Activer");
  await page.waitForSelector("text=Gardez ces codes de secours");
  const [first = "", second = ""] = (await page.locator("ul[dir=ltr] li").allTextContents()).map((code) => code.trim());
  await page.click("text=Je les ai gardés");
  return [first, second];
}

async function takeDataAlong(page: Page): Promise<void> {
  await page.goto("/settings/data");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("main button >> text=Télécharger")]);
  const text = await readFile(await download.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({ user: { email: EMAIL, displayName: "Nadia Sortie" } });
  expect(text).not.toMatch(/scrypt|hash/);
}

/** Two-step sign-in is on, so leaving asks for a code as well. */
async function leave(page: Page, code: string): Promise<void> {
  await page.click("main button >> text=Supprimer mon compte");
  await page.fill("#word", "supprimer");
  await page.fill("[role=dialog] input[type=password]", NEW_PASSWORD);
  await page.fill("[role=dialog] #totp", code);
  await page.click("[role=dialog] >> text=Supprimer définitivement >> nth=-1");
  await page.waitForURL((url) => !url.pathname.startsWith("/settings"));
}
