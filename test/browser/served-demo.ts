import type { Browser } from "playwright-core";
import { afterAll } from "vitest";
import { seededPlace } from "../scripts/seeded-place.ts";
import { forget, type Place, type Served, serve, stop } from "../scripts/served.ts";
import { openBrowser } from "../support/browser.ts";

export interface ServedDemo {
  readonly place: Place;
  readonly served: Served;
  readonly browser: Browser;
}

/** The demo served for one file of tests, and a browser to look at it. They end with the file, the last first. */
export async function servedDemo(): Promise<ServedDemo> {
  const place = await seededPlace();
  afterAll(() => forget(place));
  const served = await serve(place);
  afterAll(() => stop(served));
  const browser = await openBrowser();
  afterAll(() => browser.close());
  return { place, served, browser };
}
