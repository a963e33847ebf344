import { env } from "cloudflare:workers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Conversion } from "../../schemas/conversions.ts";
import type { Actor } from "../../workers/core/actor.ts";
import { forgetOldRows } from "../../workers/crons/forget-old-rows.ts";
import { recordOrderEvent } from "../../workers/modules/tracking/record-order-event.ts";
import { reportConversion } from "../../workers/modules/tracking/report-conversion.ts";
import { recordTouch } from "../../workers/modules/tracking/touches/record-touch.ts";
import { balanceOf, bookFaults, SOUND } from "../support/books.ts";
import {
  addProgramme,
  call,
  contextOf,
  order,
  type Programme,
  runCommissionQueue,
  systemContext,
} from "../support/world.ts";
import { addPublishableKey, addRivalLink } from "./shop-pages.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const PATH = "/api/tracking/browser-orders";
const actorOf = (programme: Programme): Actor => ({
  role: "merchant",
  id: programme.merchant.id,
  locale: "fr",
  adminScopes: [],
  via: { kind: "key", keyId: "key_page", scopes: [] },
});
const at = (programme: Programme, atMs: number) => contextOf(actorOf(programme), { now: () => atMs });
const bareOrder = (orderId: string, more: Record<string, unknown> = {}) =>
  ({ orderId, amountMinor: 45_000, currency: "MAD", payment: "cod", status: "placed", ...more }) as const;
const read = async (programme: Programme, orderId: string) =>
  (await call<Conversion>("GET", `/api/tracking/conversions/${orderId}`, { key: programme.merchant.apiKey })).body;
const count = async (sql: string, ...values: string[]) =>
  Number(
    await env.CORE_DB.prepare(sql)
      .bind(...values)
      .first("n"),
  );

