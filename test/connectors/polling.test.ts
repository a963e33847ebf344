import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { pollConnectors } from "../../workers/crons/poll-connectors.ts";
import { nextPollAfterFailure, nextPollOn } from "../../workers/modules/tracking/connectors/polling/rules.ts";
import { connect } from "../support/fake-shop.ts";
import { FakeShopApi } from "../support/fake-shop-api.ts";
import { outsideNetwork } from "../support/outside-network.ts";
import { addUser, call, systemContext } from "../support/world.ts";
import { carryOut, connectorOf, logOf, notificationsOf, orderOf } from "./connector-world.ts";
import { newOrderId, wooOrder, youcanOrder } from "./shop-orders.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const network = outsideNetwork();
const HOST = "boutique-zellij.example";

// One connector is asked at a time: those of earlier tests are no longer due.
beforeEach(async () => {
  await env.CORE_DB.prepare("UPDATE connectors SET state = 'removed'").run();
  network.addresses(HOST, "196.65.0.24");
  network.addresses("api.youcan.shop", "196.65.0.25");
});

async function polled(platform: "woocommerce" | "youcan", everyMinutes = 15) {
  const merchant = await addUser("merchant");
  const api = new FakeShopApi();
  api.token = "ck_1:cs_2";
  const apiUrl = platform === "youcan" ? "https://api.youcan.shop" : `https://${HOST}`;
  const { id } = await connect(merchant.apiKey, platform, { polling: { apiUrl, token: api.token, everyMinutes } });
  network.page(`https://${HOST}/wp-json/wc/v3/orders`, api.wooCommerce);
  network.page("https://api.youcan.shop/orders", api.youCan);
  const key = merchant.apiKey;
  let now = Date.now() + MINUTE_MS;
  const run = async (minutesLater = 20) => {
    await pollAt(now);
    await carryOut(id, now);
    now += minutesLater * MINUTE_MS;
  };
  return { merchant, key, api, id, run, now: () => now };
}

async function pollAt(now: number): Promise<void> {
  const ctx = { ...systemContext({ now: () => now }), nudge: () => undefined };
  await pollConnectors(ctx);
}

const gmt = (ms: number) => new Date(ms).toISOString().slice(0, 19);
const wooAt = (id: string, changedAt: number, more: Record<string, unknown> = {}) =>
  wooOrder(id, { date_created_gmt: gmt(changedAt - HOUR_MS), date_modified_gmt: gmt(changedAt), ...more });
const outcomesOf = async (key: string, id: string) => (await logOf(key, id)).map(({ outcome }) => outcome);

