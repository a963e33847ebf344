import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Miniflare } from "miniflare";
import { build, buildPart, workerPart } from "../../scripts/build.ts";
import type { DemoFile } from "../../scripts/demo-file.ts";
import { type LocalSecrets, readLocalSecrets } from "../../scripts/local-secrets.ts";
import { freePort } from "../../scripts/ports.ts";
import { builtWorker, runtimeOptions } from "../../scripts/runtime-options.ts";
import { prepareOnly } from "../../scripts/server.ts";
import { LINKS, PLATFORM } from "../../scripts/settings.ts";
import type { Env } from "../../workers/platform/env.ts";

const BENCH_WORKERS = ["bare-redirect", "bare-insert", "empty"] as const;
type BenchWorker = (typeof BENCH_WORKERS)[number];

export const configOf = (worker: BenchWorker) => path.join(import.meta.dirname, "workers", worker, "wrangler.toml");

export interface BenchServer {
  readonly demo: DemoFile;
  readonly secrets: LocalSecrets;
  readonly env: Env;
  readonly mf: Miniflare;
  /** Addresses of the Workers themselves, each on a port of its own. */
  readonly urls: {
    readonly platform: string;
    readonly links: string;
    readonly redirect: string;
    readonly insert: string;
  };
  stop(): Promise<void>;
}

export async function buildForBench(): Promise<void> {
  await build();
  for (const worker of BENCH_WORKERS) {
    const sources = [`test/bench/workers/${worker}`];
    await buildPart(workerPart(`bench Worker ${worker}`, `bench-${worker}`, configOf(worker), sources));
  }
}

/** Our Workers and the bare ones beside them in one workerd, on a state of its own with the demo's data. */
export async function startBenchServer(): Promise<BenchServer> {
  const stateDir = await mkdtemp(path.join(tmpdir(), "shareyoursales-bench-"));
  const port = await freePort();
  const demo = await prepareOnly({ stateDir, port });
  const secrets = await readLocalSecrets(stateDir);
  const names = [PLATFORM, LINKS, "bench-bare-redirect", "bench-bare-insert"] as const;
  const ports = await Promise.all(names.map(freePort));
  const directPorts = Object.fromEntries(names.map((name, index) => [name, ports[index] ?? 0]));
  const mf = new Miniflare(
    runtimeOptions({
      port,
      storageDir: path.join(stateDir, "state/v3"),
      secrets,
      baseUrl: demo.baseUrl,
      onLog: reportFailures,
      directPorts,
      moreWorkers: [
        builtWorker("bench-bare-redirect", configOf("bare-redirect"), "bench-bare-redirect", directPorts),
        builtWorker("bench-bare-insert", configOf("bare-insert"), "bench-bare-insert", directPorts),
      ],
    }),
  );
  await mf.ready;
  const bare = await mf.getD1Database("DB", "bench-bare-insert");
  await bare.exec(
    "CREATE TABLE orders (id INTEGER PRIMARY KEY, order_id TEXT NOT NULL, amount_minor INTEGER NOT NULL)",
  );
  const [platform, links, redirect, insert] = ports.map((own) => `http://127.0.0.1:${own}`);
  if (!platform || !links || !redirect || !insert) throw new Error("every Worker has a port");
  const stop = async () => {
    await mf.dispose();
    await rm(stateDir, { recursive: true, force: true });
  };
  const env = await mf.getBindings<Env>(PLATFORM);
  return { demo, secrets, env, mf, urls: { platform, links, redirect, insert }, stop };
}

function reportFailures({ level, message }: { level: string; message: string }): void {
  if (level === "error" || message.includes('"level":"error"')) console.error(message);
}

/** Clicks that the counters know, of every link and class. */
export async function countRecorded({ env }: BenchServer): Promise<number> {
  const sum = "SELECT coalesce(sum(human + bot + preview + prefetch), 0) AS hits FROM click_stats_daily";
  return Number(await env.CLICKS_DB.prepare(sum).first("hits"));
}

/** Waits until the counters stand still; answers how many milliseconds it took them to reach `expected`. */
export async function drain(server: BenchServer, expected: number, timeoutMs = 30_000): Promise<number> {
  const startedAt = performance.now();
  while ((await countRecorded(server)) < expected && performance.now() - startedAt < timeoutMs) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.now() - startedAt;
}