describe("a touch from the shop's page", () => {
  it("never earns by itself: no order, no commission, no status", async () => {
    const programme = await addProgramme();
    const key = await addPublishableKey(programme.merchant.id);
    const json = { orderId: "B-1", clickToken: await programme.token() };
    const told = await call("POST", PATH, { key, json });
    expect([told.status, told.body]).toEqual([202, { taken: true }]);
    expect((await read(programme, "B-1")) as unknown).toMatchObject({ code: "conversion.not_found" });
    expect(await count("SELECT count(*) AS n FROM touches WHERE merchant_id = ?", programme.merchant.id)).toBe(1);
    expect(await balanceOf(`influencer:${programme.influencer.id}:pending`)).toBe(0);
  });

  it("gives the order to its link when the shop's report comes within 30 minutes and carries none", async () => {
    const programme = await addProgramme();
    const now = Date.now();
    await recordTouch(at(programme, now), { orderId: "B-2", clickToken: await programme.token() });
    const { conversion } = await reportConversion(at(programme, now + 29 * MINUTE_MS), bareOrder("B-2"));
    expect(conversion).toMatchObject({
      attribution: { by: "click", reason: "click_valid", linkId: programme.linkId, lost: [] },
      commission: { state: "forecast", amountMinor: 6_750 },
    });
  });

  it("comes too late, or too early, beyond 30 minutes", async () => {
    const programme = await addProgramme();
    const now = Date.now();
    const clickToken = await programme.token();
    await recordTouch(at(programme, now), { orderId: "B-3", clickToken });
    const late = await reportConversion(at(programme, now + 31 * MINUTE_MS), bareOrder("B-3"));
    expect(late.conversion.attribution).toMatchObject({ by: "none", reason: "no_touch", lost: [] });
    await reportConversion(at(programme, now), bareOrder("B-4"));
    await recordTouch(at(programme, now + 31 * MINUTE_MS), { orderId: "B-4", clickToken });
    expect((await read(programme, "B-4")).attribution).toMatchObject({ by: "none", reason: "no_touch" });
  });

  it("is taken by a report without one that was there first, until it is collected", async () => {
    const programme = await addProgramme();
    const [early, late] = [order(), order({ status: "collected" })];
    await call("POST", "/api/tracking/conversions", { key: programme.merchant.apiKey, json: early });
    await call("POST", "/api/tracking/conversions", { key: programme.merchant.apiKey, json: late });
    const key = await addPublishableKey(programme.merchant.id);
    for (const { orderId } of [early, late])
      await call("POST", PATH, { key, json: { orderId, clickToken: await programme.token() } });
    expect(await read(programme, String(early.orderId))).toMatchObject({
      attribution: { by: "click", linkId: programme.linkId },
      commission: { state: "forecast", amountMinor: 6_750 },
    });
    expect(await read(programme, String(late.orderId))).toMatchObject({
      attribution: { by: "none", reason: "no_touch" },
      commission: null,
    });
  });

  it("never touches an order whose report carries a token or a coupon, valid or not", async () => {
    const programme = await addProgramme();
    const rival = await addRivalLink(programme);
    const now = Date.now();
    const carried = [{ clickToken: await programme.token() }, { clickToken: "hello" }, { couponCode: "NONE" }];
    for (const [index, carries] of carried.entries()) {
      const [before, after] = [`before-${index}`, `after-${index}`];
      await recordTouch(at(programme, now), { orderId: before, clickToken: rival.token });
      const first = await reportConversion(at(programme, now + 1), bareOrder(before, carries));
      await reportConversion(at(programme, now), bareOrder(after, carries));
      await recordTouch(at(programme, now + 1), { orderId: after, clickToken: rival.token });
      const { attribution } = await read(programme, after);
      expect(attribution).toEqual(first.conversion.attribution);
      expect(attribution.reason).not.toBe("contested_touch");
      expect(attribution.linkId).not.toBe(rival.linkId);
    }
  });

  it("that does not hold leaves the order open to a later report, and is told among what lost", async () => {
    const programme = await addProgramme({ attributionDays: 7 });
    const old = await programme.token({ clickedAt: Date.now() - 8 * 86_400_000 });
    const now = Date.now();
    await recordTouch(at(programme, now), { orderId: "B-5", clickToken: old });
    await reportConversion(at(programme, now + 1), bareOrder("B-5"));
    await reportConversion(at(programme, now), bareOrder("B-6"));
    await recordTouch(at(programme, now + 1), { orderId: "B-6", clickToken: old });
    for (const orderId of ["B-5", "B-6"])
      expect((await read(programme, orderId)).attribution).toMatchObject({
        by: "none",
        reason: "no_touch",
        lost: [{ by: "click", reason: "token_expired", linkId: programme.linkId }],
      });
    const clickToken = await programme.token();
    const later = await reportConversion(at(programme, now + 2), bareOrder("B-5", { clickToken }));
    expect(later.conversion.attribution.by).toBe("click");
  });

  it("is dropped without a word when forged, another merchant's, repeated, or one too many", async () => {
    const [programme, other] = [await addProgramme(), await addProgramme()];
    const key = await addPublishableKey(programme.merchant.id);
    const own = await programme.token();
    const many = await Promise.all(Array.from({ length: 12 }, () => programme.token()));
    for (const clickToken of ["hello", `${own.slice(0, -1)}A`, await other.token(), own, own, ...many]) {
      const told = await call("POST", PATH, { key, json: { orderId: "B-7", clickToken } });
      expect([told.status, told.body]).toEqual([202, { taken: true }]);
    }
    expect(await count("SELECT count(*) AS n FROM touches WHERE merchant_id = ?", programme.merchant.id)).toBe(10);
  });

  it("is kept once when it comes ten times at once with the report, and none is lost", async () => {
    const programme = await addProgramme();
    const clickToken = await programme.token();
    const now = Date.now();
    await Promise.all([
      ...Array.from({ length: 5 }, () => recordTouch(at(programme, now), { orderId: "B-8", clickToken })),
      reportConversion(at(programme, now), bareOrder("B-8")),
      ...Array.from({ length: 5 }, () => recordTouch(at(programme, now), { orderId: "B-8", clickToken })),
    ]);
    expect((await read(programme, "B-8")).attribution).toMatchObject({ by: "click", linkId: programme.linkId });
    expect(await count("SELECT count(*) AS n FROM touches WHERE merchant_id = ?", programme.merchant.id)).toBe(1);
  });

  it("is not missed by terms that are remembered from the order before", async () => {
    const programme = await addProgramme();
    const post = (json: Record<string, unknown>) =>
      call<Conversion>("POST", "/api/tracking/conversions", { key: programme.merchant.apiKey, json });
    await post(order());
    const next = order();
    await recordTouch(at(programme, Date.now()), {
      orderId: String(next.orderId),
      clickToken: await programme.token(),
    });
    expect((await post(next)).body.attribution).toMatchObject({ by: "click", linkId: programme.linkId });
  });
});

describe("touches of orders that nobody reports", () => {
  it("are forgotten after 30 days; those that decided an order stay with it", async () => {
    const programme = await addProgramme();
    const now = Date.now();
    const clickToken = await programme.token();
    for (const orderId of ["F-1", "F-2"]) await recordTouch(at(programme, now), { orderId, clickToken });
    await reportConversion(at(programme, now), bareOrder("F-1"));
    const left = () => count("SELECT count(*) AS n FROM touches WHERE merchant_id = ?", programme.merchant.id);
    await forgetOldRows(systemContext({ now: () => now + 29 * DAY_MS }));
    expect(await left()).toBe(2);
    await forgetOldRows(systemContext({ now: () => now + 31 * DAY_MS }));
    expect(await left()).toBe(1);
  });
});

