import type { Request } from "autocannon";
import { importClickKeys, mintClickToken } from "../../workers/core/click-token.ts";
import type { BenchServer } from "./bench-server.ts";
import { load } from "./load.ts";
import { type Measured, median, round } from "./table.ts";

const ROUNDS = 7;
const ROUND_SECONDS = 2;
const CONNECTIONS = 16;
const TOKENS = 200;

/** Reporting an order with key and click token, committed, against one bare D1 insert through Hono, turn by turn. */
export async function measureConversions(server: BenchServer): Promise<Measured> {
  const tokens = await mintTokens(server);
  let order = 0;
  const setupRequest = (request: Request): Request => {
    const clickToken = tokens[order % TOKENS];
    const body = { orderId: `bench-${order++}`, clickToken, amountMinor: 45_000, currency: "MAD", payment: "cod" };
    return { ...request, body: JSON.stringify(body) };
  };
  const post = (path: string): Request => ({
    method: "POST",
    path,
    headers: { Authorization: `Bearer ${server.demo.merchant.apiKey}`, "Content-Type": "application/json" },
    setupRequest,
  });
  const common = { connections: CONNECTIONS, duration: ROUND_SECONDS };
  const ours = { ...common, url: server.urls.platform, requests: [post("/api/tracking/conversions")] };
  const bare = { ...common, url: server.urls.insert, requests: [post("/")] };
  const rounds: { ours: number; bare: number; ratio: number }[] = [];
  for (let index = 0; index <= ROUNDS; index++) {
    const full = await load(ours, 201);
    const one = await load(bare, 201);
    if (index > 0) rounds.push({ ours: full.perSecond, bare: one.perSecond, ratio: full.perSecond / one.perSecond });
  }
  const of = (name: "ours" | "bare" | "ratio") => median(rounds.map((one) => one[name]));
  return {
    rows: [
      {
        measure: "POST conversions (full path, committed) ÷ one bare D1 insert through Hono",
        must: "≥ 0.3",
        aim: "≥ 0.5",
        now: round(of("ratio"), 2),
        unit: "",
      },
    ],
    notes: [
      `conversions ${Math.round(of("ours"))} req/s, bare insert ${Math.round(of("bare"))} req/s; ${CONNECTIONS} connections, median of ${ROUNDS} rounds of ${ROUND_SECONDS} s each after a warm one, ratios ${rounds.map(({ ratio }) => ratio.toFixed(2)).join(" ")}`,
    ],
  };
}

async function mintTokens({ secrets, env, demo }: BenchServer): Promise<string[]> {
  const keys = importClickKeys(secrets.CLICK_KEYS);
  const find = env.CORE_DB.prepare("SELECT number FROM affiliate_links WHERE id = ?1").bind(demo.links[0]?.id);
  const linkNumber = Number(await find.first("number"));
  const clickedAt = Date.now() - 60_000;
  const mint = () => mintClickToken(keys, linkNumber, clickedAt, crypto.getRandomValues(new Uint8Array(6)));
  return Promise.all(Array.from({ length: TOKENS }, mint));
}
