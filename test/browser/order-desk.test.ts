import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import * as z from "zod";
import { postJson } from "../scripts/served.ts";
import { accessibilityFaults, PHONE } from "../support/browser.ts";
import { servedDemo } from "./served-demo.ts";
import { signedInVisit } from "./signed-in-visit.ts";

const A_PHONE =
  "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36";
const COUPON = "BUREAU10";

const { served, browser } = await servedDemo();

test("a merchant works through orders by keyboard, takes steps back, and the influencer reads in Arabic why one is theirs", async () => {
  await placeOrders();
  await workAtTheDesk();
  await readInArabic();
});

/** Three orders of the shop; the newest came with a code, and with a click that the code outweighs. */
async function placeOrders(): Promise<void> {
  const { baseUrl, merchant, influencer, links } = served.demo;
  const link = z.object({ id: z.string(), slug: z.string() }).parse(links[0]);
  const coupon = await postJson(`${baseUrl}/api/affiliates/links/${link.id}/coupons`, influencer.apiKey, {
    code: COUPON,
  });
  expect(coupon.status).toBe(201);
  const click = await fetch(`${baseUrl}/r/${link.slug}`, { redirect: "manual", headers: { "User-Agent": A_PHONE } });
  const clickToken = new URL(click.headers.get("Location") ?? "").searchParams.get("sys_click");
  const order = { amountMinor: 45_000, currency: "MAD", payment: "cod", clickToken };
  const customer = { phone: "0612345678", city: "Fès" };
  for (const more of [
    { orderId: "BUREAU-1" },
    { orderId: "BUREAU-2", customer: { ...customer, city: "Oujda" } },
    { orderId: "BUREAU-3", customer, couponCode: COUPON },
  ]) {
    const answer = await postJson(`${baseUrl}/api/tracking/conversions`, merchant.apiKey, { ...order, ...more });
    expect(answer.status).toBe(201);
  }
}

const rowOf = (page: Page, order: string) => page.getByRole("row").filter({ hasText: order });
const statusOf = (page: Page, order: string, status: string) => rowOf(page, order).getByText(status).waitFor();

async function workAtTheDesk(): Promise<void> {
  const visitor = await signedInVisit(browser, served.demo, served.demo.merchant, { locale: "fr" });
  const { page } = visitor;
  await page.goto("/merchant/orders?lang=fr");
  await filterThem(page);
  await callCustomer(page);
  await confirmAndShip(page);
  await undoAndCollect(page);
  expect(await accessibilityFaults(page)).toEqual([]);
  await readTimeline(page);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
}

async function filterThem(page: Page): Promise<void> {
  await page.locator("[data-row]").first().waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("BUREAU-");
  await page.waitForURL(/q=BUREAU-/);
  await rowOf(page, "BUREAU-1").waitFor();
  expect(await page.locator("[data-row]").count()).toBe(3);
  await page.getByText("Filtres", { exact: true }).click();
  await page.getByLabel("Ville").selectOption({ label: "Oujda" });
  await page.waitForURL(/city=Oujda/);
  await rowOf(page, "BUREAU-1").waitFor({ state: "detached" });
  expect(await page.locator("[data-row]").count()).toBe(1);
  await page.getByLabel("Ville").selectOption({ label: "Tous" });
  await rowOf(page, "BUREAU-1").waitFor();
}

async function callCustomer(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Contacter le client : BUREAU-3" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("+212612345678").waitFor();
  const address = await dialog.getByRole("link", { name: "WhatsApp" }).getAttribute("href");
  expect(address).toMatch(/^https:\/\/wa\.me\/212612345678\?text=Bonjour/);
  await dialog.getByRole("button", { name: "العربية" }).click();
  await dialog.getByText("السلام عليكم").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Pas de réponse" }).click();
  await dialog.waitFor({ state: "detached" });
}

async function confirmAndShip(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "Commandes" }).click();
  for (const key of ["j", "x", "j", "x", "c"]) await page.keyboard.press(key);
  await statusOf(page, "BUREAU-3", "Confirmée");
  await statusOf(page, "BUREAU-2", "Confirmée");
  await page.getByText("2 commandes à jour.").waitFor();
  await page.keyboard.press("s");
  await page.locator("[id=courierName]:focus").waitFor();
  await page.keyboard.type("Atlas Express");
  await page.keyboard.press("Enter");
  await statusOf(page, "BUREAU-3", "Expédiée");
  await statusOf(page, "BUREAU-2", "Expédiée");
  await rowOf(page, "BUREAU-3").getByText("Atlas Express").waitFor();
  // The third was not chosen.
  await statusOf(page, "BUREAU-1", "Passée");
}

async function undoAndCollect(page: Page): Promise<void> {
  await page.getByRole("checkbox", { name: "Choisir BUREAU-2" }).uncheck();
  await page.getByRole("toolbar").getByRole("button", { name: "Livrée" }).click();
  await page.getByText("1 commande à jour.").waitFor();
  await statusOf(page, "BUREAU-3", "Livrée");
  await page.getByRole("button", { name: "Annuler l’action" }).click();
  await page.getByText("Action annulée sur 1 commande.").waitFor();
  await statusOf(page, "BUREAU-3", "Expédiée");
  await rowOf(page, "BUREAU-3").getByRole("link").focus();
  await page.keyboard.press("e");
  await statusOf(page, "BUREAU-3", "Encaissée");
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByText("Commande suivante").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

async function readTimeline(page: Page): Promise<void> {
  await rowOf(page, "BUREAU-3").getByRole("link").click();
  await page.waitForURL(/\/merchant\/orders\/cnv_/);
  const timeline = page.getByRole("list", { name: "Déroulement" });
  await timeline.waitFor();
  const titles = async () => (await timeline.getByRole("listitem").allInnerTexts()).map((text) => text.split("\n")[0]);
  expect(await titles()).toEqual([
    "Passée",
    "Pas de réponse du client",
    "Confirmée",
    "Expédiée",
    "Livrée",
    "Encaissée",
  ]);
  expect(await timeline.locator("s").allInnerTexts()).toEqual(["Livrée"]);
  await page.getByText("Un code l’emporte toujours sur un clic.").waitFor();
  await page.getByText("il l’emporte sur le clic").waitFor();
  await page.getByRole("button", { name: "Annuler cette étape : Encaissée" }).click();
  await timeline.locator("s").getByText("Encaissée").waitFor();
  await page.getByText("dire si le colis est livré, refusé ou perdu.").waitFor();
}

async function readInArabic(): Promise<void> {
  const visitor = await signedInVisit(browser, served.demo, served.demo.influencer, { locale: "ar", viewport: PHONE });
  const { page } = visitor;
  await page.goto("/influencer/orders?lang=ar&by=coupon");
  await page.getByRole("link", { name: /جلابة/ }).first().click();
  await page.waitForURL(/\/influencer\/orders\/cnv_/);
  await page.getByRole("heading", { name: "شرح الإسناد" }).waitFor();
  await page.getByText("جاء الطلب برمز ترويجي صالح، والرمز يغلب النقرة دائما.").waitFor();
  await page.getByText("رافقه رمز ترويجي صالح، وهو يغلب النقرة.").waitFor();
  await page.getByText("الدور على التاجر").waitFor();
  expect(await page.locator("main").innerText()).not.toMatch(/BUREAU-|Pas de réponse|0612345678/);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
}
