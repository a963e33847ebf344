import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import * as z from "zod";

export const PHONE = { width: 390, height: 844 } as const;
export const DESKTOP = { width: 1280, height: 900 } as const;

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The system's Chromium; installed when it is missing and may be. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium() ?? installChromium();
  return chromium.launch({ args: FLAGS, ...(executablePath === undefined ? {} : { executablePath }) });
}

const findChromium = () => PLACES.find((place) => existsSync(place));

// As root on Debian its own package; elsewhere Playwright's download. Undefined: Playwright knows where its own one lies.
function installChromium(): string | undefined {
  if (existsSync(chromium.executablePath())) return undefined;
  const run = (tool: string, ...args: string[]) => spawnSync(tool, args, { stdio: "ignore" }).status === 0;
  if (process.getuid?.() === 0 && run("apt-get", "update") && run("apt-get", "install", "-y", "chromium")) {
    return findChromium();
  }
  const playwright = createRequire(import.meta.url).resolve("playwright-core/cli.js");
  if (run(process.execPath, playwright, "install", "chromium")) return undefined;
  throw new Error(
    `The browser tests need Chromium: install the package chromium, or put a browser at one of ${PLACES.join(", ")}.`,
  );
}

export interface Visit {
  readonly page: Page;
  /** What went wrong by itself: CSP violations, errors in the console, failed requests nobody announced. */
  readonly faults: readonly string[];
  /** Announces an answer that is part of the story, which Chromium reports in the console all the same. */
  expect(status: number, path: string): void;
  close(): Promise<void>;
}

/** A browser of its own: no cookies, nothing stored. */
export async function visit(browser: Browser, baseURL: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ baseURL, viewport: DESKTOP, ...options });
  // Only how long a fault takes to show: a busy machine is slow, and that is none.
  context.setDefaultTimeout(45_000);
  const faults: string[] = [];
  const expected: string[] = [];
  // A violation names itself in the console only sometimes; the event always does.
  await context.addInitScript(
    'document.addEventListener("securitypolicyviolation", (e) => console.error("CSP: " + e.violatedDirective + " " + e.blockedURI))',
  );
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    const { url } = message.location();
    const status = /status of (\d+)/.exec(message.text())?.[1];
    const told = status && URL.canParse(url) ? `${status} ${new URL(url).pathname}` : undefined;
    if (told === undefined || !expected.includes(told)) faults.push(`${page.url()}: ${message.text()} ${url}`);
  });
  const expect = (status: number, path: string) => expected.push(`${status} ${path}`);
  return { page, faults, expect, close: () => context.close() };
}

// What still fades in has not its colours yet; what turns for ever is not waited for.
const SETTLED = `Promise.all(document.getAnimations()
  .filter((animation) => animation.effect.getComputedTiming().iterations !== Infinity)
  .map((animation) => animation.finished.catch(() => {}))).then(() => undefined)`;

const axeFaults = z.array(
  z.object({
    id: z.string(),
    help: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string() })),
  }),
);

/** What axe finds against WCAG 2.2 AA and good practice on the page as it stands: one line per rule and element. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(SETTLED);
  await page.evaluate(AXE);
  const found = axeFaults.parse(await page.evaluate("axe.run(document).then(({ violations }) => violations)"));
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${page.url()} ${id}: ${help}: ${html} ${failureSummary}`),
  );
}
