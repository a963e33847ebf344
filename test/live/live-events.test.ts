import { createExecutionContext, createMessageBatch, getQueueResult, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { VisitorClass } from "../../schemas/events.ts";
import { tellClicks } from "../../workers/modules/analytics/live/tell-owners.ts";
import { watchOwner } from "../../workers/modules/analytics/live/watch-owner.ts";
import { forgetWatchers } from "../../workers/modules/analytics/live/watchers.ts";
import { consume } from "../../workers/queues/dispatch.ts";
import { spreadNews } from "../../workers/queues/news.ts";
import { clicksMessageOf, type PlainClick } from "../support/click-messages.ts";
import { listen } from "../support/listener.ts";
import { addProgramme, addUser, call, contextOf, order, type Programme, runCommissionQueue } from "../support/world.ts";

let nonce = 1;
const click = (linkNumber: number, visitorClass: VisitorClass = "human", country = "MA"): PlainClick => ({
  linkNumber,
  clickedAt: Date.UTC(2026, 10, 23, 12),
  nonce: nonce++,
  visitor: nonce,
  class: visitorClass,
  reason: visitorClass === "human" ? null : "agent.bot",
  device: "android",
  source: "instagram",
  country,
  city: null,
  referrer: null,
  params: null,
});

async function deliver(...bodies: unknown[]) {
  const batch = createMessageBatch(
    "clicks",
    bodies.map((body, index) => ({ id: `q-${nonce++}-${index}`, timestamp: new Date(), attempts: 1, body })),
  );
  const executionCtx = createExecutionContext();
  await consume(batch, env, executionCtx);
  return getQueueResult(batch, executionCtx);
}

/** Statements that a piece of work runs on the core database, as a system job. */
function watched(options: { now?: () => number } = {}) {
  const ctx = contextOf({ role: "system", job: "test" }, options);
  return { ctx, queries: () => ctx.queryTally.count };
}
const news = async () => {
  const { ctx } = watched();
  await spreadNews(ctx);
  await ctx.settled();
};
const reported = async (programme: Programme) => {
  const { body } = await call("POST", "/api/tracking/conversions", {
    key: programme.merchant.apiKey,
    json: order({ clickToken: await programme.token() }),
  });
  return body;
};
const isBegun = (ownerId: string) =>
  runInDurableObject(
    env.LIVE_FEED.getByName(ownerId),
    (_, { storage }) =>
      storage.sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'events'").toArray().length > 0 &&
      storage.sql.exec("SELECT 1 FROM events").toArray().length > 0,
  );

beforeEach(forgetWatchers);

describe("clicks reach the feeds", () => {
  it("of the link's influencer and merchant, people apart from robots, and nobody else's", async () => {
    const [programme, other] = [await addProgramme(), await addProgramme()];
    const listeners = await Promise.all([programme.influencer, programme.merchant].map(({ apiKey }) => listen(apiKey)));
    const strangers = await Promise.all([other.influencer, other.merchant].map(({ apiKey }) => listen(apiKey)));
    const of = (visitorClass?: VisitorClass) => click(programme.linkNumber, visitorClass);
    await deliver(clicksMessageOf(`live-a-${nonce}`, [of(), of(), of("bot"), of("preview")]));
    for (const listener of listeners) {
      await vi.waitFor(() => expect(listener.events()).toHaveLength(1));
      expect(listener.events()[0]).toMatchObject({
        kind: "clicks",
        linkId: programme.linkId,
        productId: programme.productId,
        humans: 2,
        bots: 2,
        country: "MA",
        device: "android",
      });
    }
    for (const stranger of strangers) expect(stranger.events()).toEqual([]);
  });

  it("tells no country where people came from several", async () => {
    const programme = await addProgramme();
    const listener = await listen(programme.influencer.apiKey);
    const { linkNumber } = programme;
    await deliver(clicksMessageOf(`live-b-${nonce}`, [click(linkNumber), click(linkNumber, "human", "FR")]));
    await vi.waitFor(() => expect(listener.events()).toMatchObject([{ humans: 2, country: null, device: "android" }]));
  });

  it("tells clicks once when their message is delivered twice", async () => {
    const programme = await addProgramme();
    const listener = await listen(programme.merchant.apiKey);
    const message = clicksMessageOf(`live-c-${nonce}`, [click(programme.linkNumber)]);
    await deliver(message);
    await deliver(message, clicksMessageOf(`live-d-${nonce}`, [click(programme.linkNumber, "bot")]));
    await vi.waitFor(() => expect(listener.events()).toHaveLength(2));
    expect(listener.events()).toMatchObject([
      { humans: 1, bots: 0 },
      { humans: 0, bots: 1 },
    ]);
  });

  it("asks one question a second at most when nobody watches, and wakes no feed", async () => {
    const programme = await addProgramme();
    await env.CORE_DB.prepare("DELETE FROM live_watchers").run();
    const { ctx, queries } = watched();
    const messages = [clicksMessageOf(`live-e-${nonce}`, [click(programme.linkNumber)])];
    await tellClicks(ctx, messages);
    await tellClicks(ctx, messages);
    expect(queries()).toBe(1);
    expect(await isBegun(programme.influencer.id)).toBe(false);
  });

  it("asks whose a link is once, and keeps a lease that has ended from costing more", async () => {
    const programme = await addProgramme();
    await listen(programme.influencer.apiKey);
    const { ctx, queries } = watched();
    const message = () => [clicksMessageOf(`live-f-${nonce}`, [click(programme.linkNumber)])];
    await tellClicks(ctx, message());
    const first = queries();
    await tellClicks(ctx, message());
    expect(queries()).toBe(first);
    await env.CORE_DB.prepare("UPDATE live_watchers SET until = 1").run();
    forgetWatchers();
    await tellClicks(ctx, message());
    expect(queries()).toBe(first + 1);
  });

  it("are recorded all the same when the feed cannot be reached", async () => {
    const programme = await addProgramme();
    const { ctx } = watched();
    await watchOwner(ctx, programme.influencer.id, Date.now() + 60_000);
    const logged: string[] = [];
    const broken = {
      ...ctx,
      log: (_level: string, message: string) => void logged.push(message),
      get liveFeeds(): never {
        throw new Error("no feeds today");
      },
    };
    await tellClicks(broken, [clicksMessageOf(`live-g-${nonce}`, [click(programme.linkNumber)])]);
    expect(logged).toEqual(["a live feed could not be told"]);
  });
});

describe("orders and commissions reach the feeds", () => {
  it("of both sides, with amounts and without the order's own number", async () => {
    const programme = await addProgramme();
    const [influencer, merchant] = [await listen(programme.influencer.apiKey), await listen(programme.merchant.apiKey)];
    const placed = await reported(programme);
    await news();
    for (const listener of [influencer, merchant]) {
      await vi.waitFor(() => expect(listener.events()).toHaveLength(1));
      expect(listener.events()[0]).toMatchObject({
        kind: "order",
        event: "placed",
        conversionId: placed.id,
        linkId: programme.linkId,
        status: "placed",
        amountMinor: 45_000,
        currency: "MAD",
        commissionMinor: 6_750,
      });
      expect(listener.heard.join()).not.toContain(String(placed.orderId));
    }
    const events = `/api/tracking/conversions/${placed.orderId}/events`;
    await call("POST", events, { key: programme.merchant.apiKey, json: { eventId: "e-1", status: "collected" } });
    await runCommissionQueue(String(placed.id));
    await news();
    await vi.waitFor(() => expect(influencer.events().length).toBeGreaterThan(2));
    expect(influencer.events()).toContainEqual(expect.objectContaining({ kind: "order", status: "collected" }));
    expect(influencer.events()).toContainEqual(
      expect.objectContaining({ kind: "commission", state: "earned", conversionId: placed.id, amountMinor: 6_750 }),
    );
  });

  it("of the merchant alone when nobody brought the order", async () => {
    const programme = await addProgramme();
    const [influencer, merchant] = [await listen(programme.influencer.apiKey), await listen(programme.merchant.apiKey)];
    await call("POST", "/api/tracking/conversions", { key: programme.merchant.apiKey, json: order() });
    await news();
    await vi.waitFor(() => expect(merchant.events()).toMatchObject([{ kind: "order", linkId: null }]));
    expect(influencer.events()).toEqual([]);
  });

  it("once, also when two readers go on at the same time", async () => {
    const programme = await addProgramme();
    const merchant = await listen(programme.merchant.apiKey);
    await reported(programme);
    await Promise.all([news(), news(), news()]);
    await news();
    await vi.waitFor(() => expect(merchant.events()).toHaveLength(1));
  });

  it("only while they are news: who begins to read passes over the past", async () => {
    const programme = await addProgramme();
    const merchant = await listen(programme.merchant.apiKey);
    await reported(programme);
    const { ctx } = watched({ now: () => Date.now() + 10 * 60_000 });
    await watchOwner(ctx, programme.merchant.id, ctx.now() + 60_000);
    await spreadNews(ctx);
    await news();
    expect(merchant.events()).toEqual([]);
  });
});

describe("a suspended user", () => {
  it("is put out of the feed when the news is read", async () => {
    const admin = await addUser("admin", { adminScopes: ["owner"] });
    const { id, apiKey } = await addUser("influencer");
    const listener = await listen(apiKey);
    const { status } = await call("PATCH", `/api/admin/users/${id}`, {
      key: admin.apiKey,
      json: { state: "suspended", reason: "a reason good enough" },
    });
    expect(status).toBe(200);
    await news();
    await vi.waitFor(() => expect(listener.closedWith).toBe(4401));
  });
});
