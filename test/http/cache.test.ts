import { env } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import { NotFound } from "../../workers/core/errors.ts";
import { warmCache } from "../../workers/crons/warm-cache.ts";
import { cached, warm } from "../../workers/http/cache.ts";
import { flushCacheCounts } from "../../workers/http/cache-counts.ts";
import { invalidatePrefix, invalidateTags } from "../../workers/http/cache-versions.ts";
import { ask } from "../support/gate.ts";
import { systemContext } from "../support/world.ts";

const SECOND_MS = 1_000;
const START = Date.now();
const at = (seconds: number) => systemContext({ now: () => START + seconds * SECOND_MS });
const rule = (...tags: string[]) => ({ ttlSeconds: 60, tags });
const counter = () => {
  let calls = 0;
  return vi.fn(async () => ({ calls: ++calls }));
};
// KV and edge cache without the isolate's memory: as another isolate would ask, six seconds later and more.
const later = 6;

describe("a kept answer", () => {
  it("is loaded once, then comes from memory, and from the stores when memory is over", async () => {
    const load = counter();
    const ctx = at(0);
    for (let time = 0; time < 3; time++) expect(await cached(ctx, "once:a", rule(), load)).toEqual({ calls: 1 });
    await ctx.settled();
    expect(await env.LINKS_KV.get("cache:0.0:once:a", "json")).toMatchObject({ value: { calls: 1 } });
    expect(await cached(at(later), "once:a", rule(), load)).toEqual({ calls: 1 });
    expect(load).toHaveBeenCalledTimes(1);
  });

  it("comes from KV where the edge cache is cold", async () => {
    const load = counter();
    const kept = { value: { calls: 7 }, freshUntil: START + 50 * SECOND_MS, isStale: false };
    await env.LINKS_KV.put("cache:0.0:cold:a", JSON.stringify(kept));
    expect(await cached(at(0), "cold:a", rule(), load)).toEqual({ calls: 7 });
    expect(load).not.toHaveBeenCalled();
  });

  it("is loaded again when its time is over", async () => {
    const load = counter();
    const ctx = at(0);
    await cached(ctx, "short:a", rule(), load);
    await ctx.settled();
    expect(await cached(at(61), "short:a", rule(), load)).toEqual({ calls: 2 });
  });

  it("is loaded once for a hundred who ask at the same time", async () => {
    const load = vi.fn(async () => {
      await scheduler.wait(50);
      return "slow";
    });
    const answers = await Promise.all(Array.from({ length: 100 }, () => cached(at(0), "crowd:a", rule(), load)));
    expect([new Set(answers), load.mock.calls.length]).toEqual([new Set(["slow"]), 1]);
  });

  it("is loaded by each follower when the first one never comes back", async () => {
    const load = vi
      .fn()
      .mockImplementationOnce(() => new Promise(() => {}))
      .mockResolvedValue("mine");
    const lost = systemContext();
    void cached(lost, "lost:a", rule(), load);
    expect(await cached(systemContext(), "lost:a", rule(), load)).toBe("mine");
  });
});

