import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Claim } from "../../schemas/claims.ts";
import type { Conversion } from "../../schemas/conversions.ts";
import { until } from "../scripts/served.ts";
import { accessibilityFaults, PHONE, type Visit, visit } from "../support/browser.ts";
import { expectSound } from "./expect-sound.ts";
import { servedDemo } from "./served-demo.ts";
import { signIn } from "./signed-in-visit.ts";

const DAY_MS = 86_400_000;
const ORDER = "SANS-LIEN-77";
const REF = "CMD-90210";
const WORDS = "طلبت زبونتي بعد القصة مباشرة عبر رابطي، وأرسلت لي تأكيد الطلب بهذا الرقم.";

const { served, browser } = await servedDemo();

test("a missing sale is claimed in Arabic with a picture, contested, and given to its link by an admin", async () => {
  await placeOrderWithoutTouch();
  const influencer = await visit(browser, served.demo.baseUrl, { viewport: PHONE });
  await signIn(influencer, served.demo, "influencer", "ar");
  const claimPath = await claimMissingSale(influencer);
  const forecastBefore = await forecast();

  const merchant = await visit(browser, served.demo.baseUrl);
  await signIn(merchant, served.demo, "merchant", "fr");
  await merchant.page.goto("/merchant/claims?lang=fr");
  await merchant.page.click(`a >> text=${REF}`);
  await merchant.page.waitForSelector("text=/À vous de répondre, encore 10 jours/");
  await expectPictureSeen(merchant.page);
  await tryToAccept(merchant.page);
  await merchant.page.click("button >> text=Contester");
  await merchant.page.fill("#message", "Cette commande a été prise par téléphone, sans lien.");
  await merchant.page.click("[role=dialog] button[type=submit]");
  await merchant.page.waitForSelector("text=Notre équipe lit l’échange");
  await expectSound(merchant);
  await merchant.close();

  await decideAsAdmin();
  expect(await forecast()).toBeGreaterThan(forecastBefore);
  await influencer.page.goto(`${claimPath}?lang=ar`);
  await influencer.page.waitForSelector("text=قبل فريق ShareYourSales المطالبة");
  await influencer.page.waitForSelector("dd >> text=متوقعة");
  await expectSound(influencer);
  await influencer.close();
});

test("a return after the hold is asked for, and accepted by the influencer before its day", async () => {
  const order = await heldOrder();
  const merchant = await visit(browser, served.demo.baseUrl);
  await signIn(merchant, served.demo, "merchant", "fr");
  await merchant.page.goto(`/merchant/claims/new?lang=fr&order=${encodeURIComponent(order.orderId ?? "")}`);
  await merchant.page.check("input[name=orderId-match]");
  await merchant.page.fill("#message", "Le colis nous est revenu ouvert après l’encaissement.");
  await expectSound(merchant);
  await merchant.page.click("button[type=submit]");
  await merchant.page.waitForSelector("text=Votre réclamation est envoyée");
  const claimPath = new URL(merchant.page.url()).pathname.replace("/merchant/", "/influencer/");

  const influencer = await visit(browser, served.demo.baseUrl, { viewport: PHONE });
  await signIn(influencer, served.demo, "influencer", "ar");
  await influencer.page.goto(`${claimPath}?lang=ar`);
  await influencer.page.waitForSelector("text=بقيت 10 أيام");
  expect(await influencer.page.textContent("main")).not.toContain(order.orderId);
  await expectSound(influencer);
  await influencer.page.click("button >> text=قبول");
  await influencer.page.click("[role=dialog] button >> text=قبول");
  await influencer.page.waitForSelector("text=سُجّل الإرجاع على الطلب");
  await expectSound(influencer);
  await influencer.close();

  const isReversed = async () =>
    (await asMerchant<Conversion>(`conversions/${order.id}`)).commission?.state === "reversed";
  expect(await until(isReversed, 20_000)).toBe(true);
  await merchant.page.goto(`${claimPath.replace("/influencer/", "/merchant/")}?lang=fr`);
  await merchant.page.waitForSelector("text=Reprise");
  await expectSound(merchant);
  await merchant.close();
});