describe("two different tokens for one order", () => {
  it("attribute nobody, whatever came first, and pay nobody, before and after the cash is in", async () => {
    const orders = ["report", "a", "b", "collect"];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(orders, { minLength: 4, maxLength: 4 }),
        fc.boolean(),
        async (steps, isQueueQuick) => {
          const programme = await addProgramme();
          const rival = await addRivalLink(programme);
          const tokens = { a: await programme.token(), b: rival.token };
          let now = Date.now();
          const tell: Record<string, () => Promise<unknown>> = {
            report: () => reportConversion(at(programme, now), bareOrder("W-1")),
            collect: async () =>
              (await read(programme, "W-1")).id
                ? recordOrderEvent(at(programme, now), "W-1", { eventId: "cash", status: "collected" })
                : reportConversion(at(programme, now), bareOrder("W-1", { status: "collected" })),
            a: () => recordTouch(at(programme, now), { orderId: "W-1", clickToken: tokens.a }),
            b: () => recordTouch(at(programme, now), { orderId: "W-1", clickToken: tokens.b }),
          };
          for (const step of steps) {
            now += MINUTE_MS;
            await tell[step]?.();
            if (isQueueQuick && (await read(programme, "W-1")).id)
              await runCommissionQueue((await read(programme, "W-1")).id);
          }
          const { id, attribution } = await read(programme, "W-1");
          await runCommissionQueue(id);
          const after = await read(programme, "W-1");
          expect(attribution).toMatchObject({ by: "none", reason: "contested_touch", linkId: null, rule: null });
          expect(attribution.lost.map(({ linkId }) => linkId).sort()).toEqual([programme.linkId, rival.linkId].sort());
          expect(["void", "reversed", undefined]).toContain(after.commission?.state);
          expect(await balanceOf(`merchant:${programme.merchant.id}:due`)).toBe(0);
          expect(await balanceOf(`influencer:${programme.influencer.id}:pending`)).toBe(0);
          const told = "SELECT count(*) AS n FROM outbox WHERE event = 'touch.contested' AND subject_id = ?";
          expect(await count(told, id)).toBe(1);
        },
      ),
      { numRuns: 24 },
    );
    expect(await bookFaults()).toEqual(SOUND);
  });

  it("of one click told twice are one", async () => {
    const programme = await addProgramme();
    const clickToken = await programme.token();
    const now = Date.now();
    for (const step of [0, 1]) await recordTouch(at(programme, now + step), { orderId: "W-2", clickToken });
    const { conversion } = await reportConversion(at(programme, now + 2), bareOrder("W-2"));
    expect(conversion.attribution.by).toBe("click");
  });

  it("that race each other and the report end the same", async () => {
    const programme = await addProgramme();
    const rival = await addRivalLink(programme);
    const now = Date.now();
    const own = await programme.token();
    for (let round = 0; round < 5; round++) {
      const orderId = `R-${round}`;
      await Promise.all([
        recordTouch(at(programme, now), { orderId, clickToken: own }),
        reportConversion(at(programme, now), bareOrder(orderId)),
        recordTouch(at(programme, now), { orderId, clickToken: rival.token }),
      ]);
      expect((await read(programme, orderId)).attribution).toMatchObject({ by: "none", reason: "contested_touch" });
    }
  });
});

describe("a publishable key", () => {
  it("opens touches and nothing else; nothing else opens touches", async () => {
    const programme = await addProgramme();
    const key = await addPublishableKey(programme.merchant.id);
    const json = { orderId: "K-1", clickToken: await programme.token() };
    const others: [string, string][] = [
      ["GET", "/api/tracking/conversions"],
      ["POST", "/api/tracking/conversions"],
      ["POST", "/api/tracking/conversions/K-1/events"],
      ["GET", "/api/products/export"],
      ["GET", "/api/affiliates/links"],
      ["GET", "/api/payments/balance"],
      ["GET", "/api/users/me"],
      ["POST", "/api/users/me/api-keys"],
    ];
    for (const [method, path] of others) {
      const { status } = await call(method, path, method === "GET" ? { key } : { key, json });
      expect([path, status]).toEqual([path, 403]);
    }
    const refused = await call("POST", PATH, { key: programme.merchant.apiKey, json });
    expect([refused.status, refused.body]).toMatchObject([403, { code: "key.publishable_needed" }]);
    expect((await call("POST", PATH, { json })).status).toBe(401);
    expect((await call("POST", PATH, { key: `pk_${"x".repeat(32)}`, json })).body).toMatchObject({
      code: "key.invalid",
    });
  });

  it("is told what is wrong with its body, never what became of its touch", async () => {
    const programme = await addProgramme();
    const key = await addPublishableKey(programme.merchant.id);
    const bad = [
      {},
      { orderId: "" },
      { orderId: "K-2" },
      { orderId: "K-2", clickToken: 1 },
      { orderId: "x".repeat(129), clickToken: "t" },
    ];
    for (const json of bad) expect((await call("POST", PATH, { key, json })).status).toBe(422);
    expect((await call("POST", PATH, { key, raw: "{" })).status).toBe(400);
  });
});
