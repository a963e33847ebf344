import { TOTP } from "otpauth";
import type { Browser } from "playwright-core";
import { expect } from "vitest";
import type { DemoFile } from "../../scripts/demo-file.ts";
import { type Visit, visit } from "../support/browser.ts";

/** A browser of somebody who has signed in already, without the form. */
export async function signedInVisit(
  browser: Browser,
  { baseUrl }: DemoFile,
  { email, password }: { readonly email: string; readonly password: string },
  options: Parameters<typeof visit>[2] = {},
): Promise<Visit> {
  const visitor = await visit(browser, baseUrl, options);
  const headers = { Origin: baseUrl };
  const answer = await visitor.page.request.post("/api/auth/login", { data: { email, password }, headers });
  expect(answer.status()).toBe(200);
  return visitor;
}

/** Signs in by the form, an admin with a code too, and waits for the role's first page. */
export async function signIn(
  { page, expect: announce }: Visit,
  demo: DemoFile,
  role: "influencer" | "merchant" | "admin",
  locale: string,
): Promise<void> {
  const { email, password } = demo[role];
  await page.goto(`/login?lang=${locale}`);
  await page.fill("#email", email);
  await page.fill("#password", password);
  if (role === "admin") announce(401, "/api/auth/login");
  await page.click("button[type=submit]");
  if (role === "admin") {
    await page.fill("#totp", new TOTP({ secret: demo.admin.totpSecret }).generate());
    await page.click("button[type=submit]");
  }
  await page.waitForURL(new RegExp(`/${role}$`));
}