describe("invalidation", () => {
  it("by a tag ends every answer that carries it, and no other", async () => {
    const [one, two, other] = [counter(), counter(), counter()];
    const all = async (seconds: number) => {
      const ctx = at(seconds);
      const answers = [
        await cached(ctx, "tagged:1", rule("shoes", "all"), one),
        await cached(ctx, "tagged:2", rule("shoes"), two),
        await cached(ctx, "tagged:3", rule("hats"), other),
      ];
      await ctx.settled();
      return answers.map(({ calls }) => calls);
    };
    expect(await all(0)).toEqual([1, 1, 1]);
    await invalidateTags(at(1), ["shoes"]);
    expect(await all(1)).toEqual([2, 2, 1]);
    expect(await all(1 + later)).toEqual([2, 2, 1]);
  });

  it("by a prefix ends the keys below it, and not those that only look alike", async () => {
    const [list, page, alike] = [counter(), counter(), counter()];
    const all = async (seconds: number) => {
      const ctx = at(seconds);
      const answers = [
        await cached(ctx, "shop:list", rule(), list),
        await cached(ctx, "shop:list:2", rule(), page),
        await cached(ctx, "shop:lists", rule(), alike),
      ];
      await ctx.settled();
      return answers.map(({ calls }) => calls);
    };
    await all(0);
    await invalidatePrefix(at(1), "shop:list");
    expect(await all(1)).toEqual([2, 2, 1]);
  });

  it("twice in one millisecond ends what was loaded between", async () => {
    const load = counter();
    await invalidateTags(at(0), ["twice"]);
    await cached(at(0), "twice:a", rule("twice"), load);
    await invalidateTags(at(0), ["twice"]);
    expect(await cached(at(0), "twice:a", rule("twice"), load)).toEqual({ calls: 2 });
  });
});

describe("while the source fails", () => {
  const failing = () => Promise.reject(new Error("the database is away"));

  it("the last answer is given, however old within a day", async () => {
    const ctx = at(0);
    await cached(ctx, "away:a", rule(), async () => "last known");
    await ctx.settled();
    expect(await cached(at(600), "away:a", rule(), failing)).toBe("last known");
  });

  it("an answer that was invalidated is never given", async () => {
    const ctx = at(0);
    await cached(ctx, "gone:a", rule("gone"), async () => "withdrawn");
    await ctx.settled();
    await invalidateTags(at(1), ["gone"]);
    await expect(cached(at(2), "gone:a", rule("gone"), failing)).rejects.toThrow("the database is away");
  });

  it("a refusal of the domain is no failure: it is passed on", async () => {
    const ctx = at(0);
    await cached(ctx, "refused:a", rule(), async () => "once there");
    await ctx.settled();
    const refuse = () => Promise.reject(new NotFound("product.not_found"));
    await expect(cached(at(600), "refused:a", rule(), refuse)).rejects.toThrow("product.not_found");
  });

  it("broken stores cost a load, not an answer", async () => {
    const kv = { get: () => Promise.reject(new Error("down")), put: () => Promise.reject(new Error("down")) };
    const ctx = { ...at(0), linksKv: Object.assign(Object.create(env.LINKS_KV), kv) };
    expect(await cached(ctx, "broken:a", rule("broken"), async () => "loaded")).toBe("loaded");
  });
});

describe("warming", () => {
  it("loads before the time is over, and not more often", async () => {
    const load = counter();
    const kept = { ttlSeconds: 300, tags: [] };
    for (const seconds of [0, 60, 120]) await warm(at(seconds), "warm:a", kept, load);
    expect(load).toHaveBeenCalledTimes(1);
    await warm(at(190), "warm:a", kept, load);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it("has the categories ready before anybody asks", async () => {
    await warmCache(systemContext());
    await env.CORE_DB.prepare("DELETE FROM categories").run();
    const { data } = await (await ask("/api/products/categories")).json<{ data: unknown[] }>();
    expect(data[0]).toMatchObject({ parentId: null, name: { fr: "Mode", en: "Fashion", ar: "أزياء" } });
  });
});

describe("the counts", () => {
  it("say how often each name was answered, and from where", async () => {
    const ctx = at(0);
    const load = counter();
    await flushCacheCounts(ctx);
    for (let time = 0; time < 4; time++) await cached(ctx, "counted:a", rule(), load);
    await ctx.settled();
    await cached(at(600), "counted:a", rule(), () => Promise.reject(new Error("away")));
    await flushCacheCounts(ctx);
    const row = await env.CORE_DB.prepare(
      "SELECT sum(hits) AS hits, sum(misses) AS misses, sum(stale) AS stale FROM cache_counts WHERE name = 'counted'",
    ).first();
    expect(row).toEqual({ hits: 3, misses: 1, stale: 1 });
  });
});
