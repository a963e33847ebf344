import type { Request } from "autocannon";
import * as z from "zod";
import { signatureOf } from "../../workers/vendors/delivery-schemes.ts";
import type { BenchServer } from "./bench-server.ts";
import { type LoadResult, load } from "./load.ts";
import { type Measured, median, round } from "./table.ts";

const ROUNDS = 7;
// So many a round, not so long: the queue records them meanwhile, and must have done so before the next round.
const REQUESTS = 240;
const CONNECTIONS = 16;
const SECRET = "secret-of-the-bench";

/** Accepting a shop's signed delivery (checked, sealed, committed to the log) against one bare D1 insert, turn by turn. */
export async function measureWebhooks(server: BenchServer): Promise<Measured> {
  const connectorId = await connect(server);
  let sent = 0;
  const signed = (request: Request): Request => {
    const body = orderBody(sent++);
    const signature = signatureOf("woocommerce", SECRET, new TextEncoder().encode(body));
    return { ...request, body, headers: { ...request.headers, "X-WC-Webhook-Signature": signature } };
  };
  const plain = (request: Request): Request => ({
    ...request,
    body: JSON.stringify({ orderId: `bench-${sent++}`, amountMinor: 45_000 }),
  });
  const headers = { "Content-Type": "application/json", "X-WC-Webhook-Topic": "order.created" };
  const delivery: Request = {
    method: "POST",
    path: `/api/webhooks/woocommerce/${connectorId}`,
    headers,
    setupRequest: signed,
  };
  // The load generator looks whether it is done once a sample: a second would be longer than a round.
  const common = { connections: CONNECTIONS, amount: REQUESTS, sampleInt: 10 };
  const ours = { ...common, url: server.urls.platform, requests: [delivery] };
  const bare = { ...common, url: server.urls.insert, requests: [{ ...delivery, path: "/", setupRequest: plain }] };
  const rounds: { ours: number; bare: number; ratio: number }[] = [];
  for (let index = 0; index <= ROUNDS; index++) {
    const full = await load(ours, 200);
    await queueIsEmpty(server);
    const one = await load(bare, 201);
    if (index > 0)
      rounds.push({ ours: perSecondOf(full), bare: perSecondOf(one), ratio: perSecondOf(full) / perSecondOf(one) });
  }
  const of = (name: "ours" | "bare" | "ratio") => median(rounds.map((one) => one[name]));
  return {
    rows: [
      {
        measure: "a shop's delivery accepted (signature, log, committed) ÷ one bare D1 insert through Hono",
        must: "≥ 0.1",
        aim: "≥ 0.3",
        now: round(of("ratio"), 2),
        unit: "",
      },
    ],
    notes: [
      `deliveries ${Math.round(of("ours"))} req/s while the queue records their orders (${REQUESTS} a round, median of ${ROUNDS}), bare insert ${Math.round(of("bare"))} req/s; ratios ${rounds.map(({ ratio }) => ratio.toFixed(2)).join(" ")}`,
    ],
  };
}

const perSecondOf = ({ answers, seconds }: LoadResult) => answers / seconds;

async function queueIsEmpty({ env }: BenchServer): Promise<void> {
  const waiting = env.CORE_DB.prepare("SELECT count(*) AS rows FROM inbound_deliveries WHERE outcome = 'waiting'");
  while (((await waiting.first<{ rows: number }>())?.rows ?? 0) > 0)
    await new Promise((resolve) => setTimeout(resolve, 200));
}

async function connect({ urls, demo }: BenchServer): Promise<string> {
  const response = await fetch(new URL("/api/tracking/connectors", urls.platform), {
    method: "POST",
    headers: { Authorization: `Bearer ${demo.merchant.apiKey}`, "Content-Type": "application/json" },
    body: JSON.stringify({ platform: "woocommerce", name: "Bench", secret: SECRET, orderIdPrefix: "BENCH-" }),
  });
  return z.object({ id: z.string() }).parse(await response.json()).id;
}

function orderBody(number: number): string {
  return JSON.stringify({
    id: 1_000_000 + number,
    status: "processing",
    currency: "MAD",
    total: "490.00",
    payment_method: "cod",
    date_created_gmt: "2026-11-20T15:22:04",
    date_modified_gmt: "2026-11-20T15:22:04",
    billing: { city: "Casablanca", phone: "0600000013", email: "client@example.ma" },
    meta_data: [],
    line_items: [{ sku: "DJ", quantity: 1, total: "450.00" }],
    coupon_lines: [],
    refunds: [],
  });
}
