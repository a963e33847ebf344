import { readdirSync } from "node:fs";
import path from "node:path";
import { convertV4MiniflareOptions, type MiniflareOptions, NoOpLog, type V4MiniflareOptions } from "miniflare";
import { unstable_getMiniflareWorkerOptions as workerOptionsOf } from "wrangler";
import * as z from "zod";
import type { LocalSecrets } from "./local-secrets.ts";
import { BUILD_DIR, CONFIG_OF, LINKS, PLATFORM } from "./settings.ts";

export type WorkerOptions = Extract<V4MiniflareOptions, { workers: unknown }>["workers"][number];
export type LogLine = Parameters<NonNullable<V4MiniflareOptions["handleStructuredLogs"]>>[0];

export interface RuntimeChoices {
  readonly port: number;
  /** Where D1, KV and R2 live: wrangler's `--persist-to` directory plus `/v3`. */
  readonly storageDir: string;
  readonly secrets: LocalSecrets;
  /** What people type; APP_URL and LINKS_URL follow it. */
  readonly baseUrl: string;
  /** How many times the limits of production a client may spend; tests and benches raise it. */
  readonly rateLimitFactor?: number | undefined;
  readonly onLog: (line: LogLine) => void;
  readonly onRestart?: () => void;
  /** Serves Workers on ports of their own too, without the assets router in front, as links is in production. */
  readonly directPorts?: Readonly<Record<string, number>>;
  readonly moreWorkers?: readonly WorkerOptions[];
}

/** Both built Workers under one Miniflare, reachable from this machine only. */
export function runtimeOptions(choices: RuntimeChoices): MiniflareOptions {
  const { onRestart } = choices;
  return convertV4MiniflareOptions({
    host: "127.0.0.1",
    port: choices.port,
    resourcePersistencePath: choices.storageDir,
    // Empty instead of Miniflare's invented visitor in Texas; nothing is asked of the network.
    cf: {},
    telemetry: { enabled: false },
    log: new NoOpLog(),
    handleStructuredLogs: choices.onLog,
    ...(onRestart ? { unsafeHandleRuntimeRestart: onRestart } : {}),
    workers: [
      localWorker(PLATFORM, "platform", choices),
      localWorker(LINKS, "links", choices),
      ...(choices.moreWorkers ?? []),
    ],
  });
}

/** A Worker of `build/` that belongs to this state. */
export function localWorker(name: keyof typeof CONFIG_OF, folder: string, choices: RuntimeChoices): WorkerOptions {
  return withState(builtWorker(name, CONFIG_OF[name], folder, choices.directPorts), choices);
}

/** The Worker with the secrets of this state and the addresses of this run. */
export function withState(worker: WorkerOptions, choices: RuntimeChoices): WorkerOptions {
  const { secrets, baseUrl, rateLimitFactor = 1 } = choices;
  const run = { APP_URL: baseUrl, LINKS_URL: `${baseUrl}/r`, RATE_LIMIT_FACTOR: String(rateLimitFactor) };
  return { ...worker, bindings: { ...vars.parse(worker.bindings), ...secrets, ...run } };
}

/** A Worker of `build/` with the bindings of its wrangler file. */
export function builtWorker(
  name: string,
  configPath: string,
  folder: string,
  directPorts: RuntimeChoices["directPorts"] = {},
): WorkerOptions {
  const { workerOptions } = workerOptionsOf(configPath);
  const modulesRoot = path.join(BUILD_DIR, folder);
  const port = directPorts[name];
  return {
    ...workerOptions,
    name,
    modulesRoot,
    modules: modulesOf(modulesRoot),
    ...(port === undefined ? {} : { unsafeDirectSockets: [{ host: "127.0.0.1", port }] }),
  };
}

const vars = z.record(z.string(), z.json());

const MODULE_TYPES = { ".js": "ESModule", ".wasm": "CompiledWasm", ".bin": "Data", ".txt": "Text" } as const;

// The entry, the only script, comes first; wrangler writes what it imports (wasm, data) beside it.
function modulesOf(directory: string) {
  const names = readdirSync(directory, { recursive: true, encoding: "utf8" });
  const typeOf = (name: string) => Object.entries(MODULE_TYPES).find(([ending]) => name.endsWith(ending))?.[1];
  return names
    .toSorted((a, b) => Number(b.endsWith(".js")) - Number(a.endsWith(".js")))
    .flatMap((name) => {
      const type = typeOf(name);
      return type ? [{ type, path: path.join(directory, name) }] : [];
    });
}
