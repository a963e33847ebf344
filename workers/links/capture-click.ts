import type { ClickDetails, ClickEvent, ClicksRecorded, VisitorClass } from "../../schemas/events.ts";
import { casablancaDay } from "../core/calendar.ts";
import { type MacKey, macKey, tagText } from "../core/mac.ts";
import type { LinksEnv } from "./env.ts";
import { secretsOf } from "./secrets.ts";

const FLUSH_AFTER_MS = 100;
// A queue message holds 128 KB. At EVENT_BYTES an event a batch never comes near the 5,000 events of its contract.
const BATCH_MAX_BYTES = 100_000;
// Five numbers, commas and brackets: at most this in JSON, less in v8.
const EVENT_BYTES = 66;
// Class and device, and the commas, quotes and nulls of the rest.
const DETAILS_FIXED_BYTES = 60;

/** A click as the redirect hands it over: address and agent become the visitor's hash before anything leaves the isolate. */
export interface PendingClick {
  readonly linkNumber: number;
  readonly clickedAt: number;
  readonly nonce: number;
  readonly class: VisitorClass;
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
  /** Casablanca's day of all its clicks: the visitors' key changes with it. */
  readonly day: number;
  /** Where each visitor (address and agent) and each set of details stands; clicks carry the positions. */
  readonly visitors: Map<string, number>;
  readonly positions: Map<string, number>;
  readonly details: ClickDetails[];
  readonly events: ClickEvent[];
  bytes: number;
  isSent: boolean;
}

let open: OpenBatch | undefined;

/**
 * Puts the click into the isolate's open micro-batch. The request that opens one sends it after 100 ms, or whoever fills
 * it does at once; nothing of it is awaited before the visitor's answer.
 */
export function captureClick(env: LinksEnv, click: PendingClick, waitUntil: (work: Promise<unknown>) => void): void {
  const day = casablancaDay(click.clickedAt);
  if (open && open.day === day && addClick(open, click)) return;
  if (open) waitUntil(sendBatch(env, open));
  const batch: OpenBatch = {
    day,
    visitors: new Map(),
    positions: new Map(),
    details: [],
    events: [],
    bytes: 0,
    isSent: false,
  };
  open = batch;
  addClick(batch, click);
  waitUntil(sendLater(env, batch));
}

// False when the batch has no room for it.
function addClick(batch: OpenBatch, click: PendingClick): boolean {
  const { reason, device, source, country, city, referrer, params } = click;
  const key = `${click.class}\n${reason ?? ""}\n${device}\n${source ?? ""}\n${country ?? ""}\n${city ?? ""}\n${referrer ?? ""}\n${params ?? ""}`;
  const known = batch.positions.get(key);
  const bytes = EVENT_BYTES + (known === undefined ? sizeOf(click) : 0);
  if (batch.bytes + bytes > BATCH_MAX_BYTES) return false;
  batch.bytes += bytes;
  const position = known ?? batch.details.length;
  if (known === undefined) {
    batch.positions.set(key, position);
    batch.details.push([click.class, reason, device, source, country, city, referrer, params]);
  }
  const who = `${click.address}\n${click.agent}`;
  const visitor = batch.visitors.get(who) ?? batch.visitors.size;
  batch.visitors.set(who, visitor);
  batch.events.push([click.linkNumber, click.clickedAt, click.nonce, visitor, position]);
  return true;
}

async function sendLater(env: LinksEnv, batch: OpenBatch): Promise<void> {
  await scheduler.wait(FLUSH_AFTER_MS);
  if (open === batch) open = undefined;
  await sendBatch(env, batch);
}

async function sendBatch(env: LinksEnv, batch: OpenBatch): Promise<void> {
  if (batch.isSent) return;
  batch.isSent = true;
  const hashes = hashVisitors(env, batch);
  for (const event of batch.events) event[3] = hashes[event[3]] ?? 0;
  const { details, events } = batch;
  const message: ClicksRecorded = { kind: "clicks.recorded", id: crypto.randomUUID(), details, events };
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

let dayKey: { readonly day: number; readonly key: MacKey } | undefined;

// The key of a day is derived from HASH_KEY, so a visitor cannot be followed from one day to the next.
function keyOfDay(env: LinksEnv, day: number): MacKey {
  if (dayKey?.day === day) return dayKey.key;
  const key = macKey(tagText(secretsOf(env).hashKey, `visitor:${day}`));
  dayKey = { day, key };
  return key;
}

// Whoever clicks twice within the batch is hashed once.
function hashVisitors(env: LinksEnv, { day, visitors }: OpenBatch): number[] {
  const key = keyOfDay(env, day);
  return [...visitors.keys()].map((who) => {
    const tag = new DataView(tagText(key, who).buffer);
    return tag.getUint16(0) * 2 ** 32 + tag.getUint32(2);
  });
}

function sizeOf({ reason, source, city, referrer, params }: PendingClick): number {
  return DETAILS_FIXED_BYTES + sizeIn(reason) + sizeIn(source) + sizeIn(city) + sizeIn(referrer) + sizeIn(params);
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
