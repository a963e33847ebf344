import { clicksOf, fillOwner, type MeasuredOwner, type Size } from "./analytics-world.ts";
import type { BenchServer } from "./bench-server.ts";
import { type Measured, median, round } from "./table.ts";

const FEW: Size = { name: "few", links: 10, clicksPerLinkAndDay: 16, clicksPerOrder: 100 };
const MANY: Size = { name: "many", links: 625, clicksPerLinkAndDay: 250, clicksPerOrder: 100 };
const ROUNDS = 200;
const WARM_ROUNDS = 20;
const OTHERS = [
  "timeseries?interval=day",
  "timeseries?interval=hour&from=DAY",
  "breakdown?by=country",
  "breakdown?by=link",
  "breakdown?by=city",
];

/** The overview of a merchant with ten million clicks, turn by turn with that of one with ten thousand. */
export async function measureAnalytics(server: BenchServer): Promise<Measured> {
  const startedAt = performance.now();
  const [few, many] = [await fillOwner(server, FEW), await fillOwner(server, MANY)];
  const filledMs = performance.now() - startedAt;
  await expectSame(server, few, FEW);
  await expectSame(server, many, MANY);
  const rounds: { few: number; many: number }[] = [];
  for (let turn = 0; turn < WARM_ROUNDS + ROUNDS; turn++) {
    const one = { few: await timeOf(server, few, "overview"), many: await timeOf(server, many, "overview") };
    if (turn >= WARM_ROUNDS) rounds.push(one);
  }
  const of = (name: "few" | "many") => median(rounds.map((one) => one[name]));
  const others: string[] = [];
  const day = new Date(Date.now() - 6 * 86_400_000).toISOString().slice(0, 10);
  for (const question of OTHERS) {
    const path = question.replace("DAY", day);
    others.push(
      `${question} ${round(await mean(server, few, path), 1)} and ${round(await mean(server, many, path), 1)}`,
    );
  }
  return {
    rows: [
      {
        measure: "overview analytics over 10 million clicks ÷ over 10 thousand",
        must: "≤ 2",
        aim: "≤ 1.2",
        now: round(of("many") / of("few"), 2),
        unit: "",
      },
    ],
    notes: [
      `analytics: ${clicksOf(MANY).toLocaleString("en")} clicks of ${MANY.links} links and ${clicksOf(FEW).toLocaleString("en")} of ${FEW.links}, in 64 days, an order per 100 clicks, raw rows and counters made by SQL in ${round(filledMs / 1000, 0)} s; overview of 30 days and the 30 before, with a key, past the limiter: ${round(of("few"), 2)} ms and ${round(of("many"), 2)} ms, medians of ${ROUNDS} turns; others in ms: ${others.join(", ")}`,
    ],
  };
}

// What is measured must be answered, and right.
async function expectSame(server: BenchServer, owner: MeasuredOwner, size: Size): Promise<void> {
  const body: unknown = await (await ask(server, owner, "overview")).json();
  const clicks = 30 * size.links * (size.clicksPerLinkAndDay - Math.ceil(size.clicksPerLinkAndDay / 10));
  if (!JSON.stringify(body).includes(`"clicks":${clicks},`)) throw new Error(`${size.name}: not ${clicks} clicks`);
}

function ask({ urls }: BenchServer, { apiKey }: MeasuredOwner, path: string): Promise<Response> {
  return fetch(`${urls.api}/api/analytics/${path}`, { headers: { Authorization: `Bearer ${apiKey}` } });
}

async function timeOf(server: BenchServer, owner: MeasuredOwner, path: string): Promise<number> {
  const startedAt = performance.now();
  const answer = await ask(server, owner, path);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return performance.now() - startedAt;
}

async function mean(server: BenchServer, owner: MeasuredOwner, path: string): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn++) times.push(await timeOf(server, owner, path));
  return median(times);
}