describe("a shop of WooCommerce that is asked", () => {
  it("brings its orders and what becomes of them, each change once", async () => {
    const { key, api, id, run, now } = await polled("woocommerce");
    const orderId = newOrderId();
    api.put(orderId, now(), now() - 1_000, wooAt(orderId, now() - 1_000));
    await run();
    expect((await orderOf(key, orderId)).status).toBe("placed");
    await run();
    await run();
    expect(await outcomesOf(key, id)).toEqual(["recorded"]);
    const done = now() - MINUTE_MS;
    api.put(orderId, now(), done, wooAt(orderId, done, { status: "completed", date_completed_gmt: gmt(done) }));
    await run();
    expect((await orderOf(key, orderId)).status).toBe("collected");
    expect(await outcomesOf(key, id)).toEqual(["recorded", "recorded"]);
    expect(await connectorOf(key, id)).toMatchObject({
      polling: { lastError: null, lastPolledAt: expect.any(String) },
    });
  });

  it("loses none of 130 orders when they change between its pages, and takes none twice", async () => {
    const { api, id, now } = await polled("woocommerce");
    const ids = Array.from({ length: 130 }, () => newOrderId());
    for (const [at, orderId] of ids.entries()) {
      const changedAt = now() - 200_000 + at * 1_000;
      api.put(orderId, changedAt, changedAt, wooAt(orderId, changedAt));
    }
    // The first ones move to the end while later pages are read.
    let moved = 0;
    api.betweenPages = () => {
      if (moved >= 20) return;
      for (const orderId of ids.slice(moved, moved + 10)) api.put(orderId, now(), now(), wooAt(orderId, now()));
      moved += 10;
    };
    await pollAt(now());
    await pollAt(now() + HOUR_MS);
    const log = await env.CORE_DB.prepare(
      "SELECT order_id AS orderId, count(*) AS rows FROM inbound_deliveries WHERE connector_id = ? GROUP BY order_id",
    )
      .bind(id)
      .all<{ orderId: string; rows: number }>();
    expect(new Set(log.results.map(({ orderId }) => orderId))).toEqual(new Set(ids));
    expect(log.results.filter(({ rows }) => rows > 2)).toEqual([]);
  });

  it("reads on when a whole page changed within one second", async () => {
    const { api, id, now } = await polled("woocommerce");
    const changedAt = Math.floor((now() - 10_000) / 1_000) * 1_000;
    for (let count = 0; count < 120; count++) {
      const orderId = newOrderId();
      api.put(orderId, changedAt, changedAt, wooAt(orderId, changedAt));
    }
    await pollAt(now());
    const row = await env.CORE_DB.prepare("SELECT count(*) AS rows FROM inbound_deliveries WHERE connector_id = ?")
      .bind(id)
      .first();
    expect(row).toEqual({ rows: 120 });
  });

  it("is asked again where it stopped after a failure, ever more rarely, and its merchant is told once", async () => {
    const { merchant, key, api, id, now } = await polled("woocommerce");
    const orderId = newOrderId();
    api.put(orderId, now(), now(), wooAt(orderId, now()));
    api.failures.push(500, 500, 401, 500);
    let at = now();
    const pauses: number[] = [];
    for (let failure = 0; failure < 4; failure++) {
      await pollAt(at);
      const next = Date.parse((await connectorOf(key, id))?.polling?.nextPollAt ?? "");
      pauses.push((next - at) / MINUTE_MS);
      at = next;
      if (failure === 2) expect((await connectorOf(key, id))?.polling?.lastError).toContain("401");
    }
    for (const [failure, pause] of pauses.entries()) {
      expect(pause).toBeGreaterThanOrEqual(15 * 2 ** (failure + 1) * 0.9);
      expect(pause).toBeLessThanOrEqual(15 * 2 ** (failure + 1) * 1.1);
    }
    expect(await notificationsOf(merchant.id, "connector.polling_failed")).toMatchObject([
      { name: "Test woocommerce" },
    ]);
    await pollAt(at);
    await carryOut(id, at);
    expect((await connectorOf(key, id))?.polling?.lastError).toBeNull();
    expect((await orderOf(key, orderId)).status).toBe("placed");
  });

  it.each([
    ["a page", () => new Response("<html></html>", { headers: { "Content-Type": "text/html" } })],
    ["another form", () => Response.json({ code: "rest_no_route" })],
    ["a way elsewhere", () => new Response("", { status: 302, headers: { Location: "https://169.254.169.254/" } })],
    ["2 MB", () => new Response(`["${"x".repeat(2 * 1024 * 1024)}"]`)],
  ])("that answers with %s has failed, and says so", async (_what, answer) => {
    const { key, id, now } = await polled("woocommerce");
    network.page(`https://${HOST}/wp-json/wc/v3/orders`, answer);
    await pollAt(now());
    expect((await connectorOf(key, id))?.polling?.lastError).toEqual(expect.any(String));
    expect(await logOf(key, id)).toEqual([]);
  });

  it("is asked by one run when two start at once, and by none while it is paused", async () => {
    const { key, api, id, now } = await polled("woocommerce");
    await Promise.all([pollAt(now()), pollAt(now())]);
    expect(api.asked).toHaveLength(1);
    await call("PATCH", `/api/tracking/connectors/${id}`, { key, json: { state: "paused" } });
    await pollAt(now() + HOUR_MS);
    expect(api.asked).toHaveLength(1);
  });

  it("keeps an order that cannot be read as a row that says so, and goes on with the others", async () => {
    const { key, api, id, run, now } = await polled("woocommerce");
    const [broken, sound] = [newOrderId(), newOrderId()];
    api.put(broken, now(), now() - 2_000, wooAt(broken, now() - 2_000, { line_items: "none" }));
    api.put(sound, now(), now() - 1_000, wooAt(sound, now() - 1_000));
    await run();
    const ends = (await logOf(key, id)).map(({ orderId, outcome }) => [orderId, outcome]);
    expect(new Map(ends.map(([orderId, outcome]) => [orderId, outcome]))).toEqual(
      new Map([
        [broken, "malformed"],
        [sound, "recorded"],
      ]),
    );
  });
});