async function claimMissingSale(visitor: Visit): Promise<string> {
  const { page } = visitor;
  await page.goto("/influencer/claims?lang=ar");
  await page.click("a >> text=التبليغ عن عملية بيع ناقصة");
  await page.waitForSelector("#orderRef");
  await page.selectOption("#linkId", served.demo.links[0]?.id ?? "");
  await page.fill("#orderRef", REF);
  await page.fill("#orderedAt", new Date(Date.now() - 3 * DAY_MS).toISOString().slice(0, 10));
  await page.fill("#amountMinor", "٤٥٠");
  await page.fill("#message", WORDS);
  await page.setInputFiles("#evidence", { name: "confirmation.png", mimeType: "image/png", buffer: await drawn(page) });
  await page.waitForSelector("text=confirmation.jpg");
  await expectSound(visitor);
  await page.click("button[type=submit]");
  await page.waitForSelector("text=أُرسلت مطالبتك");
  await expectPictureSeen(page);
  await expectSound(visitor);
  return new URL(page.url()).pathname;
}

/** The merchant looks an order up while typing how it begins, and thinks better of it. */
async function tryToAccept(page: Page): Promise<void> {
  await page.click("button >> text=Accepter");
  await page.fill("#orderId", ORDER.slice(0, 6));
  await page.waitForSelector(`[role=dialog] label >> text=/${ORDER}/`);
  await page.waitForSelector("[role=dialog] >> text=/sans influenceur/");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.waitForSelector("[role=dialog]", { state: "detached" });
}

async function decideAsAdmin(): Promise<void> {
  const admin = await visit(browser, served.demo.baseUrl);
  await signIn(admin, served.demo, "admin", "fr");
  await admin.page.goto("/admin/claims?lang=fr");
  await admin.page.click(`a >> text=${REF}`);
  await admin.page.check("input[name=decision][value=accept]");
  await admin.page.fill("#orderId", ORDER);
  await admin.page.fill("#reason", "La confirmation montre le lien partagé.");
  await expectSound(admin);
  await admin.page.click("button >> text=Trancher");
  await admin.page.waitForSelector("text=L’équipe ShareYourSales accepte la réclamation");
  await expectSound(admin);
  await admin.close();
}

async function expectPictureSeen(page: Page): Promise<void> {
  const isSeen = () =>
    page.evaluate(
      "[...document.querySelectorAll('main li img')].some((picture) => picture.complete && picture.naturalWidth > 0)",
    );
  expect(await until(async () => (await isSeen()) === true, 10_000)).toBe(true);
}

// A picture as a phone would send it.
async function drawn(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(`(async () => {
    const canvas = new OffscreenCanvas(600, 400);
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#e8d9b0";
    pen.fillRect(0, 0, 600, 400);
    return Array.from(new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer()));
  })()`);
  return Buffer.from(Array.isArray(bytes) ? bytes : []);
}

// Tests say what they expect to read; a wrong expectation fails the assertion that follows.
async function ask<T>(key: string, path: string, json?: unknown): Promise<T> {
  const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
  const init = json === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(json) };
  return (await (await fetch(`${served.demo.baseUrl}/api/${path}`, init)).json()) as T;
}
const asMerchant = <T>(path: string, json?: unknown) => ask<T>(served.demo.merchant.apiKey, `tracking/${path}`, json);

const placeOrderWithoutTouch = () =>
  asMerchant("conversions", {
    orderId: ORDER,
    amountMinor: 45_000,
    currency: "MAD",
    payment: "cod",
    occurredAt: new Date(Date.now() - 3 * DAY_MS).toISOString(),
  });

const forecast = async (): Promise<number> =>
  (await ask<{ forecastMinor: number }>(served.demo.influencer.apiKey, "payments/balance")).forecastMinor;

/** An order of the demo's influencer that the desk does not take back any more, and nobody claims yet. */
async function heldOrder(): Promise<Conversion> {
  const { data: claims } = await asMerchant<{ data: Claim[] }>("claims?limit=100");
  const claimed = new Set(claims.map(({ conversionId }) => conversionId));
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: { data: Conversion[]; nextCursor: string | null } = await asMerchant(
      `conversions?status=collected&limit=100${cursor ? `&cursor=${cursor}` : ""}`,
    );
    const found = page.data.find(
      ({ id, attribution, commission }) =>
        attribution.influencerId === served.demo.influencer.id &&
        commission?.state === "earned" &&
        commission.holdUntil !== null &&
        Date.parse(commission.holdUntil) < Date.now() &&
        !claimed.has(id),
    );
    if (found) return found;
    cursor = page.nextCursor;
  }
  throw new Error("the demo has an order whose hold has passed");
}
