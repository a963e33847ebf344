import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Miniflare } from "miniflare";
import type * as z from "zod";
import { type DemoFile, readDemoFile } from "../../scripts/demo-file.ts";
import { readLocalSecrets } from "../../scripts/local-secrets.ts";
import { freePort } from "../../scripts/ports.ts";
import { type RunFile, readRunFile } from "../../scripts/run-file.ts";
import { runtimeOptions } from "../../scripts/runtime-options.ts";
import { PLATFORM } from "../../scripts/settings.ts";
import type { Env } from "../../workers/platform/env.ts";

const START = path.join(import.meta.dirname, "../../scripts/start.ts");

export interface Place {
  readonly stateDir: string;
  readonly port: number;
}

export async function newPlace(): Promise<Place> {
  return { stateDir: await mkdtemp(path.join(tmpdir(), "shareyoursales-test-")), port: await freePort() };
}

export const forget = ({ stateDir }: Place) => rm(stateDir, { recursive: true, force: true });

export interface Started {
  readonly child: ChildProcess;
  /** What it printed so far, both streams. */
  output(): string;
  exited: Promise<number | null>;
}

/** Runs `npm start`'s command on a state and a port of its own. */
export function start({ stateDir, port }: Place): Started {
  const env = {
    ...process.env,
    STATE_DIR: stateDir,
    PORT: String(port),
    RATE_LIMIT_FACTOR: "1000",
    npm_lifecycle_event: "",
  };
  const child = spawn(process.execPath, [START], { env, stdio: ["ignore", "pipe", "pipe"] });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => chunks.push(String(chunk)));
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, output: () => chunks.join(""), exited };
}

export interface Served extends Started {
  readonly place: Place;
  readonly demo: DemoFile;
  readonly run: RunFile;
}

/** A server that answers; its own words are in the failure when it does not come up. */
export async function serve(place: Place): Promise<Served> {
  const started = start(place);
  const ended = started.exited.then((code) => {
    throw new Error(`the server ended with ${code}: ${started.output()}`);
  });
  await Promise.race([ended, until(async () => started.output().includes("is running"), 180_000)]);
  ended.catch(() => {});
  const [demo, run] = [await readDemoFile(place.stateDir), readRunFile(place.stateDir)];
  if (!demo || !run) throw new Error(`no demo.json or run.json: ${started.output()}`);
  return { ...started, place, demo, run };
}

export async function stop(served: Started): Promise<number | null> {
  served.child.kill("SIGTERM");
  return served.exited;
}

/** Kills node and workerd as a power cut would. */
export async function kill({ run, exited }: Served): Promise<void> {
  process.kill(run.nodePid, "SIGKILL");
  if (run.workerdPid !== null) process.kill(run.workerdPid, "SIGKILL");
  await exited;
}

/** Looks into the stores of a state whose server is stopped. */
export async function withBindings<T>({ stateDir, port }: Place, look: (env: Env) => Promise<T>): Promise<T> {
  const mf = new Miniflare(
    runtimeOptions({
      port: await freePort(),
      storageDir: path.join(stateDir, "state/v3"),
      secrets: await readLocalSecrets(stateDir),
      baseUrl: `http://localhost:${port}`,
      onLog: () => {},
    }),
  );
  try {
    return await look(await mf.getBindings<Env>(PLATFORM));
  } finally {
    await mf.dispose();
  }
}

export async function until(isSo: () => Promise<boolean>, timeoutMs: number): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end) {
    if (await isSo()) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

export async function getJson<T>(url: string, shape: z.ZodType<T>, key: string): Promise<T> {
  const response = await fetch(url, { headers: { Authorization: `Bearer ${key}` } });
  if (!response.ok) throw new Error(`GET ${url} answered ${response.status}`);
  return shape.parse(await response.json());
}

export function postJson(url: string, key: string, json: unknown): Promise<Response> {
  const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
  return fetch(url, { method: "POST", headers, body: JSON.stringify(json) });
}