describe("a store of YouCan that is asked", () => {
  const youcanAt = (id: string, createdAt: number, changedAt: number, more: Record<string, unknown> = {}) =>
    youcanOrder(id, {
      created_at: new Date(createdAt).toISOString(),
      updated_at: new Date(changedAt).toISOString(),
      ...more,
    });

  it("tells of confirmation, parcel, cash and return, which its webhooks do not", async () => {
    const { key, api, id, run, now } = await polled("youcan");
    const orderId = crypto.randomUUID();
    const createdAt = now() - 1_000;
    const tell = async (more: Record<string, unknown>) => {
      api.put(orderId, createdAt, now(), youcanAt(orderId, createdAt, now() - 1_000, more));
      await run();
      return (await orderOf(key, orderId)).status;
    };
    const shipping = (status_text: string) => ({ price: 49.9, status_text, tracking_number: "YC-1", address: [] });
    const payment = (status_text: string) => ({ status_text, gateway_type: "cod", payload: { gateway: "cod" } });
    expect(await tell({})).toBe("placed");
    expect(await tell({ status_object: { slug: "confirmed", name: "Confirmée" } })).toBe("confirmed");
    const confirmed = { status_object: { slug: "confirmed", name: "Confirmée" } };
    expect(await tell({ ...confirmed, shipping: shipping("fulfilled") })).toBe("shipped");
    expect(await tell({ ...confirmed, shipping: shipping("delivered"), payment: payment("paid") })).toBe("collected");
    expect(await tell({ ...confirmed, shipping: shipping("returned"), payment: payment("paid") })).toBe("returned");
    await run();
    expect(await outcomesOf(key, id)).toEqual(["recorded", "recorded", "recorded", "recorded", "recorded"]);
    expect((await orderOf(key, orderId)).trackingNumber).toBe("YC-1");
  });

  it("has a status of its own mapped by slug or name", async () => {
    const { key, api, id, run, now } = await polled("youcan");
    await call("PATCH", `/api/tracking/connectors/${id}`, {
      key,
      json: { statusMapping: { "Chez le livreur": "shipped" } },
    });
    const orderId = crypto.randomUUID();
    const more = { status_object: { slug: "chez-le-livreur", name: "Chez le livreur" } };
    api.put(orderId, now(), now(), youcanAt(orderId, now() - 1_000, now() - 1_000, more));
    await run();
    expect((await orderOf(key, orderId)).status).toBe("shipped");
  });

  it("finds a change of an order of weeks ago among 700, and looks at none of before it was connected", async () => {
    const { key, api, id, run, now } = await polled("youcan");
    const before = now() - HOUR_MS;
    for (let count = 0; count < 700; count++) {
      const orderId = crypto.randomUUID();
      const createdAt = now() - count * HOUR_MS;
      api.put(orderId, createdAt, before, youcanAt(orderId, createdAt, before));
    }
    const old = [...api.orders.values()].sort((a, b) => a.createdAt - b.createdAt).at(40);
    if (!old) throw new Error("no order");
    await run();
    expect(await logOf(key, id)).toEqual([]);
    api.put(old.id, old.createdAt, now(), youcanAt(old.id, old.createdAt, now() - 1_000));
    await run();
    await run();
    expect(await logOf(key, id)).toMatchObject([{ orderId: old.id, outcome: "recorded" }]);
  });
});

describe("the next asking", () => {
  it("comes within a tenth of the merchant's pause, and after failures within six hours", () => {
    for (let chance = 0; chance < 256; chance++) {
      expect(nextPollOn(0, 10, chance)).toBeGreaterThanOrEqual(9 * MINUTE_MS);
      expect(nextPollOn(0, 10, chance)).toBeLessThanOrEqual(11 * MINUTE_MS);
      for (const failures of [1, 5, 50])
        expect(nextPollAfterFailure(0, 10, failures, chance)).toBeLessThanOrEqual(6.6 * HOUR_MS);
    }
  });
});
