import { LINK_ENTRY_QUERY, type LinkEntry, type LinkEntryRow, linkEntryOf, linkKey } from "../core/link-entry.ts";
import type { LinksEnv } from "./env.ts";

const REMEMBERED_MS = 10_000;
const UNKNOWN_REMEMBERED_MS = 30_000;
const REMEMBERED_MAX = 10_000;
const KV_CACHE_SECONDS = 30;
// A copy made by a reader goes by itself: only the platform's own writes stay.
const COPY_SECONDS = 3_600;

interface Remembered<T> {
  readonly value: T;
  readonly until: number;
}

/** A bounded memory of the isolate; the oldest entry goes first. */
class Memory<T> {
  readonly #entries = new Map<string, Remembered<T>>();

  get(key: string, nowMs: number): T | undefined {
    const found = this.#entries.get(key);
    return found !== undefined && found.until > nowMs ? found.value : undefined;
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

/** The link of a slug: KV, then the core database, whose answer is written through. null when there is none. */
export async function lookUpLink(
  env: LinksEnv,
  slug: string,
  nowMs: number,
  waitUntil: (work: Promise<unknown>) => void,
): Promise<LinkEntry | null> {
  const cached = await env.LINKS_KV.get<LinkEntry>(linkKey(slug), { type: "json", cacheTtl: KV_CACHE_SECONDS }).catch(
    () => null,
  );
  const entry = cached ?? (await readLink(env, slug));
  if (entry === null) {
    unknown.set(slug, true, nowMs + UNKNOWN_REMEMBERED_MS);
    return null;
  }
  known.set(slug, entry, nowMs + REMEMBERED_MS);
  if (cached === null) waitUntil(copyToKv(env, entry));
  return entry;
}

async function readLink(env: LinksEnv, slug: string): Promise<LinkEntry | null> {
  const row = await env.CORE_DB.prepare(LINK_ENTRY_QUERY).bind(slug).first<LinkEntryRow>();
  return row === null ? null : linkEntryOf(row);
}

// The link may change between the read and the write: look again, and write again what is newer.
async function copyToKv(env: LinksEnv, entry: LinkEntry): Promise<void> {
  await env.LINKS_KV.put(linkKey(entry.slug), JSON.stringify(entry), { expirationTtl: COPY_SECONDS });
  const after = await readLink(env, entry.slug);
  if (after === null) await env.LINKS_KV.delete(linkKey(entry.slug));
  else if (after.version !== entry.version)
    await env.LINKS_KV.put(linkKey(entry.slug), JSON.stringify(after), { expirationTtl: COPY_SECONDS });
}
