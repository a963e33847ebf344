import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "../scripts/served.ts";
import { DESKTOP, PHONE } from "../support/browser.ts";
import { expectSound } from "./expect-sound.ts";
import { servedDemo } from "./served-demo.ts";
import { signedInVisit } from "./signed-in-visit.ts";

interface Received {
  readonly headers: Record<string, string>;
  readonly text: string;
}

const { served, browser } = await servedDemo();
const received: Received[] = [];
let receiver: Server;
let receiverUrl: string;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let text = "";
    request.on("data", (part) => {
      text += String(part);
    });
    request.on("end", () => {
      const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
      received.push({ headers: Object.fromEntries(headers), text });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  receiverUrl = `http://127.0.0.1:${portOf(receiver)}/hook`;
});

afterAll(async () => {
  receiver.close();
});

// A server that listens on a port has an address with one.
const portOf = (server: Server) => (server.address() as AddressInfo).port;

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("adds an address, keeps its secret, sends a test, sees it received and sends it again", async () => {
  const visitor = await signedInVisit(browser, served.demo, served.demo.influencer, { viewport: PHONE });
  const { page } = visitor;
  await page.goto("/settings/webhooks");
  await press(page, "Ajouter une adresse");
  await page.getByLabel("Adresse de votre serveur").fill("https://10.0.0.7/hook");
  visitor.expect(422, "/api/webhooks/endpoints");
  await press(page, "Ajouter");
  await page.waitForSelector("[role=alert], [aria-invalid=true]");
  await page.getByLabel("Adresse de votre serveur").fill(receiverUrl);
  await press(page, "Ajouter");
  const secret = await page.locator("main code").first().innerText();
  expect(secret).toMatch(/^whsec_/);
  await expectSound(visitor);
  await press(page, "Je l’ai gardé");
  await page.waitForURL(/\/settings\/webhooks\/whe_/);
  await press(page, "Envoyer un essai");
  await page.getByText("Reçu", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Renvoyer: Essai" }).click();
  await until(async () => received.length === 2, 15_000);
  const [first, again] = received;
  if (!first || !again) throw new Error("two deliveries came");
  expect(again.headers["webhook-id"]).toBe(first.headers["webhook-id"]);
  for (const { text, headers } of received) expect(new Webhook(secret).verify(text, headers)).toBeTruthy();
  await page.getByRole("button", { name: "Voir le contenu: Essai" }).click();
  await page.getByText('"type": "webhook.test"').waitFor();
  await page.getByText("Vérifier une signature").click();
  await expectSound(visitor);
  await press(page, "Mettre en pause");
  await page.getByText("En pause. Ce qui se passe est gardé").waitFor();
  await press(page, "Supprimer");
  await page.getByRole("dialog").getByRole("button", { name: "Supprimer", exact: true }).click();
  await page.getByText("Adresse supprimée.").waitFor();
  await expectSound(visitor);
  await visitor.close();
});

test("connects Shopify step by step, and shows what the shop sent", async () => {
  const visitor = await signedInVisit(browser, served.demo, served.demo.merchant);
  const { page } = visitor;
  const signingKey = "a-signing-key-of-the-shop";
  await page.goto("/merchant/integrations");
  await expectSound(visitor);
  await page.getByRole("link", { name: "Connecter", exact: true }).click();
  await page.getByText("Shopify", { exact: true }).click();
  await press(page, "Continuer");
  await page.getByLabel("Clé de signature de Shopify").fill(signingKey);
  await expectSound(visitor);
  await press(page, "Connecter");
  await page.getByText("est prêt de notre côté").waitFor();
  const webhookUrl = await page.locator("main code").first().innerText();
  expect(webhookUrl).toContain("/api/webhooks/shopify/con_");
  await expectSound(visitor);
  await page.getByRole("link", { name: "Voir le connecteur" }).click();
  await page.getByText("Aucun message pour l’instant").waitFor();
  await deliver(webhookUrl, "orders/create", "not-the-key");
  await deliver(webhookUrl, "shop/update", signingKey);
  await press(page, "Actualiser");
  await page.getByText("Mauvaise signature", { exact: true }).nth(1).waitFor();
  await page.getByText("Sans objet", { exact: true }).waitFor();
  await expectSound(visitor);
  await page.getByText("Comment régler l’autre côté").click();
  await page.getByText("Table de la plateforme", { exact: true }).click();
  await expectSound(visitor);
  await visitor.close();
});

async function deliver(url: string, topic: string, key: string): Promise<void> {
  const body = JSON.stringify({ id: 1 });
  const signature = createHmac("sha256", key).update(body).digest("base64");
  await fetch(url, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-Shopify-Hmac-Sha256": signature,
      "X-Shopify-Topic": topic,
      "X-Shopify-Webhook-Id": `${topic}-${key}`,
    },
    body,
  });
}

test("lets one press say what a courier's unknown word means", async () => {
  const visitor = await signedInVisit(browser, served.demo, served.demo.merchant);
  const { page } = visitor;
  await page.goto("/merchant/integrations/new?platform=courier");
  await page.getByLabel("Nom").fill("Rapide Express");
  await press(page, "Connecter");
  await page.getByText("est prêt de notre côté").waitFor();
  const secret = await page.locator("main code").first().innerText();
  const url = await page.locator("main code").nth(1).innerText();
  const orderId = `hook-${Date.now()}`;
  await fetch(`${served.demo.baseUrl}/api/tracking/conversions`, {
    method: "POST",
    headers: { Authorization: `Bearer ${served.demo.merchant.apiKey}`, "Content-Type": "application/json" },
    body: JSON.stringify({ orderId, amountMinor: 45_000, currency: "MAD", payment: "cod" }),
  });
  const body = JSON.stringify({ eventId: "1", orderId, label: "Remis au gardien" });
  await fetch(url, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-Sys-Signature": createHmac("sha256", secret).update(body).digest("hex"),
    },
    body,
  });
  await page.getByRole("link", { name: "Voir le connecteur" }).click();
  await page.waitForURL(/\/merchant\/integrations\/con_/);
  await until(async () => {
    await page.reload({ waitUntil: "networkidle" });
    return (await page.getByText("Libellés inconnus").count()) > 0;
  }, 20_000);
  await expectSound(visitor);
  await page.getByLabel(/Remis au gardien/).selectOption("delivered");
  await page.getByRole("button", { name: "Retirer: Remis au gardien" }).waitFor();
  expect(await page.getByText("Libellés inconnus").count()).toBe(0);
  await expectSound(visitor);
  await visitor.close();
});

const PAGES = ["/settings/webhooks", "/merchant/integrations", "/merchant/integrations/new"].concat(
  ["woocommerce", "youcan", "postback"].map((platform) => `/merchant/integrations/new?platform=${platform}`),
);
test.each([
  { locale: "en", viewport: DESKTOP, colorScheme: "dark" },
  { locale: "ar", viewport: PHONE, colorScheme: "light" },
] as const)("every page of it in $locale, $viewport.width wide, $colorScheme", async ({ locale, ...options }) => {
  const visitor = await signedInVisit(browser, served.demo, served.demo.merchant, options);
  for (const address of PAGES) {
    await visitor.page.goto(`${address}${address.includes("?") ? "&" : "?"}lang=${locale}`, {
      waitUntil: "networkidle",
    });
    await expectSound(visitor);
  }
  await visitor.close();
});
