import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { type Conversion, conversion } from "../../schemas/conversions.ts";
import { pageOf } from "../../schemas/page.ts";
import { influencerBalance, merchantBalance } from "../../schemas/payments.ts";
import { shareOf } from "../../workers/core/money.ts";
import { nonceOfToken } from "../bench/nonce-of-token.ts";
import { startLoad } from "./crash-load.ts";
import { seededPlace } from "./seeded-place.ts";
import { forget, getJson, kill, type Served, serve, stop, until, withBindings } from "./served.ts";

// A micro-batch is open for 100 ms, then it is one commit of a consumer that shares the cores with the load and whatever
// else the machine does: what is older than this was safe on any machine. The bench measures how much is really lost.
const MAY_BE_LOST_MS = 2_000;
const LOAD_MS = 4000;
const VAT_BPS = 2000;
const place = await seededPlace();
afterAll(() => forget(place));

test("loses no answered order, no settled click and no centime when it is killed under load", async () => {
  const first = await serve(place);
  const before = await readBalances(first);
  const load = startLoad(first, "crash");
  await sleep(LOAD_MS);
  const killedAt = Date.now();
  await kill(first);
  await load.stop();
  expect(load.clicks.length).toBeGreaterThan(200);
  expect(load.collected.size).toBeGreaterThan(10);

  const second = await serve(place);
  const orders = await listOrders(second, "crash-");
  const [ids, collected] = [orders.map(({ orderId }) => orderId), orders.filter((order) => order.collectedAt !== null)];
  expect(ids).toEqual(expect.arrayContaining([...load.placed]));
  expect(collected.map(({ orderId }) => orderId)).toEqual(expect.arrayContaining([...load.collected]));
  const owed = moneyOf(collected);
  const agrees = async () => (await readBalances(second)).due === before.due + owed.due;
  await until(agrees, 30_000);
  expect(await readBalances(second)).toEqual({ pending: before.pending + owed.pending, due: before.due + owed.due });
  await stop(second);

  const recorded = await recordedNonces();
  const lost = load.clicks.filter(({ token }) => !recorded.has(nonceOfToken(token)));
  const ages = lost.map(({ answeredAt }) => killedAt - answeredAt);
  console.log(
    `${load.clicks.length} clicks answered, ${lost.length} lost, the oldest ${Math.max(0, ...ages)} ms before the end`,
  );
  expect(Math.max(0, ...ages)).toBeLessThan(MAY_BE_LOST_MS);
});

async function listOrders({ demo }: Served, prefix: string): Promise<Conversion[]> {
  const found: Conversion[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const address = `${demo.baseUrl}/api/tracking/conversions?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const page: { data: Conversion[]; nextCursor: string | null } = await getJson(
      address,
      pageOf(conversion),
      demo.merchant.apiKey,
    );
    found.push(...page.data.filter(({ orderId }) => orderId?.startsWith(prefix)));
    cursor = page.nextCursor;
  }
  return found;
}

function moneyOf(collected: readonly Conversion[]): { pending: number; due: number } {
  const pending = collected.reduce((sum, order) => sum + (order.commission?.amountMinor ?? 0), 0);
  const fees = collected.map(({ platformFeeMinor }) => platformFeeMinor + shareOf(platformFeeMinor, VAT_BPS));
  return { pending, due: pending + fees.reduce((sum, fee) => sum + fee, 0) };
}

async function readBalances({ demo }: Served): Promise<{ pending: number; due: number }> {
  const address = `${demo.baseUrl}/api/payments/balance`;
  const influencer = await getJson(address, influencerBalance, demo.influencer.apiKey);
  const merchant = await getJson(address, merchantBalance, demo.merchant.apiKey);
  return { pending: influencer.pendingMinor, due: merchant.dueMinor };
}

function recordedNonces(): Promise<Set<number>> {
  return withBindings(place, async ({ CLICKS_DB }) => {
    const { results } = await CLICKS_DB.prepare("SELECT nonce FROM tracking_events").all<{ nonce: number }>();
    return new Set(results.map(({ nonce }) => nonce));
  });
}
