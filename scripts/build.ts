import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { assetHeadersFile } from "../workers/http/security-headers.ts";
import { copyDocsAssets } from "./docs-assets.ts";
import { BUILD_DIR, CONFIG_OF, LINKS, PLATFORM, Refusal, ROOT, runCommand, SEED, toolEnvironment } from "./settings.ts";
import { writeSnippet } from "./snippet-asset.ts";

export interface Part {
  readonly name: string;
  readonly folder: string;
  readonly sources: readonly string[];
  readonly command: readonly string[];
  /** What is put beside what the command made. */
  readonly finish?: () => Promise<void>;
}

const EVERYTHING = ["package-lock.json", "scripts/build.ts"];

/** A Worker as a deploy would upload it, put under `build/<folder>`. */
export function workerPart(name: string, folder: string, configPath: string, sources: readonly string[]): Part {
  const place = ["--config", configPath, "--outdir", path.join(BUILD_DIR, folder)];
  return { name, folder, sources, command: ["wrangler", "deploy", "--dry-run", ...place] };
}

const WEB: Part = {
  name: "web",
  folder: "web",
  sources: [
    "web",
    "schemas",
    "vite.config.ts",
    "scripts/docs-assets.ts",
    "scripts/snippet-asset.ts",
    "workers/http/security-headers.ts",
  ],
  command: ["vite", "build"],
  finish: async () => {
    await copyDocsAssets();
    await writeSnippet();
    await writeFile(path.join(BUILD_DIR, "web/_headers"), assetHeadersFile());
  },
};
const WORKERS: readonly Part[] = [
  workerPart("platform Worker", "platform", CONFIG_OF[PLATFORM], ["workers", "schemas", "wrangler.toml"]),
  workerPart("links Worker", "links", CONFIG_OF[LINKS], ["workers/links", "workers/core", "schemas"]),
  workerPart("seed Worker", "seed", CONFIG_OF[SEED], ["scripts/seed", "workers", "schemas"]),
];

/** Builds what has changed since the last build into `build/`: the web, then the Workers as a deploy would upload them. */
export async function build(): Promise<void> {
  await buildPart(WEB);
  await Promise.all(WORKERS.map(buildPart));
}

/** Builds a part unless its sources are what they were. */
export async function buildPart(part: Part): Promise<void> {
  const stamp = path.join(BUILD_DIR, `.${part.folder}.hash`);
  const hash = await hashOf([...EVERYTHING, ...part.sources]);
  if ((await readFile(stamp, "utf8").catch(() => "")) === hash) return;
  await rm(stamp, { force: true });
  await rm(path.join(BUILD_DIR, part.folder), { recursive: true, force: true });
  await mkdir(path.join(BUILD_DIR, part.folder), { recursive: true });
  const startedAt = Date.now();
  await runQuietly(part.name, part.command);
  await part.finish?.();
  await writeFile(stamp, hash);
  console.log(`Built the ${part.name} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

async function hashOf(sources: readonly string[]): Promise<string> {
  // A production build leaves out what is for developers (vite.config.ts).
  const hash = createHash("sha256").update(`${process.env.ENVIRONMENT}\0`);
  for (const source of sources) {
    for (const file of await filesOf(source)) hash.update(`${file}\0`).update(await readFile(path.join(ROOT, file)));
  }
  return hash.digest("hex");
}

async function filesOf(source: string): Promise<string[]> {
  const place = path.join(ROOT, source);
  if ((await stat(place)).isFile()) return [source];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name))).sort();
}

/** Runs a tool of node_modules; its output is shown only when it fails. */
function runQuietly(name: string, [tool = "", ...args]: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(ROOT, "node_modules/.bin", tool), args, {
      cwd: ROOT,
      env: { ...toolEnvironment(), CI: "true", NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Refusal(`${Buffer.concat(output)}\nBuilding the ${name} failed.`)),
    );
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await runCommand(build);
