import { sha256Hex } from "../core/digest.ts";
import type { Context } from "../platform/context.ts";

const REMEMBERED_MS = 5_000;
const KV_TTL_SECONDS = 30;
const TAGS_MAX = 2_000;
const KEY_MAX = 300;

const versions = new Map<string, { version: number; readAt: number }>();
let learned = 0;

/**
 * Where an answer is kept: its key under the versions of its tags and of the beginnings of its key, so that a new version
 * of any leaves it behind. Another isolate knows a new version after 35 s at most (KV's own 30, and 5 of memory).
 */
export async function keyUnderVersions(ctx: Context, key: string, tags: readonly string[]): Promise<string> {
  const names = [...tags, ...prefixesOf(key).map(prefixTag)];
  const due = names.filter((name) => (versions.get(name)?.readAt ?? 0) <= ctx.now() - REMEMBERED_MS);
  if (due.length > 0) await readVersions(ctx, due);
  const stamp = names.map((name) => (versions.get(name)?.version ?? 0).toString(36)).join(".");
  const tail = key.length > KEY_MAX ? `${prefixesOf(key)[0]}:${await sha256Hex(key)}` : key;
  return `cache:${stamp}:${tail}`;
}

/** Changes whenever this isolate learns that a tag has a newer version. */
export const versionsKnown = (): number => learned;

/** Ends every answer that carries one of the tags. */
export async function invalidateTags(ctx: Context, tags: readonly string[]): Promise<void> {
  await readVersions(ctx, tags);
  await Promise.all(
    tags.map(async (tag) => {
      const version = Math.max(ctx.now(), (versions.get(tag)?.version ?? 0) + 1);
      versions.set(tag, { version, readAt: ctx.now() });
      learned += 1;
      await ctx.linksKv.put(kvKey(tag), String(version));
    }),
  );
}

/** Ends every answer whose key is the prefix or begins with it and a colon: `catalogue` ends `catalogue:list:1`. */
export function invalidatePrefix(ctx: Context, prefix: string): Promise<void> {
  return invalidateTags(ctx, [prefixTag(prefix)]);
}

// KV may still tell the version before one that this isolate knows: the newer stands.
async function readVersions(ctx: Context, names: readonly string[]): Promise<void> {
  const found = await Promise.all(
    names.map((name) => ctx.linksKv.get(kvKey(name), { cacheTtl: KV_TTL_SECONDS }).catch(() => null)),
  );
  if (versions.size >= TAGS_MAX) versions.clear();
  for (const [index, name] of names.entries()) {
    const before = versions.get(name)?.version ?? 0;
    const version = Math.max(before, Number(found[index] ?? 0));
    if (version > before) learned += 1;
    versions.set(name, { version, readAt: ctx.now() });
  }
}

function prefixesOf(key: string): string[] {
  const parts = key.split(":");
  return parts.map((_, index) => parts.slice(0, index + 1).join(":"));
}

const prefixTag = (prefix: string) => `prefix:${prefix}`;
const kvKey = (tag: string) => `cache-tag:${tag}`;
