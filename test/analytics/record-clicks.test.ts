import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { VisitorClass } from "../../schemas/events.ts";
import { casablancaDay } from "../../workers/core/calendar.ts";
import { recordClicks } from "../../workers/modules/analytics/record-clicks.ts";
import { keepSpill, resendSpills } from "../../workers/modules/analytics/spill.ts";
import { consume } from "../../workers/queues/dispatch.ts";
import { clicksMessageOf, type PlainClick } from "../support/click-messages.ts";
import { systemContext } from "../support/world.ts";

const ctx = systemContext();
let nonce = 1;
const click = (
  linkNumber: number,
  visitor = 1,
  visitorClass: VisitorClass = "human",
  clickedAt = Date.UTC(2026, 10, 23, 12),
): PlainClick => ({
  linkNumber,
  clickedAt,
  nonce: nonce++,
  visitor,
  class: visitorClass,
  reason: visitorClass === "human" ? null : "agent.bot",
  device: "android",
  source: "instagram",
  country: "MA",
  city: "Fès",
  referrer: "l.instagram.com",
  params: null,
});
const message = clicksMessageOf;
// As even over 48 bits as the redirect's keyed hashes.
const hashOf = (person: number) => Number((BigInt(person + 1) * 0x9e3779b97f4bn) % 2n ** 48n);
const daily = (linkNumber: number) =>
  env.CLICKS_DB.prepare("SELECT human, bot, preview, prefetch, visitors FROM click_stats_daily WHERE link_number = ?")
    .bind(linkNumber)
    .all();
const rowsOf = async (linkNumber: number) =>
  (
    await env.CLICKS_DB.prepare("SELECT count(*) AS n FROM tracking_events WHERE link_number = ?")
      .bind(linkNumber)
      .first<{ n: number }>()
  )?.n;

function deliver(queue: string, bodies: unknown[]) {
  const batch = createMessageBatch(
    queue,
    bodies.map((body, index) => ({ id: `q-${queue}-${index}`, timestamp: new Date(), attempts: 1, body })),
  );
  const executionCtx = createExecutionContext();
  return consume(batch, env, executionCtx).then(() => getQueueResult(batch, executionCtx));
}

describe("clicks are recorded", () => {
  it("with their counters by hour and day, humans apart from the rest", async () => {
    await recordClicks(ctx, [
      message("a", [
        click(1, 1),
        click(1, 2),
        click(1, 1),
        click(1, 3, "bot"),
        click(1, 4, "preview"),
        click(1, 5, "prefetch"),
      ]),
    ]);
    expect((await daily(1)).results).toEqual([{ human: 3, bot: 1, preview: 1, prefetch: 1, visitors: 2 }]);
    const hour = await env.CLICKS_DB.prepare(
      "SELECT hour, human FROM click_stats_hourly WHERE link_number = 1",
    ).first();
    expect(hour).toEqual({ hour: Date.UTC(2026, 10, 23, 12) / 3_600_000, human: 3 });
    expect(await rowsOf(1)).toBe(6);
  });

  it("once, when a message is delivered again, alone, in another batch, or twice in one batch", async () => {
    const [one, two] = [message("r-1", [click(2, 1), click(2, 2)]), message("r-2", [click(2, 1)])];
    await recordClicks(ctx, [one]);
    await recordClicks(ctx, [one]);
    await recordClicks(ctx, [two, one, two]);
    expect((await daily(2)).results).toMatchObject([{ human: 3, visitors: 2 }]);
    expect(await rowsOf(2)).toBe(3);
  });

  it("once, when two consumers get the same message at the same time", async () => {
    const same = message("race", [click(3, 1), click(3, 2)]);
    const results = await Promise.allSettled([
      recordClicks(ctx, [same]),
      recordClicks(ctx, [same]),
      recordClicks(ctx, [same]),
    ]);
    expect(results.some(({ status }) => status === "fulfilled")).toBe(true);
    expect((await daily(3)).results).toMatchObject([{ human: 2, visitors: 2 }]);
  });

  it("with a visitor counted once a day of Casablanca, however many messages", async () => {
    const [evening, night] = [Date.UTC(2026, 10, 23, 23, 59), Date.UTC(2026, 10, 24, 0, 1)];
    await recordClicks(ctx, [message("d-1", [click(4, 1, "human", evening)])]);
    await recordClicks(ctx, [message("d-2", [click(4, 1, "human", evening + 1), click(4, 1, "human", night)])]);
    const { results } = await env.CLICKS_DB.prepare(
      "SELECT day, human, visitors FROM click_stats_daily WHERE link_number = 4 ORDER BY day",
    ).all();
    expect(results).toEqual([
      { day: casablancaDay(evening), human: 2, visitors: 1 },
      { day: casablancaDay(night), human: 1, visitors: 1 },
    ]);
  });

  it("with every visitor, when consumers of the same link and day race", async () => {
    const messages = Array.from({ length: 8 }, (_, index) =>
      message(`rush-${index}`, [click(8, 100 + index), click(8, 999), click(8, 200 + index)]),
    );
    await Promise.all(messages.map((one) => recordClicks(ctx, [one])));
    expect((await daily(8)).results).toMatchObject([{ human: 24, visitors: 17 }]);
  });

  it("with what a link is clicked by, where, and on what", async () => {
    await recordClicks(ctx, [message("what-1", [click(9, 1), { ...click(9, 2), city: null, source: "tiktok" }])]);
    const { results } = await env.CLICKS_DB.prepare(
      "SELECT visitor, class, reason, device, source, country, city, referrer, params FROM tracking_events WHERE link_number = 9 ORDER BY visitor",
    ).all();
    const common = {
      class: "human",
      reason: null,
      device: "android",
      country: "MA",
      referrer: "l.instagram.com",
      params: null,
    };
    expect(results).toEqual([
      { visitor: 1, ...common, source: "instagram", city: "Fès" },
      { visitor: 2, ...common, source: "tiktok", city: null },
    ]);
  });

  it("ten thousand at a time, none lost", async () => {
    const batches = Array.from({ length: 10 }, (_, index) =>
      message(
        `big-${index}`,
        Array.from({ length: 1_000 }, (_, visitor) => click(5, hashOf(visitor))),
      ),
    );
    await recordClicks(ctx, batches);
    expect((await daily(5)).results).toMatchObject([
      { human: 10_000, visitors: expect.toSatisfy((count: number) => Math.abs(count - 1_000) <= 150) },
    ]);
    expect(await rowsOf(5)).toBe(10_000);
  });
});

