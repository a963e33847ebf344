import type { Options, Request } from "autocannon";
import { BROWSER } from "../../scripts/visitors.ts";
import { type BenchServer, countRecorded, drain } from "./bench-server.ts";
import { workerdCpuMs } from "./cpu-time.ts";
import { load } from "./load.ts";
import { type Measured, median, round } from "./table.ts";

const ROUNDS = 15;
const ROUND_SECONDS = 1;
const CLICKS = 20_000;

// As many visitors as a busy quarter of an hour has: the address is part of who a visitor is.
const visitors = (path: string): Request[] =>
  Array.from({ length: 64 }, (_, index) => ({
    path,
    method: "GET",
    headers: { "User-Agent": BROWSER, "CF-Connecting-IP": `196.200.${index}.7` },
  }));

/** Our redirect, from memory with capture, against a fixed 302 of Hono in the same workerd, turn by turn. */
export async function measureRedirect(server: BenchServer): Promise<Measured> {
  const path = `/${server.demo.links[0]?.slug}`;
  const ours = { url: server.urls.links, requests: visitors(path) };
  const bare = { url: server.urls.redirect, requests: visitors("/djellaba") };
  await load({ ...ours, duration: 2 }, 302);
  await load({ ...bare, duration: 2 }, 302);
  const rounds: { ours: number; bare: number; ratio: number }[] = [];
  for (let index = 0; index < ROUNDS; index++) {
    const swapped = index % 2 === 1;
    const first = await load({ ...(swapped ? bare : ours), duration: ROUND_SECONDS }, 302);
    await quiet(server);
    const second = await load({ ...(swapped ? ours : bare), duration: ROUND_SECONDS }, 302);
    await quiet(server);
    const [captured, fixed] = swapped ? [second, first] : [first, second];
    rounds.push({ ours: captured.perSecond, bare: fixed.perSecond, ratio: captured.perSecond / fixed.perSecond });
  }
  const cpu = { ours: await cpuPerRequest(server, ours), bare: await cpuPerRequest(server, bare) };
  const ratio = median(rounds.map((one) => one.ratio));
  const [oursMedian, bareMedian] = [median(rounds.map((one) => one.ours)), median(rounds.map((one) => one.bare))];
  return {
    rows: [
      {
        measure: "redirect with capture ÷ bare 302 in the same workerd",
        must: "≥ 0.70",
        aim: "≥ 0.90",
        now: round(ratio, 2),
        unit: "",
      },
    ],
    notes: [
      `redirect ${Math.round(oursMedian)} req/s with capture, bare Hono 302 ${Math.round(bareMedian)} req/s; 32 connections, median of ${ROUNDS} rounds of ${ROUND_SECONDS} s each, ratios ${rounds.map((one) => one.ratio.toFixed(2)).join(" ")}`,
      `CPU of workerd per request, recording included: ${Math.round(cpu.ours)} µs with capture, ${Math.round(cpu.bare)} µs bare`,
    ],
  };
}

// Time on the clock depends on who else uses the machine, CPU time hardly: what capture costs after the answer is in it.
async function cpuPerRequest(server: BenchServer, options: Options): Promise<number> {
  const before = workerdCpuMs() ?? Number.NaN;
  const { answers } = await load({ ...options, amount: CLICKS / 2 }, 302);
  await quiet(server);
  return (((workerdCpuMs() ?? Number.NaN) - before) * 1000) / answers;
}

/** A fixed number of clicks, all answered: what of it is recorded, and how long after the last answer. */
export async function measureRecorded(server: BenchServer): Promise<Measured> {
  await quiet(server);
  const before = await countRecorded(server);
  const requests = visitors(`/${server.demo.links[0]?.slug}`);
  const { answers, perSecond } = await load({ url: server.urls.links, requests, amount: CLICKS }, 302);
  const drainMs = await drain(server, before + answers);
  await quiet(server);
  const recorded = (await countRecorded(server)) - before;
  return {
    rows: [
      {
        measure: "clicks recorded ÷ clicks answered, after drain",
        must: "1.000",
        aim: "1.000",
        now: round(recorded / answers, 4),
        unit: "",
      },
    ],
    notes: [
      `${recorded} of ${answers} clicks recorded at ${Math.round(perSecond)} req/s, drained ${Math.round(drainMs)} ms after the last answer`,
    ],
  };
}

/** Waits until nothing has been recorded for half a second. */
async function quiet(server: BenchServer): Promise<void> {
  for (let before = -1; ; ) {
    const now = await countRecorded(server);
    if (now === before) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
