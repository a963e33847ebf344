import { DomainError, Unavailable } from "../core/errors.ts";
import type { Context } from "../platform/context.ts";
import { countAnswer } from "./cache-counts.ts";
import { type Kept, recallFar, recallNear, rememberNear, store } from "./cache-store.ts";
import { keyUnderVersions } from "./cache-versions.ts";

export interface CacheRule {
  readonly ttlSeconds: number;
  /** `invalidateTags` with any of these ends the answer, as `invalidatePrefix` with the beginning of its key does. */
  readonly tags: readonly string[];
}

const FOLLOW_MS = 2_000;
const WARM_AHEAD_MS = 120_000;
const flights = new Map<string, Promise<Kept>>();

/**
 * The answer kept under the key (`name:more:…`), or what `load` says now: isolate memory, then the edge cache, then KV. Of
 * many who ask at once one loads. While the source fails, the last answer is given, but never one that was invalidated.
 * What is kept is JSON and the same for every caller: nothing of one account may go in.
 */
export async function cached<T>(ctx: Context, key: string, rule: CacheRule, load: () => Promise<T>): Promise<T> {
  const place = await keyUnderVersions(ctx, key, rule.tags);
  const near = recallNear(place, ctx.now());
  if (near) {
    countAnswer(ctx, key, near.isStale ? "stale" : "hits");
    return answerOf<T>(near);
  }
  const flight = flights.get(place);
  const joined = flight ? await joinFlight(flight) : undefined;
  if (joined) {
    countAnswer(ctx, key, joined.isStale ? "stale" : "hits");
    return answerOf<T>(joined);
  }
  return answerOf<T>(await fly(ctx, place, () => look(ctx, key, place, rule, load)));
}

/** Loads the answer anew when nobody has, or when it ends before the next warming. */
export async function warm(ctx: Context, key: string, rule: CacheRule, load: () => Promise<unknown>): Promise<void> {
  const place = await keyUnderVersions(ctx, key, rule.tags);
  const known = await recallFar(ctx, place);
  if (known && known.freshUntil > ctx.now() + WARM_AHEAD_MS) return;
  await store(ctx, place, { value: await load(), freshUntil: ctx.now() + rule.ttlSeconds * 1_000, isStale: false });
}

async function look(
  ctx: Context,
  key: string,
  place: string,
  { ttlSeconds }: CacheRule,
  load: () => Promise<unknown>,
): Promise<Kept> {
  const far = await recallFar(ctx, place);
  if (far && far.freshUntil > ctx.now()) {
    countAnswer(ctx, key, "hits");
    rememberNear(place, far, ctx.now());
    return far;
  }
  try {
    const kept = { value: await load(), freshUntil: ctx.now() + ttlSeconds * 1_000, isStale: false };
    countAnswer(ctx, key, "misses");
    rememberNear(place, kept, ctx.now());
    ctx.defer(() => store(ctx, place, kept));
    return kept;
  } catch (failure) {
    if (!far || (failure instanceof DomainError && !(failure instanceof Unavailable))) throw failure;
    ctx.log("warn", "stale answer served", { key, error: String(failure) });
    countAnswer(ctx, key, "stale");
    const stale = { ...far, isStale: true };
    rememberNear(place, stale, ctx.now());
    return stale;
  }
}

// The loading goes on if its caller hangs up, since others wait for it.
async function fly(ctx: Context, place: string, work: () => Promise<Kept>): Promise<Kept> {
  const flight = work().finally(() => flights.delete(place));
  flights.set(place, flight);
  ctx.defer(() => flight.catch(() => {}));
  return flight;
}

// A promise made by another request may die with it: whoever waits too long, or for a failure, looks for himself.
function joinFlight(flight: Promise<Kept>): Promise<Kept | undefined> {
  const patience = scheduler.wait(FOLLOW_MS).then(() => undefined);
  return Promise.race([flight.catch(() => undefined), patience]);
}

// The key names one loader, so what was kept under it is what that loader made, through JSON.
function answerOf<T>(kept: Kept): T {
  return kept.value as T;
}