describe("the clicks queue", () => {
  it("acknowledges what it recorded, and keeps what it cannot read as a dead letter", async () => {
    const result = await deliver("clicks", [
      message("q-1", [click(6)]),
      { kind: "clicks.recorded", id: "bad", details: [], events: [["x"]] },
      { ...message("nowhere", [click(6)]), details: [] },
      "rubbish",
    ]);
    expect(result).toMatchObject({ ackAll: true });
    expect(await rowsOf(6)).toBe(1);
    const { results } = await env.CORE_DB.prepare("SELECT queue, reason FROM dead_letters").all();
    expect(results).toEqual([
      { queue: "clicks", reason: "unreadable" },
      { queue: "clicks", reason: "unreadable" },
      { queue: "clicks", reason: "unreadable" },
    ]);
  });

  it("keeps what another queue gave up", async () => {
    await deliver("commissions-dead", [{ kind: "commission.due", conversionId: "cnv_x" }]);
    const letter = await env.CORE_DB.prepare("SELECT body FROM dead_letters WHERE queue = 'commissions-dead'").first<{
      body: string;
    }>();
    expect(JSON.parse(letter?.body ?? "")).toEqual({ kind: "commission.due", conversionId: "cnv_x" });
  });

  it("gives back a commission message it cannot carry out", async () => {
    expect(await deliver("commissions", [{ nonsense: true }])).toMatchObject({
      retryMessages: [expect.objectContaining({ msgId: "q-commissions-0" })],
    });
  });

  it("spills a batch that the database refuses, and the cron brings it back under the same id", async () => {
    const lost = message("spill-1", [click(7), click(7)]);
    const refusing = {
      ...ctx,
      clicks: new Proxy(env.CLICKS_DB, {
        get: (target, key) =>
          key === "batch" ? () => Promise.reject(new Error("busy")) : Reflect.get(target, key).bind(target),
      }),
    };
    await expect(recordClicks(refusing, [lost])).rejects.toThrow("busy");
    await keepSpill(ctx, lost);
    const sent: unknown[] = [];
    const resending = {
      ...ctx,
      clicksQueue: new Proxy(env.CLICKS_QUEUE, { get: () => async (body: unknown) => void sent.push(body) }),
    };
    expect(await resendSpills(resending)).toBe(1);
    expect(sent).toEqual([lost]);
    expect((await env.FILES.list({ prefix: "spill/" })).objects).toEqual([]);
    await deliver("clicks", [lost, lost]);
    expect(await rowsOf(7)).toBe(2);
  });
});
