import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Miniflare } from "miniflare";
import { build, buildPart, workerPart } from "../../scripts/build.ts";
import type { DemoFile } from "../../scripts/demo-file.ts";
import { type LocalSecrets, readLocalSecrets } from "../../scripts/local-secrets.ts";
import { freePort } from "../../scripts/ports.ts";
import {
  builtWorker,
  localWorker,
  type RuntimeChoices,
  runtimeOptions,
  type WorkerOptions,
  withState,
} from "../../scripts/runtime-options.ts";
import { prepareOnly } from "../../scripts/server.ts";
import { LINKS, PLATFORM } from "../../scripts/settings.ts";
import type { Env } from "../../workers/platform/env.ts";

// Every limit is counted and none is met: what is measured is the counting.
const RATE_LIMIT_FACTOR = 100_000;

// The platform Worker once more, without its static files.
const BARE_PLATFORM = "bench-platform";
const BENCH_WORKERS = ["bare-redirect", "bare-insert", "ingest", "empty"] as const;
type BenchWorker = (typeof BENCH_WORKERS)[number];

export const configOf = (worker: BenchWorker) => path.join(import.meta.dirname, "workers", worker, "wrangler.toml");

export interface BenchServer {
  readonly demo: DemoFile;
  readonly secrets: LocalSecrets;
  readonly env: Env;
  /** Addresses of the Workers themselves, each on a port of its own. */
  readonly urls: Readonly<Record<"platform" | "api" | "links" | "redirect" | "insert" | "ingest", string>>;
  stop(): Promise<void>;
}

export async function buildForBench(): Promise<void> {
  await build();
  for (const worker of BENCH_WORKERS) {
    await buildPart(
      workerPart(`bench Worker ${worker}`, `bench-${worker}`, configOf(worker), ["test/bench", "workers", "schemas"]),
    );
  }
}

/** Our Workers and the bare ones beside them in one workerd, on a state of its own with the demo's data. */
export async function startBenchServer(): Promise<BenchServer> {
  const stateDir = await mkdtemp(path.join(tmpdir(), "shareyoursales-bench-"));
  const port = await freePort();
  const demo = await prepareOnly({ stateDir, port });
  const secrets = await readLocalSecrets(stateDir);
  const { directPorts, urls } = await takePorts();
  const choices = {
    port,
    storageDir: path.join(stateDir, "state/v3"),
    secrets,
    baseUrl: demo.baseUrl,
    rateLimitFactor: RATE_LIMIT_FACTOR,
    onLog,
    directPorts,
  };
  const mf = new Miniflare(runtimeOptions({ ...choices, moreWorkers: benchWorkers(choices) }));
  await mf.ready;
  const bare = await mf.getD1Database("DB", "bench-bare-insert");
  await bare.exec(
    "CREATE TABLE orders (id INTEGER PRIMARY KEY, order_id TEXT NOT NULL, amount_minor INTEGER NOT NULL)",
  );
  const stop = async () => {
    await mf.dispose();
    await rm(stateDir, { recursive: true, force: true });
  };
  return { demo, secrets, env: await mf.getBindings<Env>(PLATFORM), urls, stop };
}

async function takePorts() {
  const ports = {
    platform: await freePort(),
    api: await freePort(),
    links: await freePort(),
    redirect: await freePort(),
    insert: await freePort(),
    ingest: await freePort(),
  };
  const directPorts = {
    [PLATFORM]: ports.platform,
    [BARE_PLATFORM]: ports.api,
    [LINKS]: ports.links,
    "bench-bare-redirect": ports.redirect,
    "bench-bare-insert": ports.insert,
    "bench-ingest": ports.ingest,
  };
  const url = (port: number) => `http://127.0.0.1:${port}`;
  const { platform, api, links, redirect, insert, ingest } = ports;
  const urls = {
    platform: url(platform),
    api: url(api),
    links: url(links),
    redirect: url(redirect),
    insert: url(insert),
    ingest: url(ingest),
  };
  return { directPorts, urls };
}

function benchWorkers(choices: RuntimeChoices) {
  const worker = (name: BenchWorker) =>
    builtWorker(`bench-${name}`, configOf(name), `bench-${name}`, choices.directPorts);
  return [worker("bare-redirect"), worker("bare-insert"), withState(worker("ingest"), choices), barePlatform(choices)];
}

// Miniflare puts its assets router before every socket of a Worker with assets: without them its port is its own.
function barePlatform(choices: RuntimeChoices): WorkerOptions {
  const { assets: _, queueConsumers: __, ...platform } = localWorker(PLATFORM, "platform", choices);
  const port = choices.directPorts?.[BARE_PLATFORM];
  return {
    ...platform,
    name: BARE_PLATFORM,
    ...(port === undefined ? {} : { unsafeDirectSockets: [{ host: "127.0.0.1", port }] }),
  };
}

const onLog: RuntimeChoices["onLog"] = ({ level, message }) => {
  if (level === "error" || message.includes('"level":"error"')) console.error(message);
};

/** Clicks that the counters know, of every link and class. */
export async function countRecorded({ env }: BenchServer): Promise<number> {
  const sum = "SELECT coalesce(sum(human + bot + preview + prefetch), 0) AS hits FROM click_stats_daily";
  return Number(await env.CLICKS_DB.prepare(sum).first("hits"));
}

/** Waits until the counters know `expected` clicks; answers how many milliseconds that took. */
export async function drain(server: BenchServer, expected: number, timeoutMs = 30_000): Promise<number> {
  const startedAt = performance.now();
  while ((await countRecorded(server)) < expected && performance.now() - startedAt < timeoutMs) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.now() - startedAt;
}
