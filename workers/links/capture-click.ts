import type { ClickEvent, ClicksRecorded } from "../../schemas/events.ts";
import { toBase64Url } from "../core/base64url.ts";
import { casablancaDay } from "../core/calendar.ts";
import { hmacKey } from "../core/digest.ts";
import type { LinksEnv } from "./env.ts";
import { secretsOf } from "./secrets.ts";

const FLUSH_AFTER_MS = 100;
// A queue message holds 128 KB. At 95 bytes an event at least, a batch never comes near the 5,000 events of its contract.
const BATCH_MAX_BYTES = 100_000;
// All that is of fixed kinds: numbers, class, device, country, the visitor's hash, and the commas and quotes between.
const EVENT_FIXED_BYTES = 120;
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
  if (open && open.bytes + bytes > BATCH_MAX_BYTES) {
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
  const visitors = await visitorsOf(env, batch.clicks);
  const events = batch.clicks.map((click) => eventOf(click, visitors));
  const message: ClicksRecorded = { kind: "clicks.recorded", id: crypto.randomUUID(), events };
  try {
    // v8: the queue carries it without turning it into JSON and back, the dearest part of a recorded click.
    await env.CLICKS_QUEUE.send(message, { contentType: "v8" });
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

function eventOf(click: PendingClick, visitors: ReadonlyMap<string, string>): ClickEvent {
  const visitor = visitors.get(visitorKey(click)) ?? "";
  const { linkNumber, clickedAt, nonce, reason, device, source, country, city, referrer, params } = click;
  return [linkNumber, clickedAt, nonce, click.class, reason, visitor, device, source, country, city, referrer, params];
}

let dayKey: { readonly day: number; readonly key: CryptoKey } | undefined;

// The key of a day is derived from HASH_KEY, so a visitor cannot be followed from one day to the next.
async function keyOfDay(env: LinksEnv, day: number): Promise<CryptoKey> {
  if (dayKey?.day === day) return dayKey.key;
  const { hashKey } = await secretsOf(env);
  const derived = await crypto.subtle.sign("HMAC", hashKey, encoder.encode(`visitor:${day}`));
  const key = await hmacKey(new Uint8Array(derived));
  dayKey = { day, key };
  return key;
}

const encoder = new TextEncoder();

const visitorKey = ({ address, agent, clickedAt }: PendingClick) => `${casablancaDay(clickedAt)}\n${address}\n${agent}`;

// Whoever clicks twice within the batch is hashed once.
async function visitorsOf(env: LinksEnv, clicks: readonly PendingClick[]): Promise<Map<string, string>> {
  const distinct = new Map(clicks.map((click) => [visitorKey(click), click]));
  const visitors = new Map<string, string>();
  for (const [key, { address, agent, clickedAt }] of distinct) {
    const dayKey = await keyOfDay(env, casablancaDay(clickedAt));
    const tag = await crypto.subtle.sign("HMAC", dayKey, encoder.encode(`${address}\n${agent}`));
    visitors.set(key, toBase64Url(new Uint8Array(tag, 0, VISITOR_BYTES)));
  }
  return visitors;
}

function sizeOf({ reason, source, city, referrer, params }: PendingClick): number {
  return EVENT_FIXED_BYTES + sizeIn(reason) + sizeIn(source) + sizeIn(city) + sizeIn(referrer) + sizeIn(params);
}

const BACKSLASH = 92;
const QUOTE = 34;

const isHalfOfPair = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;

// Bytes of a well-formed text inside the message, whichever is more: JSON's UTF-8 with what it escapes, for a spill file, or
// v8's two bytes for every unit of a text that is not Latin-1, for the queue.
function sizeIn(text: string | null): number {
  if (text === null) return 0;
  let bytes = text.length;
  let isWide = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0xff) isWide = true;
    if (unit < 32) bytes += 5;
    else if (unit === QUOTE || unit === BACKSLASH) bytes += 1;
    else if (unit >= 0x80) bytes += unit < 0x800 || isHalfOfPair(unit) ? 1 : 2;
  }
  return isWide ? Math.max(bytes, 2 * text.length + 2) : bytes;
}
