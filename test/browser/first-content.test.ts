import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { BUILD_DIR } from "../../scripts/settings.ts";

const WEB = path.join(BUILD_DIR, "web");
const MUST_BYTES = 90 * 1024;

/** Every script that must arrive before the page shows something: those of index.html, and what they import at once. */
async function firstScripts(): Promise<ReadonlyMap<string, string>> {
  const html = await readFile(path.join(WEB, "index.html"), "utf8");
  const waiting = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, src = ""]) => src);
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

describe("first content of the landing page", () => {
  it("waits for at most 90 KB of compressed JavaScript", async () => {
    const scripts = await firstScripts();
    expect(scripts.size).toBeGreaterThan(1);
    const sizes = [...scripts].map(([place, text]) => [place, gzipSync(text).length] as const);
    const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
    console.log(`${(total / 1024).toFixed(1)} KB before first content:`, Object.fromEntries(sizes));
    expect(total).toBeLessThanOrEqual(MUST_BYTES);
  });

  it("carries neither the schemas' library nor the accessible widgets", async () => {
    const heavy = [...(await firstScripts())].filter(([, text]) => /ZodError|data-popper-positioner/.test(text));
    expect(heavy.map(([place]) => place)).toEqual([]);
  });
});
