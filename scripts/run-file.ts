import { readFileSync, rmSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { commandOf, endProcess } from "./processes.ts";
import { Refusal } from "./settings.ts";

const runFile = z.object({ nodePid: z.int(), workerdPid: z.int().nullable(), port: z.int() });
export type RunFile = z.infer<typeof runFile>;

const fileOf = (stateDir: string) => path.join(stateDir, "run.json");

/** What the state's file says; undefined when there is none, or half of one. */
export function readRunFile(stateDir: string): RunFile | undefined {
  try {
    return runFile.parse(JSON.parse(readFileSync(fileOf(stateDir), "utf8")));
  } catch {
    return undefined;
  }
}

/** The server that has this state open now, if any. A pid that another program got since does not count. */
export function findRunning(stateDir: string): RunFile | undefined {
  const run = readRunFile(stateDir);
  return run && /scripts\/\w+\.ts|test\/bench\//.test(commandOf(run.nodePid) ?? "") ? run : undefined;
}

/**
 * Takes a state for this process: two servers on one state lose writes. Refuses while its server lives, and ends the
 * runtime that a killed server left behind, which would go on holding the port and writing.
 */
export async function claimState(stateDir: string, port: number): Promise<void> {
  await mkdir(stateDir, { recursive: true });
  let running = findRunning(stateDir);
  // It may be on its way out: a second is what a clean stop takes.
  for (let waited = 0; running && waited < 1500; waited += 100) {
    await sleep(100);
    running = findRunning(stateDir);
  }
  if (running && running.nodePid !== process.pid) {
    throw new Refusal(
      `${stateDir} is in use by process ${running.nodePid} on port ${running.port}. Stop it first, or set STATE_DIR to another directory.`,
    );
  }
  const left = readRunFile(stateDir);
  if (left?.workerdPid && commandOf(left.workerdPid)?.includes("workerd")) {
    console.log(`Ending process ${left.workerdPid}, the runtime of a server that was killed.`);
    await endProcess(left.workerdPid);
  }
  await rm(fileOf(stateDir), { force: true });
  await writeFile(fileOf(stateDir), JSON.stringify({ nodePid: process.pid, workerdPid: null, port }), { flag: "wx" });
}

export async function writeRunFile(stateDir: string, run: RunFile): Promise<void> {
  await writeFile(fileOf(stateDir), JSON.stringify(run));
}

/** Gives the state up; synchronous, so that a process on its way out can still do it. */
export function releaseState(stateDir: string): void {
  if (readRunFile(stateDir)?.nodePid === process.pid) rmSync(fileOf(stateDir), { force: true });
}
