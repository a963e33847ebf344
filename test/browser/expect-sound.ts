import { expect } from "vitest";
import { accessibilityFaults, type Visit } from "../support/browser.ts";

/** The page as it stands can be used by everybody, scrolls one way only, and nothing went wrong on the way to it. */
export async function expectSound({ page, faults }: Pick<Visit, "page" | "faults">): Promise<void> {
  await page.waitForSelector("h1");
  expect([page.url(), await accessibilityFaults(page)]).toEqual([page.url(), []]);
  const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  expect(overflow, `${page.url()} scrolls sideways`).toBe(0);
  expect(faults).toEqual([]);
}
