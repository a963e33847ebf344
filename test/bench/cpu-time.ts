import { existsSync, readFileSync } from "node:fs";
import { findOwnWorkerd } from "../../scripts/processes.ts";

const MS_PER_TICK = 10;

/** Milliseconds of CPU that our workerd has used so far, to the tick; undefined where there is no /proc. */
export function workerdCpuMs(): number | undefined {
  const file = `/proc/${findOwnWorkerd()}/stat`;
  if (!existsSync(file)) return undefined;
  const fields = readFileSync(file, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}
