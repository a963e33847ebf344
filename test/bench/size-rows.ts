import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import * as z from "zod";
import { BUILD_DIR, CONFIG_OF, LINKS, ROOT, toolEnvironment } from "../../scripts/settings.ts";
import { configOf } from "./bench-server.ts";
import { type Measured, median, round } from "./table.ts";

const RUNS = 7;
const profile = z.object({ startTime: z.number(), endTime: z.number() });

/** What a deploy of the links Worker uploads, compressed. */
export async function measureBundle(): Promise<Measured> {
  const bytes = gzipSync(await readFile(path.join(BUILD_DIR, "links/index.js"))).length;
  return {
    rows: [
      {
        measure: "links Worker bundle, minified gzip",
        must: "≤ 20",
        aim: "≤ 10",
        now: round(bytes / 1000, 1),
        unit: "KB",
      },
    ],
    notes: [],
  };
}

/** `wrangler check startup` of links against a Worker that does nothing, turn by turn. */
export async function measureStartup(): Promise<Measured> {
  const directory = await mkdtemp(path.join(tmpdir(), "shareyoursales-startup-"));
  const [ours, empty]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    ours.push(await startupMs(CONFIG_OF[LINKS], directory));
    empty.push(await startupMs(configOf("empty"), directory));
  }
  await rm(directory, { recursive: true, force: true });
  return {
    rows: [
      {
        measure: "links Worker start-up ÷ empty Worker",
        must: "≤ 1.5",
        aim: "≤ 1.1",
        now: round(median(ours) / median(empty), 2),
        unit: "",
      },
    ],
    notes: [
      `start-up ${median(ours).toFixed(1)} ms against ${median(empty).toFixed(1)} ms: span of the profile of \`wrangler check startup\`, median of ${RUNS}; its samples are too few to add up as CPU time`,
    ],
  };
}

async function startupMs(configPath: string, directory: string): Promise<number> {
  const file = path.join(directory, "startup.cpuprofile");
  const args = ["check", "startup", `--args=--config ${configPath}`, "--outfile", file];
  const { status, stderr } = spawnSync("wrangler", args, { cwd: ROOT, env: toolEnvironment(), encoding: "utf8" });
  if (status !== 0) throw new Error(`wrangler check startup failed: ${stderr}`);
  const { startTime, endTime } = profile.parse(JSON.parse(await readFile(file, "utf8")));
  return (endTime - startTime) / 1000;
}
