import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { BUILD_DIR } from "../../scripts/settings.ts";

const WEB = path.join(BUILD_DIR, "web");
const MUST_BYTES = 90 * 1024;
const STOREFRONT_BYTES = 60 * 1024;

/** The scripts of index.html, the chunks of the pages named besides, and what they import at once. */
async function scriptsOf(pages: readonly string[] = []): Promise<ReadonlyMap<string, string>> {
  const html = await readFile(path.join(WEB, "index.html"), "utf8");
  const chunks = await readdir(path.join(WEB, "assets"));
  const waiting = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, src = ""]) => src);
  for (const page of pages) {
    const chunksOfPage = chunks.filter((name) => name.startsWith(`${page}-`) && name.endsWith(".js"));
    expect(chunksOfPage, `${page} has a chunk of its own`).not.toEqual([]);
    waiting.push(...chunksOfPage.map((name) => `/assets/${name}`));
  }
  const scripts = new Map<string, string>();
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (scripts.has(place)) continue;
    const text = await readFile(path.join(WEB, place), "utf8");
    scripts.set(place, text);
    // `import(…)` has a bracket where these have a quote: what is lazy is not followed.
    for (const [, from = ""] of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)) {
      waiting.push(path.posix.join(path.posix.dirname(place), from));
    }
  }
  return scripts;
}

function compressedBytes(what: string, scripts: ReadonlyMap<string, string>): number {
  const sizes = [...scripts].map(([place, text]) => [place, gzipSync(text).length] as const);
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  console.log(`${what}: ${(total / 1024).toFixed(1)} KB before first content`, Object.fromEntries(sizes));
  return total;
}

describe("JavaScript before first content, compressed", () => {
  it("is at most 90 KB on the landing page", async () => {
    expect(compressedBytes("landing page", await scriptsOf())).toBeLessThanOrEqual(MUST_BYTES);
  });

  it("is at most 90 KB on the marketplace", async () => {
    const scripts = await scriptsOf(["market-frame", "marketplace-page"]);
    expect(compressedBytes("marketplace", scripts)).toBeLessThanOrEqual(MUST_BYTES);
  });

  it("is at most 60 KB on a storefront", async () => {
    const scripts = await scriptsOf(["storefront-page"]);
    expect(compressedBytes("storefront", scripts)).toBeLessThanOrEqual(STOREFRONT_BYTES);
  });

  it("is at most 90 KB on the dashboards, all three together", async () => {
    const scripts = await scriptsOf(["own-routes", "overview-page"]);
    expect(compressedBytes("dashboards", scripts)).toBeLessThanOrEqual(MUST_BYTES);
  });

  it("carries neither the schemas' library nor the accessible widgets", async () => {
    const scripts = await scriptsOf(["own-routes", "overview-page"]);
    const heavy = [...scripts].filter(([, text]) => /ZodError|data-popper-positioner/.test(text));
    expect(heavy.map(([place]) => place)).toEqual([]);
  });
});
