import { TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { capturedMails } from "../../schemas/mails.ts";
import { until } from "../scripts/served.ts";
import { accessibilityFaults, DESKTOP, PHONE, type Visit, visit } from "../support/browser.ts";
import { servedDemo } from "./served-demo.ts";

const PASSWORD = "quatre mots sans aucun lien";
const PERIOD_MS = 30_000;

const { served, browser } = await servedDemo();

test.each([
  ["a phone", PHONE, "light", "sara.telephone@example.ma"],
  ["a desk", DESKTOP, "dark", "sara.bureau@example.ma"],
] as const)(
  "signs up, confirms by mail, signs in, turns two steps on, turns Arabic and signs out: on %s",
  async (_, viewport, colorScheme, email) => {
    const visitor = await visit(browser, served.demo.baseUrl, { viewport, colorScheme });
    const { page } = visitor;
    await signUp(visitor, email);
    await confirmByMail(visitor, email);
    await logIn(page, email);
    await seen(visitor, /\/influencer$/, "h1");
    const secret = await turnTotpOn(visitor);
    await signOut(page, "Se déconnecter");
    await logInWithCode(visitor, email, secret);
    await changeProfile(visitor);
    await turnArabic(visitor);
    await signOut(page, "تسجيل الخروج");
    await seen(visitor, /\/login$/, "h1 >> text=تسجيل الدخول");
    expect(visitor.faults).toEqual([]);
    await visitor.close();
  },
);

test("brings whoever signs up from a product back to it, once the address is confirmed", async () => {
  const visitor = await visit(browser, served.demo.baseUrl, { viewport: PHONE });
  const { page } = visitor;
  const product = `/products/${served.demo.links[0]?.productId}`;
  await page.addInitScript(() => localStorage.setItem("locale", "fr"));
  await page.goto(product);
  await page.click("main >> text=Créer mon compte");
  await fillSignUp(page, "retour@example.ma");
  await seen(visitor, /\/sign-up/, "h1 >> text=Ouvrez votre messagerie");
  await page.goto(await linkMailedTo("retour@example.ma"));
  await page.click("main >> text=Se connecter");
  await logIn(page, "retour@example.ma");
  await seen(visitor, new RegExp(`${product}$`), "h1");
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test("keeps what was typed when a field is refused, and says which", async () => {
  const visitor = await visit(browser, served.demo.baseUrl, { viewport: PHONE });
  const { page } = visitor;
  await page.goto("/sign-up?role=merchant");
  await page.fill("#displayName", "Boutique Zellige");
  await page.fill("#email", "pas une adresse");
  await page.fill("#password", "court");
  await page.click("button[type=submit]");
  await page.waitForSelector("[role=alert]:focus");
  expect(await page.textContent("#email-error")).toBe("Une adresse e-mail est attendue");
  expect(await page.textContent("#password-error")).toBe("Au moins 10 caractères");
  expect(await page.inputValue("#displayName")).toBe("Boutique Zellige");
  await page.click("[role=alert] >> text=Une adresse e-mail est attendue");
  await page.waitForSelector("#email:focus");
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test("shows a page of one's own only after signing in, and then that page", async () => {
  const visitor = await visit(browser, served.demo.baseUrl);
  const { page } = visitor;
  await page.goto("/settings/sessions");
  await page.waitForURL(/\/login\?next=%2Fsettings%2Fsessions$/);
  await logIn(page, served.demo.influencer.email, served.demo.influencer.password);
  await seen(visitor, /\/settings\/sessions$/, "text=Cet appareil");
  await page.goto("/login?next=//elsewhere.example/");
  await page.waitForURL(/\/influencer$/);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test("renews an access that ran out, once for two tabs, and nobody notices", async () => {
  const visitor = await visit(browser, served.demo.baseUrl);
  const { page } = visitor;
  await page.goto("/login?next=/settings/sessions");
  await logIn(page, served.demo.influencer.email, served.demo.influencer.password);
  await page.waitForSelector("text=Cet appareil");
  const other = await page.context().newPage();
  await other.goto("/settings/sessions");
  await other.waitForSelector("text=Cet appareil");
  const renewals: string[] = [];
  page
    .context()
    .on("request", (request) => request.url().endsWith("/api/auth/refresh") && renewals.push(request.url()));
  for (const path of ["/api/users/me", "/api/auth/sessions", "/api/users/me/notifications"]) visitor.expect(401, path);
  await page.context().clearCookies({ name: "__Host-access" });
  await Promise.all([page.reload(), other.reload()]);
  await Promise.all([page.waitForSelector("text=Cet appareil"), other.waitForSelector("text=Cet appareil")]);
  expect(renewals).toHaveLength(1);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test("shows nothing any more in any tab after signing out in one", async () => {
  const visitor = await visit(browser, served.demo.baseUrl);
  const { page } = visitor;
  await page.goto("/login?next=/settings/profile");
  await logIn(page, served.demo.merchant.email, served.demo.merchant.password);
  await page.waitForSelector("#displayName");
  const other = await page.context().newPage();
  await other.goto("/settings/profile");
  await other.waitForSelector("#displayName");
  visitor.expect(401, "/api/users/me");
  visitor.expect(401, "/api/auth/refresh");
  await signOut(page, "Se déconnecter");
  await other.waitForURL(/\/login/);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test("makes a key, shows it once and revokes it", async () => {
  const visitor = await visit(browser, served.demo.baseUrl);
  const { page } = visitor;
  await page.goto("/login?next=/settings/api-keys");
  await logIn(page, served.demo.merchant.email, served.demo.merchant.password);
  await page.click("text=Créer une clé");
  await page.fill("#name", "Boutique d’essai");
  await page.click("text=Déclarer les commandes et leur suivi");
  await page.click("button[type=submit]");
  await seen(visitor, /\/api-keys$/, "text=Votre clé est prête");
  const key = (await page.textContent("code >> text=/^sk_test_.{20,}$/"))?.trim() ?? "";
  const asked = { headers: { Authorization: `Bearer ${key}` } };
  const address = `${served.demo.baseUrl}/api/tracking/conversions/none`;
  expect((await fetch(address, asked)).status).toBe(403);
  await page.click("text=Je l’ai gardée");
  await page.click("button[aria-label='Révoquer: Boutique d’essai']");
  await page.click("[role=dialog] >> text=Révoquer >> nth=-1");
  await page.waitForSelector("text=Clé révoquée.");
  expect((await fetch(address, asked)).status).toBe(401);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

async function signUp(visitor: Visit, email: string): Promise<void> {
  const { page } = visitor;
  await page.goto("/sign-up");
  await seen(visitor, /\/sign-up$/, "h1 >> text=Créer un compte");
  await page.click("text=Je recommande des produits");
  await fillSignUp(page, email);
  await seen(visitor, /\/sign-up/, "h1 >> text=Ouvrez votre messagerie");
}

async function fillSignUp(page: Page, email: string): Promise<void> {
  await page.fill("#displayName", "Sara El Idrissi");
  await page.fill("#email", email);
  await page.fill("#password", PASSWORD);
  await page.check("#acceptTerms");
  await page.click("button[type=submit]");
}

async function confirmByMail(visitor: Visit, email: string): Promise<void> {
  const { page } = visitor;
  await page.goto(await linkMailedTo(email));
  await seen(visitor, /\/verify-email/, "h1 >> text=Adresse confirmée");
  await page.click("main >> text=Se connecter");
  await seen(visitor, /\/login$/, "h1 >> text=Se connecter");
}

async function linkMailedTo(email: string): Promise<string> {
  let url: unknown;
  await until(async () => {
    const answer = await fetch(`${served.demo.baseUrl}/dev/mails.json?to=${encodeURIComponent(email)}`);
    url = capturedMails.parse(await answer.json()).data[0]?.content?.values.url;
    return url !== undefined;
  }, 10_000);
  return String(url);
}

async function logIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.fill("#email", email);
  await page.fill("#password", password);
  await page.click("button[type=submit]");
}

/** Answers the secret, as the authenticator has it. */
async function turnTotpOn(visitor: Visit): Promise<string> {
  const { page } = visitor;
  await page.goto("/settings/security");
  await page.click("text=Configurer");
  await seen(visitor, /\/security$/, "svg[role=img] path");
  const secret = ((await page.textContent("main code")) ?? "").replace(/\s/g, "");
  await page.fill("#code", codeOf(secret, Date.now()));
  await page.click("text=Activer");
  await seen(visitor, /\/security$/, "text=Gardez ces codes de secours");
  expect(await page.locator("ul[dir=ltr] li").count()).toBe(10);
  await page.click("text=Je les ai gardés");
  await page.waitForSelector("text=Connexion en deux étapes activée.");
  return secret;
}

const codeOf = (secret: string, timestamp: number) => new TOTP({ secret }).generate({ timestamp });

async function logInWithCode(visitor: Visit, email: string, secret: string): Promise<void> {
  const { page } = visitor;
  visitor.expect(401, "/api/auth/login");
  await logIn(page, email);
  await seen(visitor, /\/login/, "h1 >> text=Code de vérification");
  await page.waitForSelector("#totp:focus");
  // The code of the last period opened already; the next one is good within the clock's tolerance.
  await page.fill("#totp", codeOf(secret, Date.now() + PERIOD_MS));
  await page.click("button[type=submit]");
  await page.waitForURL(/\/influencer$/);
}

async function changeProfile(visitor: Visit): Promise<void> {
  const { page } = visitor;
  await page.goto("/settings/profile");
  await page.fill("#phone", "٠٦ ١٢ ٣٤ ٥٦ ٧٨");
  await page.click("main a >> text=Sécurité");
  await seen(visitor, /\/profile$/, "[role=dialog] >> text=Quitter sans enregistrer");
  await page.click("text=Rester");
  await page.click("form:has(#phone) button[type=submit]");
  await page.waitForSelector("text=Enregistré.");
  expect(await page.inputValue("#phone")).toBe("+212612345678");
}

async function turnArabic(visitor: Visit): Promise<void> {
  const { page } = visitor;
  await page.selectOption("#locale", "ar");
  await page.click("form:has(#locale) button[type=submit]");
  await page.waitForSelector("html[lang=ar][dir=rtl]");
  const pages = {
    profile: "الملف الشخصي",
    security: "كلمة المرور",
    sessions: "هذا الجهاز",
    notifications: "الإشعارات",
  };
  for (const [name, text] of Object.entries({ ...pages, "api-keys": "لا توجد مفاتيح بعد", data: "حذف حسابي" })) {
    await page.goto(`/settings/${name}`);
    await seen(visitor, new RegExp(`/settings/${name}$`), `main >> text=${text}`);
  }
}

async function signOut(page: Page, name: string): Promise<void> {
  await page.goto("/settings/sessions");
  await page.click(`main button >> text=${name}`);
  await page.waitForURL(/\/login$/);
}

/** The page is there, is at its address, and axe finds nothing on it. */
async function seen({ page }: Visit, address: RegExp, selector: string): Promise<void> {
  await page.waitForURL(address);
  await page.waitForSelector(selector);
  expect(await accessibilityFaults(page)).toEqual([]);
}
