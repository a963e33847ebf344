import type { ClickEvent, ClicksRecorded } from "../../schemas/events.ts";
import { fromBase64Url, toBase64Url } from "../core/base64url.ts";
import { casablancaDay } from "../core/calendar.ts";
import { hmacKey } from "../core/digest.ts";
import type { LinksEnv } from "./env.ts";

const FLUSH_AFTER_MS = 100;
// A queue message holds 128 KB; the visitor's hash and the envelope are added when the batch is sent.
const BATCH_MAX_BYTES = 100_000;
const BATCH_MAX_EVENTS = 2_000;
const EVENT_OVERHEAD_BYTES = 40;
const VISITOR_BYTES = 8;

/** A click as it waits in memory: address and agent are turned into the visitor's hash before anything leaves the isolate. */
export interface PendingClick {
  readonly linkNumber: number;
  readonly clickedAt: number;
  readonly nonce: number;
  readonly class: ClickEvent[3];
  readonly reason: string | null;
  readonly address: string;
  readonly agent: string;
  readonly device: string;
  readonly source: string | null;
  readonly country: string | null;
  readonly city: string | null;
  readonly referrer: string | null;
  readonly params: string | null;
}

interface OpenBatch {
  readonly clicks: PendingClick[];
  bytes: number;
  isSent: boolean;
}

let open: OpenBatch | undefined;

/**
 * Puts the click into the isolate's open micro-batch. The request that opens one sends it after 100 ms, or whoever fills
 * it does at once; nothing of it is awaited before the visitor's answer.
 */
export function captureClick(env: LinksEnv, click: PendingClick, waitUntil: (work: Promise<unknown>) => void): void {
  const bytes = sizeOf(click);
  if (open && (open.bytes + bytes > BATCH_MAX_BYTES || open.clicks.length >= BATCH_MAX_EVENTS)) {
    waitUntil(sendBatch(env, open));
    open = undefined;
  }
  if (open) {
    open.clicks.push(click);
    open.bytes += bytes;
    return;
  }
  const batch: OpenBatch = { clicks: [click], bytes, isSent: false };
  open = batch;
  waitUntil(sendLater(env, batch));
}

async function sendLater(env: LinksEnv, batch: OpenBatch): Promise<void> {
  await scheduler.wait(FLUSH_AFTER_MS);
  if (open === batch) open = undefined;
  await sendBatch(env, batch);
}

async function sendBatch(env: LinksEnv, batch: OpenBatch): Promise<void> {
  if (batch.isSent) return;
  batch.isSent = true;
  const events = await Promise.all(batch.clicks.map((click) => eventOf(env, click)));
  const message: ClicksRecorded = { kind: "clicks.recorded", id: crypto.randomUUID(), events };
  try {
    await env.CLICKS_QUEUE.send(message);
  } catch {
    await spill(env, message);
  }
}

// The queue refuses: the same message waits in a file, under the same id, for the platform's cron to send it again.
async function spill(env: LinksEnv, message: ClicksRecorded): Promise<void> {
  const key = `spill/clicks/${message.id}.json`;
  const text = JSON.stringify(message);
  await env.FILES.put(key, text).catch(() => env.LINKS_KV.put(key, text));
}

async function eventOf(env: LinksEnv, click: PendingClick): Promise<ClickEvent> {
  const visitor = await visitorOf(env, click);
  const { linkNumber, clickedAt, nonce, reason, device, source, country, city, referrer, params } = click;
  return [linkNumber, clickedAt, nonce, click.class, reason, visitor, device, source, country, city, referrer, params];
}

const dayKeys = new Map<number, Promise<CryptoKey>>();

// The key of a day is derived from HASH_KEY, so a visitor cannot be followed from one day to the next.
function keyOfDay(env: LinksEnv, day: number): Promise<CryptoKey> {
  const known = dayKeys.get(day);
  if (known) return known;
  if (dayKeys.size > 2) dayKeys.clear();
  const derived = deriveDayKey(env, day);
  dayKeys.set(day, derived);
  return derived;
}

async function deriveDayKey(env: LinksEnv, day: number): Promise<CryptoKey> {
  const secret = fromBase64Url(env.HASH_KEY);
  if (secret?.length !== 32) throw new Error("HASH_KEY: is not 32 bytes base64url");
  const derived = await crypto.subtle.sign("HMAC", await hmacKey(secret), encoder.encode(`visitor:${day}`));
  return hmacKey(new Uint8Array(derived));
}

const encoder = new TextEncoder();

async function visitorOf(env: LinksEnv, { address, agent, clickedAt }: PendingClick): Promise<string> {
  const key = await keyOfDay(env, casablancaDay(clickedAt));
  const tag = await crypto.subtle.sign("HMAC", key, encoder.encode(`${address}\n${agent}`));
  return toBase64Url(new Uint8Array(tag, 0, VISITOR_BYTES));
}

// Texts from outside may be of any script; three bytes a character is the most UTF-8 makes of a UTF-16 unit, and JSON
// never escapes what is left here to more.
function sizeOf({ city, referrer, params, source, reason }: PendingClick): number {
  const plain = (source?.length ?? 0) + (reason?.length ?? 0) + EVENT_OVERHEAD_BYTES + 60;
  return plain + 3 * ((city?.length ?? 0) + (referrer?.length ?? 0)) + 2 * (params?.length ?? 0);
}
