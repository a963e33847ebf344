import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** The command line of a process that lives, else undefined. */
export function commandOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch {
    return undefined;
  }
  if (!existsSync("/proc/self/cmdline")) return ps(["-o", "command=", "-p", String(pid)]).trim() || undefined;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim() || undefined;
  } catch {
    return undefined;
  }
}

/** The pid of the workerd that this process started last. */
export function findOwnWorkerd(): number | undefined {
  const children = existsSync("/proc/self/task") ? childrenFromProc() : childrenFromPs();
  return children.findLast((pid) => commandOf(pid)?.includes("workerd"));
}

function childrenFromProc(): number[] {
  const text = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8");
  return text.split(" ").filter(Boolean).map(Number);
}

function childrenFromPs(): number[] {
  const pairs = ps(["-A", "-o", "pid=,ppid="]).trim().split("\n");
  const rows = pairs.map((row) => row.trim().split(/\s+/).map(Number));
  return rows.flatMap(([pid, parent]) => (pid !== undefined && parent === process.pid ? [pid] : []));
}

function ps(args: readonly string[]): string {
  return spawnSync("ps", args, { encoding: "utf8" }).stdout ?? "";
}

/** Asks a process to end, insists after two seconds, and returns when it is gone. */
export async function endProcess(pid: number): Promise<void> {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let waited = 0; waited < 2000; waited += 50) {
      if (commandOf(pid) === undefined) return;
      await sleep(50);
    }
  }
}
