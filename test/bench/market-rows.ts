import type { BenchServer } from "./bench-server.ts";
import { randomOf } from "./click-batches.ts";
import { load } from "./load.ts";
import { fillMarket, questions } from "./market-products.ts";
import { type Measured, median, round } from "./table.ts";

const FEW = 500;
const MANY = 50_000;
const QUESTIONS = 60;
const ROUNDS = 7;
const CACHED_ROUNDS = 7;
const ROUND_SECONDS = 2;

/** Searches that nobody asked before, over few products and then over a hundred times as many. */
export async function measureSearch(server: BenchServer): Promise<Measured> {
  const random = randomOf(14);
  const asked = questions(random, QUESTIONS);
  const demo = Number(await server.env.CORE_DB.prepare("SELECT count(*) AS count FROM products").first("count"));
  await fillMarket(server, random, demo, FEW);
  const few = await timesOf(server, asked);
  await fillMarket(server, random, FEW, MANY);
  const many = await timesOf(server, asked);
  const slowest = asked.map((question, index) => ({ question, ms: many[index] ?? 0 })).sort((a, b) => b.ms - a.ms)[0];
  return {
    rows: [
      {
        measure: "marketplace search over 50,000 products ÷ over 500",
        must: "≤ 3",
        aim: "≤ 2",
        now: round(sumOf(many) / sumOf(few), 2),
        unit: "",
      },
    ],
    notes: [
      `search: ${QUESTIONS} questions (words, two scripts, beginnings, filters, every order), none answered from a cache, with facets and total; mean ${round(sumOf(few) / QUESTIONS, 1)} ms over 500 products, ${round(sumOf(many) / QUESTIONS, 1)} ms over 50,000; slowest there ${slowest?.question} with ${round(slowest?.ms ?? 0, 1)} ms; each the fastest of ${ROUNDS} rounds, one after the other`,
    ],
  };
}

/** What most visitors get: a list of the catalogue from memory, against a constant text through the same framework. */
export async function measureCatalogue(server: BenchServer): Promise<Measured> {
  const ours = { url: `${server.urls.api}/api/products/categories`, duration: ROUND_SECONDS };
  const bare = { url: `${server.urls.insert}/`, duration: ROUND_SECONDS };
  const rounds: { ours: number; bare: number }[] = [];
  for (let index = 0; index <= CACHED_ROUNDS; index++) {
    const one = { ours: (await load(ours, 200)).perSecond, bare: (await load(bare, 200)).perSecond };
    if (index > 0) rounds.push(one);
  }
  const ratios = rounds.map((one) => one.ours / one.bare);
  const of = (name: "ours" | "bare") => Math.round(median(rounds.map((one) => one[name])));
  return {
    rows: [
      {
        measure: "cached catalogue read ÷ Hono text response",
        must: "≥ 0.5",
        aim: "≥ 0.8",
        now: round(median(ratios), 2),
        unit: "",
      },
    ],
    notes: [
      `catalogue: the list of categories (5.8 KB) ${of("ours")} req/s, a constant text as long through Hono ${of("bare")} req/s, neither behind the assets router; 32 connections, median of ${CACHED_ROUNDS} rounds of ${ROUND_SECONDS} s each after a warm one, ratios ${ratios.map((ratio) => ratio.toFixed(2)).join(" ")}`,
    ],
  };
}

// A price that excludes nothing makes each question new to every cache.
async function timesOf(server: BenchServer, asked: readonly string[]): Promise<number[]> {
  const rounds: number[][] = [];
  for (let turn = 0; turn <= ROUNDS; turn++) {
    const times: number[] = [];
    for (const question of asked) {
      const startedAt = performance.now();
      const answer = await fetch(`${server.urls.api}/api/products?${question}&maxPriceMinor=${nextPrice++}`);
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${question} answered ${answer.status}`);
      times.push(performance.now() - startedAt);
    }
    if (turn > 0) rounds.push(times);
  }
  return asked.map((_, index) => Math.min(...rounds.map((times) => times[index] ?? Number.NaN)));
}

let nextPrice = 10_000_000;

const sumOf = (times: readonly number[]) => times.reduce((sum, ms) => sum + ms, 0);
