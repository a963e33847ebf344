import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { until } from "../scripts/served.ts";
import { accessibilityFaults, PHONE, type Visit, visit } from "../support/browser.ts";
import { servedDemo } from "./served-demo.ts";

const HANDLE = "vitrine.essai";
// What drives the browser calls itself headless, and a robot's click carries no token.
const PERSON =
  "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";
const SHOWN = "ol[aria-label='Produits montrés'] > li";

const { served, browser } = await servedDemo();

test("is arranged by keyboard and by drag, published, and read in Arabic on a phone through tracked links", async () => {
  const owner = await visit(browser, served.demo.baseUrl);
  await signIn(owner.page);
  await chooseHandle(owner.page);
  await owner.page.goto("/influencer/storefront");
  await addThree(owner.page);
  const order = await arrange(owner.page);
  await publish(owner);
  await owner.page.reload();
  await owner.page.waitForSelector(SHOWN);
  expect(await shownIds(owner.page)).toEqual(order);
  const stopped = await owner.page.locator(`${SHOWN} >> text=offre arrêtée`).count();
  expect(owner.faults).toEqual([]);
  await owner.close();
  await readInArabic(order.length - stopped);
});

test("says so, with 404, where there is no storefront", async () => {
  const visitor = await visit(browser, served.demo.baseUrl, { viewport: PHONE, locale: "fr" });
  for (const path of ["/@personne.ici", "/api/users/storefront/personne.ici"]) visitor.expect(404, path);
  const answer = await visitor.page.goto("/@personne.ici");
  expect(answer?.status()).toBe(404);
  await visitor.page.waitForSelector("h1 >> text=Vitrine introuvable");
  expect(await accessibilityFaults(visitor.page)).toEqual([]);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

async function signIn(page: Page): Promise<void> {
  await page.goto("/login?next=/settings/profile");
  await page.fill("#email", served.demo.influencer.email);
  await page.fill("#password", served.demo.influencer.password);
  await page.click("button[type=submit]");
  await page.waitForSelector("#handle");
}

async function chooseHandle(page: Page): Promise<void> {
  await page.fill("#handle", HANDLE);
  await page.click("button[type=submit] >> text=Enregistrer");
  await page.waitForSelector("text=Enregistré.");
}

async function addThree(page: Page): Promise<void> {
  await page.waitForSelector("h1 >> text=Ma vitrine");
  await page.waitForSelector("button >> text=Ajouter");
  for (let count = (await page.$$(SHOWN)).length; count < 3; count++) {
    await page.click("button >> text=Ajouter");
    await page.waitForSelector(`${SHOWN} >> nth=${count}`);
  }
}

const shownIds = (page: Page): Promise<(string | null)[]> =>
  page.locator(SHOWN).evaluateAll((rows) => rows.map((row) => row.getAttribute("data-id")));

/** The last goes up by keyboard, keeping the focus; then the first is dragged to the end. */
async function arrange(page: Page): Promise<(string | null)[]> {
  const [a = null, b = null, c = null] = await shownIds(page);
  await page.locator(`${SHOWN}[data-id='${c}'] button[aria-label^='Monter']`).focus();
  await page.keyboard.press("Enter");
  expect(await shownIds(page)).toEqual([a, c, b]);
  await page.waitForSelector("[role=status] >> text=/place 2 sur 3/", { state: "attached" });
  await page.keyboard.press("Enter");
  expect(await shownIds(page)).toEqual([c, a, b]);
  const from = await page.locator(`${SHOWN} >> nth=0 >> [data-grip]`).boundingBox();
  const to = await page.locator(`${SHOWN} >> nth=2`).boundingBox();
  if (!from || !to) throw new Error("the rows are on the page");
  const x = from.x + from.width / 2;
  await page.mouse.move(x, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(x, from.y + from.height, { steps: 4 });
  await page.mouse.move(x, to.y + to.height - 4, { steps: 12 });
  await page.mouse.up();
  expect(await until(async () => String(await shownIds(page)) === String([a, b, c]), 5_000)).toBe(true);
  return [a, b, c];
}

async function publish({ page }: Visit): Promise<void> {
  await page.check("input[value=majorelle]");
  await page.waitForSelector("[inert] [data-storefront=majorelle]");
  await page.fill("[name='headline.fr']", "Mes trouvailles de Fès");
  await page.fill("[name='headline.ar']", "اختياراتي من فاس");
  await page.check("#published");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.click("button[type=submit]");
  await page.waitForSelector("text=Enregistré.");
  await page.waitForSelector(`code >> text=/@${HANDLE}`);
}

async function readInArabic(running: number): Promise<void> {
  const visitor = await visit(browser, served.demo.baseUrl, { viewport: PHONE, locale: "ar", userAgent: PERSON });
  const { page } = visitor;
  const asked: string[] = [];
  page.on("request", (request) => request.url().includes("/api/users/storefront/") && asked.push(request.url()));
  const answer = await page.goto(`/@${HANDLE.toUpperCase()}`);
  expect(answer?.status()).toBe(200);
  expect(await answer?.text()).toContain('<meta property="og:title"');
  await page.waitForSelector("text=اختياراتي من فاس");
  expect(await page.getAttribute("html", "dir")).toBe("rtl");
  const links = page.locator("ul[aria-label='منتجات موصى بها'] article > a");
  expect(await links.count()).toBe(running);
  expect(asked).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  expect(await accessibilityFaults(page)).toEqual([]);
  const href = (await links.first().getAttribute("href")) ?? "";
  expect(href).toMatch(/\/r\/[\w-]+\?utm_source=storefront$/);
  expect(visitor.faults).toEqual([]);
  // The shop is not of this world: that its address is asked for with the click's token is enough.
  const [asksShop] = await Promise.all([
    page.waitForRequest((request) => request.url().includes("sys_click=")),
    links.first().click(),
  ]);
  expect(new URL(asksShop.url()).hostname).not.toBe("localhost");
  await visitor.close();
}
