import { rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Miniflare } from "miniflare";
import * as z from "zod";
import type { Env } from "../workers/platform/env.ts";
import { startCronClock } from "./cron-clock.ts";
import { type DemoFile, readDemoFile, writeDemoFile } from "./demo-file.ts";
import { readLocalSecrets } from "./local-secrets.ts";
import { migrate } from "./migrate.ts";
import { freePort, isPortTaken } from "./ports.ts";
import { findOwnWorkerd } from "./processes.ts";
import { claimState, releaseState, writeRunFile } from "./run-file.ts";
import { localWorker, type RuntimeChoices, runtimeOptions } from "./runtime-options.ts";
import { openServerLog } from "./server-log.ts";
import { PLATFORM, Refusal, SEED, type Settings } from "./settings.ts";

/** The cron that sends again what a queue lost. */
const EVERY_MINUTE = "* * * * *";

export interface Server {
  readonly baseUrl: string;
  readonly demo: DemoFile;
  readonly mf: Miniflare;
  stop(): Promise<void>;
}

// Everything but the port; what the state keeps is the same whoever serves it.
async function choicesOf({ stateDir, port, rateLimitFactor }: Settings, onLog: RuntimeChoices["onLog"]) {
  const secrets = await readLocalSecrets(stateDir);
  const baseUrl = `http://localhost:${port}`;
  return { storageDir: path.join(stateDir, "state/v3"), secrets, baseUrl, rateLimitFactor, onLog };
}

/** Migrates a state and seeds it if it is empty, serving nobody: for `npm run dev`, whose server is wrangler's. */
export async function prepareOnly(settings: Settings): Promise<DemoFile> {
  const log = await openServerLog(settings.stateDir);
  const choices = await choicesOf(settings, log.write);
  const demo = await prepareState(settings.stateDir, { ...choices, port: await freePort() });
  await log.close();
  return demo;
}

/** Runs the built Workers on one port and one state: migrated and seeded before the port answers. */
export async function startServer(settings: Settings): Promise<Server> {
  const { port, stateDir } = settings;
  await claimState(stateDir, port);
  try {
    if (await isPortTaken(port)) {
      throw new Refusal(
        `Port ${port} is taken by another program. Set PORT to another one: PORT=${port + 1} npm start`,
      );
    }
    const log = await openServerLog(stateDir);
    const choices = await choicesOf(settings, log.write);
    const demo = await prepareState(stateDir, { ...choices, port: await freePort() });
    const mf = await openRuntime(stateDir, { ...choices, port });
    const platform = await mf.getWorker(PLATFORM);
    const fire = (cron: string) => platform.scheduled({ cron, scheduledTime: new Date() });
    const stopClock = startCronClock(fire);
    await fire(EVERY_MINUTE);
    return { baseUrl: choices.baseUrl, demo, mf, stop: () => stopServer(stateDir, mf, [stopClock, log.close]) };
  } catch (failure) {
    releaseState(stateDir);
    throw failure;
  }
}

async function openRuntime(stateDir: string, choices: RuntimeChoices): Promise<Miniflare> {
  const port = Number(new URL(choices.baseUrl).port);
  const note = () => writeRunFile(stateDir, { nodePid: process.pid, workerdPid: findOwnWorkerd() ?? null, port });
  const mf = new Miniflare(runtimeOptions({ ...choices, onRestart: () => void note() }));
  await mf.ready;
  await note();
  return mf;
}

/** Migrates and seeds behind a port that nobody knows, so that the real one never answers half-ready. */
async function prepareState(stateDir: string, choices: RuntimeChoices): Promise<DemoFile> {
  const seeding = path.join(stateDir, "seeding");
  if (await exists(seeding)) await rm(choices.storageDir, { recursive: true, force: true });
  const mf = await openRuntime(stateDir, { ...choices, moreWorkers: [localWorker(SEED, "seed", choices)] });
  try {
    const env = await mf.getBindings<Env>(PLATFORM);
    const applied = await migrate(env);
    if (applied.length > 0) console.log(`Applied ${applied.length} migrations`);
    await forgetSendings(env);
    if (!(await isEmpty(env))) return await refreshDemoFile(stateDir, choices.baseUrl);
    // A seed that was interrupted is thrown away and begun again: nobody has used its data yet.
    await writeFile(seeding, "");
    const startedAt = Date.now();
    const demo = await writeDemoFile(stateDir, choices.baseUrl, await playSeed(mf, startedAt));
    await outboxEmpty(env);
    await rm(seeding);
    console.log(`Seeded demo data in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
    return demo;
  } finally {
    await mf.dispose();
  }
}

// The story has thousands of small steps: inside the runtime, beside the data, they take seconds; from here, minutes.
async function playSeed(mf: Miniflare, nowMs: number): Promise<object> {
  const worker = await mf.getWorker(SEED);
  const answer = await worker.fetch("http://seed/", { method: "POST", body: String(nowMs) });
  if (!answer.ok) throw new Error(`The seed failed: ${await answer.text()}`);
  return seeded.parse(await answer.json());
}

const seeded = z.looseObject({});

async function refreshDemoFile(stateDir: string, baseUrl: string): Promise<DemoFile> {
  const known = await readDemoFile(stateDir);
  if (!known) {
    throw new Refusal(
      `${stateDir} has data but no demo.json with its keys. Move it away, or set STATE_DIR to another directory.`,
    );
  }
  return writeDemoFile(stateDir, baseUrl, known);
}

// The local queue lost whatever it held when its process ended: all open work is due now, not in a minute or an hour.
async function forgetSendings(env: Env): Promise<void> {
  await env.CORE_DB.prepare("UPDATE outbox SET next_attempt_at = 0 WHERE done_at IS NULL").run();
}

async function isEmpty(env: Env): Promise<boolean> {
  const row = await env.CORE_DB.prepare("SELECT 1 AS found FROM users LIMIT 1").first();
  return row === null;
}

// What the seed put in the local queue would be lost with its runtime; the cron would bring it a minute later.
async function outboxEmpty(env: Env): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 100) {
    const row = await env.CORE_DB.prepare("SELECT 1 AS found FROM outbox WHERE done_at IS NULL LIMIT 1").first();
    if (row === null) return;
    await sleep(100);
  }
}

async function stopServer(stateDir: string, mf: Miniflare, closings: readonly (() => unknown)[]): Promise<void> {
  await clicksDrained(mf);
  await mf.dispose();
  for (const close of closings) await close();
  releaseState(stateDir);
}

/** Waits until no click batch was recorded for a while: the last micro-batch is open for 100 ms, then in the queue. */
async function clicksDrained(mf: Miniflare): Promise<void> {
  try {
    const { CLICKS_DB } = await mf.getBindings<Env>(PLATFORM);
    const count = () => CLICKS_DB.prepare("SELECT count(*) FROM click_batches").first("count(*)");
    let before: unknown;
    for (let round = 0; round < 20; round++) {
      const now = await count();
      if (now === before) return;
      before = now;
      await sleep(250);
    }
  } catch {
    // The runtime is gone already, as when the terminal sent it the same Ctrl-C: nothing is left to wait for.
  }
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );
