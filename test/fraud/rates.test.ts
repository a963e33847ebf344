import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { recordClicks } from "../../workers/modules/analytics/record-clicks.ts";
import { weighRates } from "../../workers/modules/fraud/weigh-rates.ts";
import { clicksMessageOf } from "../support/click-messages.ts";
import { addOldProgramme } from "../support/old-programme.ts";
import { addProgramme, addUser, call, type Programme, systemContext } from "../support/world.ts";
import {
  addClicks,
  addCompliance,
  addPastOrders,
  caseOf,
  casesOf,
  DAY_MS,
  decide,
  readFraudNews,
  rulesOf,
  spread,
  weigh,
} from "./fraud-world.ts";

const hours = (from: number, to: number, human: number) =>
  Array.from({ length: from - to }, (_, index) => ({ ago: to + index + 1, human }));
const orders = (instants: readonly number[], more: Omit<Parameters<typeof addPastOrders>[1][number], "at"> = {}) =>
  instants.map((at) => ({ at, ...more }));

/** A link with 30 days of ten clicks an hour, and two orders a day. */
async function addLivingLink(): Promise<Programme> {
  const programme = await addOldProgramme();
  await addClicks(programme, hours(700, 24, 10));
  await addPastOrders(programme, orders(spread(58, 29 * DAY_MS, DAY_MS + 1000)));
  return programme;
}

describe("orders that come in a burst", () => {
  it("open a case when clicks did not grow along, and hold the orders of the window, not those before", async () => {
    const programme = await addLivingLink();
    await addClicks(programme, hours(23, 1, 10));
    await addPastOrders(programme, orders(spread(40, DAY_MS - 60_000, 0)));
    await weigh();
    const found = await caseOf(programme);
    expect(found).toMatchObject({ linkId: programme.linkId, commissions: 40, heldMinor: 40 * 6750 });
    expect(found.hits.map(({ rule }) => rule)).toEqual(["order_burst"]);
  });

  it("are success when the clicks came along", async () => {
    const programme = await addLivingLink();
    await addClicks(programme, hours(23, 1, 400));
    await addPastOrders(programme, orders(spread(40, DAY_MS - 60_000, 0)));
    await weigh();
    expect(await casesOf(programme)).toEqual([]);
  });

  it("are no matter on a small link, or one without a past", async () => {
    const [small, fresh] = [await addLivingLink(), await addProgramme()];
    await addPastOrders(small, orders(spread(12, DAY_MS - 60_000, 0)));
    await addPastOrders(fresh, orders(spread(60, DAY_MS - 60_000, 0)));
    await weigh();
    expect([await casesOf(small), await casesOf(fresh)]).toEqual([[], []]);
  });
});

describe("clicks that come in a burst", () => {
  it("are no case by themselves: a story that goes round does the same", async () => {
    const programme = await addLivingLink();
    await addClicks(programme, [{ ago: 2, human: 3_000 }]);
    await addPastOrders(programme, orders(spread(3, DAY_MS - 60_000, 0)));
    await weigh();
    expect(await casesOf(programme)).toEqual([]);
  });

  it("are a case when they also come out of hosting companies' networks", async () => {
    const programme = await addLivingLink();
    await addClicks(programme, [{ ago: 2, human: 3_000, hosting: 2_400 }]);
    await addPastOrders(programme, orders(spread(3, DAY_MS - 60_000, 0)));
    await weigh();
    expect(await rulesOf(programme)).toEqual([["click_burst", "data_centre_clicks"]]);
  });

  it("out of hosting companies' networks alone are nobody's fault", async () => {
    const programme = await addLivingLink();
    await addClicks(programme, [{ ago: 2, human: 400, hosting: 390 }]);
    await addPastOrders(programme, orders(spread(3, DAY_MS - 60_000, 0)));
    await weigh();
    expect(await casesOf(programme)).toEqual([]);
  });
});

describe("what the redirect says of a click's network", () => {
  it("is counted beside the people, by the hour", async () => {
    const { linkNumber } = await addOldProgramme();
    const at = Date.now();
    const click = { linkNumber, clickedAt: at, visitor: 1, class: "human", device: "ios", source: null } as const;
    const rest = { country: "MA", city: null, referrer: null, params: null };
    const reasons = ["network.hosting", null, "network.hosting"];
    const clicks = reasons.map((reason, nonce) => ({ ...click, ...rest, reason, nonce }));
    await recordClicks(systemContext(), [clicksMessageOf(`hosting-${linkNumber}`, clicks)]);
    const counted = await env.CLICKS_DB.prepare("SELECT human, hosting FROM click_stats_hourly WHERE link_number = ?")
      .bind(linkNumber)
      .first();
    expect(counted).toEqual({ human: 3, hosting: 2 });
  });
});

describe("a code that sells without clicks", () => {
  it("opens a case when it began to, and holds the orders by code alone", async () => {
    const programme = await addOldProgramme();
    await addClicks(programme, hours(700, 170, 10));
    await addClicks(programme, [{ ago: 30, human: 8 }]);
    await addPastOrders(programme, [
      ...orders(spread(30, 6 * DAY_MS, DAY_MS), { by: "coupon" }),
      ...orders(spread(5, 6 * DAY_MS, DAY_MS)),
    ]);
    await weigh();
    const found = await caseOf(programme);
    expect(found).toMatchObject({ commissions: 30, hits: [{ rule: "coupon_leaked" }] });
    expect(found.hits[0]?.evidence).toEqual({ orders: 30, clicks: 8 });
  });

  it("is no matter when it always did: people are told it aloud", async () => {
    const programme = await addOldProgramme();
    await addClicks(programme, hours(700, 690, 1));
    await addPastOrders(programme, orders(spread(80, 29 * DAY_MS, 1000), { by: "coupon" }));
    await weigh();
    expect(await casesOf(programme)).toEqual([]);
  });
});

describe("an influencer's returns", () => {
  async function addPeers(count: number): Promise<Programme> {
    const programme = await addOldProgramme();
    for (let index = 0; index < count; index++) {
      const peer = await addPeer(programme);
      await addPastOrders(peer, [
        ...orders(spread(18, 60 * DAY_MS, DAY_MS), { status: "collected" }),
        ...orders(spread(6, 60 * DAY_MS, DAY_MS), { status: "refused" }),
      ]);
    }
    return programme;
  }

  // Another influencer with a link to the same product.
  async function addPeer({ productId, merchant }: Programme): Promise<Programme> {
    const [own, ctx] = [await addProgramme(), systemContext()];
    const requestId = ctx.newId("req");
    await env.CORE_DB.batch([
      env.CORE_DB.prepare(
        "INSERT INTO affiliate_requests (id, product_id, influencer_id, merchant_id, state, created_at) VALUES (?, ?, ?, ?, 'approved', 1)",
      ).bind(requestId, productId, own.influencer.id, merchant.id),
      env.CORE_DB.prepare(
        "UPDATE affiliate_links SET product_id = ?, merchant_id = ?, request_id = ? WHERE id = ?",
      ).bind(productId, merchant.id, requestId, own.linkId),
    ]);
    return { ...own, productId, merchant };
  }

  const mostly = (returned: number, kept: number) => [
    ...orders(spread(returned, 50 * DAY_MS, DAY_MS), { status: "returned" }),
    ...orders(spread(kept, 50 * DAY_MS, DAY_MS), { status: "collected" }),
  ];

  it("open a case far above those of the programme's others, whose numbers they are not shown", async () => {
    const programme = await addPeers(3);
    await addPastOrders(programme, mostly(20, 10));
    await weigh();
    const found = await caseOf(programme);
    expect(found).toMatchObject({ merchant: { id: programme.merchant.id }, product: { fr: "Djellaba" } });
    expect(found.hits).toMatchObject([{ rule: "returns_above_programme" }]);
    expect(found.hits[0]?.evidence).toEqual({ ended: 30, returned: 20, percent: 67 });
  });

  it("are no matter near the others', in a few orders, or with nobody to compare", async () => {
    const [near, few, alone] = [await addPeers(3), await addPeers(3), await addPeers(2)];
    await addPastOrders(near, mostly(15, 15));
    await addPastOrders(few, mostly(12, 3));
    await addPastOrders(alone, mostly(30, 10));
    await weigh();
    for (const programme of [near, few, alone]) expect(await casesOf(programme)).toEqual([]);
  });

  it("that a person has cleared count no more: only what comes afterwards is judged", async () => {
    const programme = await addPeers(3);
    await addPastOrders(programme, mostly(20, 10));
    await weigh();
    const { id } = await caseOf(programme);
    await decide(await addCompliance(), id, "cleared");
    await addPastOrders(programme, orders([Date.now() - DAY_MS], { status: "returned" }));
    await weigh();
    expect((await casesOf(programme)).map(({ state }) => state)).toEqual(["cleared"]);
  });
});

describe("numbers that reach nobody", () => {
  it("open a case where they are a large share, and hold the commissions of those orders alone", async () => {
    const programme = await addOldProgramme();
    await addPastOrders(programme, [
      ...orders(spread(8, 20 * DAY_MS, DAY_MS), { quality: "invented" }),
      ...orders(spread(7, 20 * DAY_MS, DAY_MS)),
    ]);
    await weigh();
    expect(await caseOf(programme)).toMatchObject({
      merchant: null,
      commissions: 8,
      hits: [{ rule: "fake_phones", evidence: { orders: 15, unusable: 8, percent: 53 } }],
    });
  });

  it("are no matter as a small share", async () => {
    const programme = await addOldProgramme();
    await addPastOrders(programme, [
      ...orders(spread(3, 20 * DAY_MS, DAY_MS), { quality: "other" }),
      ...orders(spread(17, 20 * DAY_MS, DAY_MS)),
    ]);
    await weigh();
    expect(await casesOf(programme)).toEqual([]);
  });
});

describe("the look at the rates", () => {
  it("goes on with an open case: the same burst again is one hit, and its new orders are held, too", async () => {
    const programme = await addLivingLink();
    await addPastOrders(programme, orders(spread(40, DAY_MS - 60_000, 60_000)));
    await weigh();
    await addPastOrders(programme, orders(spread(5, 50_000, 0)));
    await weigh();
    expect(await caseOf(programme)).toMatchObject({ commissions: 45, hits: [{ rule: "order_burst" }] });
  });

  it("looks only at links with news since the last time", async () => {
    await weigh();
    const left = () => env.CORE_DB.prepare("SELECT count(*) AS count FROM fraud_watched_links").first("count");
    expect(await left()).toBe(0);
    const programme = await addOldProgramme();
    await addPastOrders(programme, orders([Date.now()]));
    await weigh();
    expect(await left()).toBe(0);
  });

  it("asks as many queries for fifty links as for one", async () => {
    const queriesOf = async (links: number) => {
      for (let index = 0; index < links; index++)
        await addPastOrders(await addOldProgramme(), orders([Date.now() - 1000]));
      await readFraudNews();
      const ctx = systemContext();
      expect(await weighRates(ctx)).toBe(links);
      return ctx.queryTally.count;
    };
    const [one, many] = [await queriesOf(1), await queriesOf(50)];
    expect(many).toBe(one);
  });

  it("obeys the numbers that an admin set: a rule that is off hits nothing", async () => {
    const admin = await addCompliance();
    const change = (enabled: boolean) =>
      call("PATCH", "/api/admin/fraud-rules/fake_phones", {
        key: admin.apiKey,
        json: { enabled, reason: "Essai pendant les soldes" },
      });
    expect((await change(false)).body).toMatchObject({ rule: "fake_phones", enabled: false, score: 50 });
    const programme = await addOldProgramme();
    await addPastOrders(programme, orders(spread(20, 20 * DAY_MS, DAY_MS), { quality: "invented" }));
    await weigh();
    expect(await casesOf(programme)).toEqual([]);
    await change(true);
    await addPastOrders(programme, orders([Date.now()]));
    await weigh();
    expect(await rulesOf(programme)).toEqual([["fake_phones"]]);
  });
});

describe("a rule's numbers", () => {
  it("are changed with a reason, by compliance alone, and leave an audit row", async () => {
    const [admin, support] = [await addCompliance(), await addUser("admin", { adminScopes: ["support"] })];
    const path = "/api/admin/fraud-rules/order_burst";
    const json = { threshold: 6, reason: "Trop de dossiers" };
    expect((await call("PATCH", path, { key: support.apiKey, json })).status).toBe(403);
    expect((await call("PATCH", path, { key: admin.apiKey, json: { threshold: 6 } })).status).toBe(422);
    expect((await call("PATCH", `${path}x`, { key: admin.apiKey, json })).status).toBe(404);
    expect((await call("PATCH", path, { key: admin.apiKey, json })).body).toMatchObject({ threshold: 6, minimum: 20 });
    expect((await call("GET", path, { key: support.apiKey })).body).toMatchObject({ threshold: 6 });
    const rows = await env.CORE_DB.prepare(
      "SELECT actor_id AS by FROM audit_log WHERE action = 'fraud.rule_changed' AND subject_id = 'order_burst'",
    ).all();
    expect(rows.results).toEqual([{ by: admin.id }]);
    await call("PATCH", path, { key: admin.apiKey, json: { threshold: 5, reason: "Comme avant" } });
  });
});
