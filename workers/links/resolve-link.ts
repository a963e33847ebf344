import { LINK_ENTRY_QUERY, type LinkEntry, type LinkEntryRow, linkEntryOf, linkKey } from "../core/link-entry.ts";
import type { LinksEnv } from "./env.ts";

const REMEMBERED_MS = 10_000;
const UNKNOWN_REMEMBERED_MS = 30_000;
const REMEMBERED_MAX = 10_000;
const KV_CACHE_SECONDS = 30;
// A copy made by a reader goes by itself: only the platform's own writes stay.
const COPY_SECONDS = 3_600;
// KV takes one write a second of a key.
const KV_WRITE_EVERY_MS = 1_100;
const COPY_WRITES_MAX = 3;

interface Remembered<T> {
  readonly value: T;
  readonly until: number;
}

/** A bounded memory of the isolate. What is asked for is set anew whenever it runs out, so what nobody asks for goes first. */
class Memory<T> {
  readonly #entries = new Map<string, Remembered<T>>();

  get(key: string, nowMs: number): T | undefined {
    const found = this.#entries.get(key);
    return found !== undefined && found.until > nowMs ? found.value : undefined;
  }

  /** What was known last, though its time has run out. */
  last(key: string): T | undefined {
    return this.#entries.get(key)?.value;
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  set(key: string, value: T, until: number): void {
    this.#entries.delete(key);
    if (this.#entries.size >= REMEMBERED_MAX) {
      for (const oldest of this.#entries.keys()) {
        this.#entries.delete(oldest);
        break;
      }
    }
    this.#entries.set(key, { value, until });
  }
}

const known = new Memory<LinkEntry>();
const unknown = new Memory<true>();

/** The link of a slug from the isolate's own memory, without waiting. null: known to be nobody's. */
export function rememberedLink(slug: string, nowMs: number): LinkEntry | null | undefined {
  return known.get(slug, nowMs) ?? (unknown.get(slug, nowMs) ? null : undefined);
}

/**
 * The link of a slug: KV, then the core database, whose answer is written through. null when there is none. While both
 * are out of reach, what this isolate knew last is still true enough to send a visitor on. Who scans gets no further than KV,
 * where every link is that the platform has published.
 */
export async function lookUpLink(
  env: LinksEnv,
  slug: string,
  nowMs: number,
  waitUntil: (work: Promise<unknown>) => void,
  depth: "kv" | "database" = "database",
): Promise<LinkEntry | null> {
  const cached = await env.LINKS_KV.get<LinkEntry>(linkKey(slug), { type: "json", cacheTtl: KV_CACHE_SECONDS }).catch(
    () => null,
  );
  if (cached !== null) return remember(slug, cached, nowMs);
  if (depth === "kv") return null;
  try {
    const entry = await readLink(env, slug);
    if (entry !== null) waitUntil(copyToKv(env, entry));
    return remember(slug, entry, nowMs);
  } catch (failure) {
    const last = known.last(slug);
    if (last === undefined) throw failure;
    waitUntil(Promise.reject(failure));
    return remember(slug, last, nowMs);
  }
}

function remember(slug: string, entry: LinkEntry | null, nowMs: number): LinkEntry | null {
  if (entry === null) {
    known.delete(slug);
    unknown.set(slug, true, nowMs + UNKNOWN_REMEMBERED_MS);
  } else known.set(slug, entry, nowMs + REMEMBERED_MS);
  return entry;
}

async function readLink(env: LinksEnv, slug: string): Promise<LinkEntry | null> {
  const row = await env.CORE_DB.prepare(LINK_ENTRY_QUERY).bind(slug).first<LinkEntryRow>();
  return row === null ? null : linkEntryOf(row);
}

// The link, its product or its people may change between the read and the write: look again until what is written is
// what is true. The whole entry is compared, because a product's state does not raise its links' version.
async function copyToKv(env: LinksEnv, entry: LinkEntry): Promise<void> {
  let written: LinkEntry | null = entry;
  for (let writes = 1; ; writes++) {
    if (written === null) await env.LINKS_KV.delete(linkKey(entry.slug));
    else await env.LINKS_KV.put(linkKey(entry.slug), JSON.stringify(written), { expirationTtl: COPY_SECONDS });
    const after = await readLink(env, entry.slug);
    if (JSON.stringify(after) === JSON.stringify(written) || writes === COPY_WRITES_MAX) return;
    written = after;
    await scheduler.wait(KV_WRITE_EVERY_MS);
  }
}
