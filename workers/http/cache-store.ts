import type { Context } from "../platform/context.ts";

/** An answer as it is kept. */
export interface Kept {
  readonly value: unknown;
  readonly freshUntil: number;
  /** Given although it is past its time, because the source failed. */
  readonly isStale: boolean;
}

const NEAR_MS = 5_000;
const NEAR_MAX = 1_000;
const STALE_SECONDS = 86_400;
const EDGE = "https://cache.shareyoursales.internal/";

const near = new Map<string, { readonly kept: Kept; readonly until: number }>();

/** From the isolate's memory, at most 5 s old. */
export function recallNear(place: string, nowMs: number): Kept | undefined {
  const known = near.get(place);
  return known && known.until > nowMs ? known.kept : undefined;
}

export function rememberNear(place: string, kept: Kept, nowMs: number): void {
  if (near.size >= NEAR_MAX) near.clear();
  const until = nowMs + NEAR_MS;
  near.set(place, { kept, until: kept.isStale ? until : Math.min(until, kept.freshUntil) });
}

/** From the edge cache of this place, else from KV, which also knows answers past their time. Neither may fail a caller. */
export async function recallFar(ctx: Context, place: string): Promise<Kept | undefined> {
  try {
    const atEdge = await caches.default.match(edgeUrl(place));
    const kept = atEdge ? await atEdge.json<Kept>() : await ctx.linksKv.get<Kept>(place, "json");
    return kept ?? undefined;
  } catch (failure) {
    ctx.log("warn", "cache unreadable", { error: String(failure) });
    return undefined;
  }
}

/** Keeps the answer in this place's edge cache until its time, and in KV for a day more. */
export async function store(ctx: Context, place: string, kept: Kept): Promise<void> {
  const text = JSON.stringify(kept);
  const seconds = Math.max(1, Math.ceil((kept.freshUntil - ctx.now()) / 1_000));
  const headers = { "Content-Type": "application/json", "Cache-Control": `public, max-age=${seconds}` };
  await Promise.all([
    caches.default.put(edgeUrl(place), new Response(text, { headers })),
    ctx.linksKv.put(place, text, { expirationTtl: seconds + STALE_SECONDS }),
  ]);
}

const edgeUrl = (place: string) => `${EDGE}${encodeURIComponent(place)}`;
