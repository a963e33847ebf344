import { BROWSER } from "../../scripts/visitors.ts";
import { postJson, type Served } from "./served.ts";

export interface Load {
  /** Tokens of answered clicks, with the moment the answer was there. */
  readonly clicks: { token: string; answeredAt: number }[];
  readonly placed: Set<string>;
  readonly collected: Set<string>;
  stop(): Promise<void>;
}

const CLICKERS = 12;
const SHOPS = 3;

/** People click and shops report orders, all at once, until stopped; only what was answered is remembered. */
export function startLoad({ demo }: Served, run: string): Load {
  const load: Omit<Load, "stop"> = { clicks: [], placed: new Set(), collected: new Set() };
  const slug = demo.links[0]?.slug ?? "";
  let isOn = true;
  let order = 0;
  const click = async () => {
    const answer = await fetch(`${demo.baseUrl}/r/${slug}`, { headers: { "User-Agent": BROWSER }, redirect: "manual" });
    const token = new URL(answer.headers.get("Location") ?? "").searchParams.get("sys_click") ?? "";
    load.clicks.push({ token, answeredAt: Date.now() });
    return token;
  };
  const sell = async () => {
    const orderId = `${run}-${order++}`;
    const address = `${demo.baseUrl}/api/tracking/conversions`;
    const body = { orderId, clickToken: await click(), amountMinor: 45_000, currency: "MAD", payment: "cod" };
    if ((await postJson(address, demo.merchant.apiKey, body)).status !== 201) return;
    load.placed.add(orderId);
    const event = { eventId: "collected", status: "collected" };
    const moved = await postJson(`${address}/${orderId}/events`, demo.merchant.apiKey, event);
    if (moved.status === 200) load.collected.add(orderId);
  };
  const repeat = async (work: () => Promise<unknown>) => {
    while (isOn) await work().catch(() => {});
  };
  const workers = [
    ...Array.from({ length: CLICKERS }, () => repeat(click)),
    ...Array.from({ length: SHOPS }, () => repeat(sell)),
  ];
  const stop = async () => {
    isOn = false;
    await Promise.all(workers);
  };
  return { ...load, stop };
}
