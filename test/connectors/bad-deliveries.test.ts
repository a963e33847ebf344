import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { connect } from "../support/fake-shop.ts";
import { ask, newAddress } from "../support/gate.ts";
import { addUser, call, order } from "../support/world.ts";
import { carryOut, connectorOf, logOf, notificationsOf, orderOf } from "./connector-world.ts";
import { at, newOrderId, shopifyOrder, shopifyRefund, wooOrder } from "./shop-orders.ts";

const HOUR_MS = 3_600_000;

async function shopOf(platform: "shopify" | "woocommerce" | "youcan" | "courier", more: Record<string, unknown> = {}) {
  const merchant = await addUser("merchant");
  const { id, shop } = await connect(merchant.apiKey, platform, more);
  return { merchant, key: merchant.apiKey, id, shop };
}

const storedOf = async (id: string) =>
  JSON.stringify(
    (await env.CORE_DB.prepare("SELECT * FROM inbound_deliveries WHERE connector_id = ?").bind(id).all()).results,
  );

describe("a delivery that is not the platform's", () => {
  it("is refused when it is signed wrongly or not at all; nothing of it is kept, and a minute of them is one row", async () => {
    const { key, id, shop } = await shopOf("shopify");
    const orderId = newOrderId();
    const body = shopifyOrder(orderId);
    for (const refused of [
      { secret: "another-secret" },
      { headers: { "X-Shopify-Hmac-SHA256": "" } },
      { headers: { "X-Shopify-Hmac-SHA256": "é".repeat(3) } },
      { headers: { "X-Shopify-Hmac-SHA256": "A".repeat(44) } },
    ]) {
      const answer = await shop.send({ topic: "orders/create", body, ...refused });
      expect([answer.status, answer.body.code]).toEqual([401, "webhook.signature_wrong"]);
    }
    const log = await logOf(key, id);
    expect(log.length).toBeLessThanOrEqual(2);
    expect(log.reduce((sum, { times }) => sum + times, 0)).toBe(4);
    expect(log[0]).toMatchObject({ outcome: "signature_wrong", orderId: null, label: null, topic: null });
    expect(await storedOf(id)).not.toContain(orderId);
    expect((await connectorOf(key, id))?.lastDeliveryAt).toBeNull();
  });

  it("is refused when its bytes were written anew, though they say the same", async () => {
    const { id, shop } = await shopOf("woocommerce");
    const orderId = newOrderId();
    const signed = JSON.stringify(wooOrder(orderId)).replaceAll("è", "\\u00e8");
    const rewritten = JSON.stringify(JSON.parse(signed));
    expect(rewritten).not.toBe(signed);
    const { signatureOf } = await import("../../workers/vendors/delivery-schemes.ts");
    const signature = signatureOf("woocommerce", shop.secret, new TextEncoder().encode(signed));
    const answer = await call("POST", `/api/webhooks/woocommerce/${id}`, {
      raw: rewritten,
      headers: { "X-WC-Webhook-Topic": "order.created", "X-WC-Webhook-Signature": signature },
    });
    expect(answer.status).toBe(401);
  });

  it("is not found at an address that is nobody's, somebody else's platform's, or removed", async () => {
    const { key, id, shop } = await shopOf("shopify");
    const statusOf = async (path: string) => (await call("POST", path, { json: {} })).status;
    expect(await statusOf("/api/webhooks/shopify/con_01kaqhf3m8f3v8zc0m5n6p7q8r")).toBe(404);
    expect(await statusOf("/api/webhooks/shopify/%00")).toBe(404);
    expect(await statusOf(`/api/webhooks/youcan/${id}`)).toBe(404);
    await call("DELETE", `/api/tracking/connectors/${id}`, { key });
    expect((await shop.send({ topic: "orders/create", body: shopifyOrder(newOrderId()) })).status).toBe(404);
  });

  it("is counted by its connector, a thousand a minute; whoever names no connector, by address", async () => {
    const { id, shop } = await shopOf("courier");
    const limitOf = async (path: string) =>
      (await ask(path, { method: "POST", from: newAddress(), json: {} })).headers.get("X-RateLimit-Limit");
    expect(await limitOf(`/api/webhooks/courier/${id}`)).toBe("1000");
    expect(await limitOf("/api/webhooks/courier/con_01kaqhf3m8f3v8zc0m5n6p7q8r")).toBe("100");
    expect(shop.attempts).toBe(0);
  });

  it("is refused at 5 MB with a row that says so, announced or not", async () => {
    const { key, id, shop } = await shopOf("shopify");
    const body = shopifyOrder(newOrderId(), { note: "x".repeat(5 * 1024 * 1024) });
    const answer = await shop.send({ topic: "orders/create", body });
    expect([answer.status, answer.body.code]).toEqual([413, "request.too_large"]);
    const log = await logOf(key, id);
    expect(log[0]).toMatchObject({ outcome: "too_large", deliveryId: null });
    expect(log[0]?.bytes).toBeGreaterThan(1024 * 1024);
  });

  it("is taken at almost 1 MB", async () => {
    const { key, id, shop } = await shopOf("shopify");
    const body = shopifyOrder(newOrderId(), { note: "x".repeat(1_000_000) });
    expect((await shop.send({ topic: "orders/create", body })).status).toBe(200);
    await carryOut(id);
    expect(await logOf(key, id)).toMatchObject([{ outcome: "recorded" }]);
  });
});

describe("a signed delivery that cannot be used", () => {
  it.each([
    ["truncated", shopifyOrder("1001").slice(0, -40), {}],
    ["no JSON", "<html></html>", {}],
    ["empty", "", {}],
    ["JSON of another thing", '{"hello":"world"}', {}],
    ["a list", "[]", {}],
    ["nested too deep", `${"[".repeat(200_000)}${"]".repeat(200_000)}`, {}],
    ["without its amounts", shopifyOrder("1001", { total_price: null }), {}],
    ["with an amount that is none", shopifyOrder("1001", { subtotal_price: "12,50 DH" }), {}],
    ["announced as something else", shopifyOrder("1001"), { "Content-Type": "text/plain" }],
  ])("is refused as malformed when it is %s, with a row", async (_what, body, headers) => {
    const { key, id, shop } = await shopOf("shopify");
    const delivery = { topic: "orders/create", id: "dlv-1", body, headers };
    for (const _ of [1, 2]) {
      const answer = await shop.send(delivery);
      expect([answer.status, answer.body.code]).toEqual([422, "webhook.malformed"]);
    }
    expect(await logOf(key, id)).toMatchObject([{ outcome: "malformed", times: 2, orderId: null }]);
  });

  it("of a topic that tells nothing of orders is taken and ignored", async () => {
    const { key, id, shop } = await shopOf("shopify");
    expect((await shop.send({ topic: "products/update", body: '{"id":1}' })).status).toBe(200);
    expect(await logOf(key, id)).toMatchObject([{ outcome: "ignored", topic: "products/update" }]);
  });

  it("has no order when its amount is none, or its currency no currency", async () => {
    const { key, id, shop } = await shopOf("shopify");
    await shop.send({ topic: "orders/create", body: shopifyOrder(newOrderId(), { subtotal_price: "0.00" }) });
    await shop.send({ topic: "orders/create", body: shopifyOrder(newOrderId(), { currency: "XYZ" }) });
    await carryOut(id);
    expect((await logOf(key, id)).map(({ outcome }) => outcome)).toEqual(["ignored", "refused"]);
  });

  it("answers WooCommerce's unsigned question whether somebody is there", async () => {
    const { key, id } = await shopOf("woocommerce");
    const ping = await call("POST", `/api/webhooks/woocommerce/${id}`, {
      raw: "webhook_id=7",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    });
    expect(ping.status).toBe(200);
    expect(await logOf(key, id)).toMatchObject([{ outcome: "ignored" }]);
  });
});

describe("a delivery of a paused connector", () => {
  it("is refused with a row, and is taken up when the shop sends it again after the pause", async () => {
    const { key, id, shop } = await shopOf("shopify");
    const orderId = newOrderId();
    const delivery = { topic: "orders/create", id: "dlv-paused", body: shopifyOrder(orderId) };
    await call("PATCH", `/api/tracking/connectors/${id}`, { key, json: { state: "paused" } });
    const refused = await shop.send(delivery);
    expect([refused.status, refused.body.code]).toEqual([409, "connector.paused"]);
    expect(await logOf(key, id)).toMatchObject([{ outcome: "ignored", detail: expect.stringContaining("paused") }]);
    await call("PATCH", `/api/tracking/connectors/${id}`, { key, json: { state: "active" } });
    expect((await shop.send(delivery)).status).toBe(200);
    await carryOut(id);
    expect(await logOf(key, id)).toMatchObject([{ outcome: "recorded", times: 2 }]);
    expect((await orderOf(key, orderId)).status).toBe("placed");
  });
});

describe("a delivery that is sent again", () => {
  it("counts once, however often and however late, and under another envelope changes nothing", async () => {
    const { key, id, shop } = await shopOf("shopify");
    const orderId = newOrderId();
    const body = shopifyOrder(orderId, { updated_at: at(60) });
    for (const envelope of ["dlv-a", "dlv-a", "dlv-b"]) {
      await shop.send({ topic: "orders/paid", id: envelope, body });
      await carryOut(id);
    }
    expect((await logOf(key, id)).map(({ outcome, times }) => [outcome, times])).toEqual([
      ["recorded", 2],
      ["unchanged", 1],
    ]);
    expect((await orderOf(key, orderId)).events).toHaveLength(2);
  });

  it("sent twice at the very same moment is one row", async () => {
    const { key, id, shop } = await shopOf("youcan");
    const { youcanOrder } = await import("./shop-orders.ts");
    const delivery = { id: "dlv-twin", body: youcanOrder(crypto.randomUUID()) };
    const answers = await Promise.all([1, 2, 3, 4].map(() => shop.send(delivery)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await carryOut(id);
    expect(await logOf(key, id)).toMatchObject([{ times: 4, outcome: "recorded" }]);
  });
});

describe("what a shop says beside the usual", () => {
  it("of another currency is kept as it came, without a commission", async () => {
    const { key, id, shop } = await shopOf("shopify");
    const orderId = newOrderId();
    await shop.send({ topic: "orders/create", body: shopifyOrder(orderId, { currency: "EUR" }) });
    await carryOut(id);
    expect(await orderOf(key, orderId)).toMatchObject({ currency: "EUR", amountMinor: 30_000, commission: null });
  });

  it("of a time that lies ahead counts as now: the shop's clock is fast", async () => {
    const { key, id, shop } = await shopOf("shopify");
    const orderId = newOrderId();
    const ahead = at(-60 * 24 * 30);
    const body = shopifyOrder(orderId, { created_at: ahead, updated_at: ahead });
    await shop.send({ topic: "orders/paid", body });
    await carryOut(id);
    const { status, occurredAt, collectedAt } = await orderOf(key, orderId);
    expect(status).toBe("collected");
    for (const instant of [occurredAt, collectedAt]) {
      expect(Math.abs(Date.now() - Date.parse(String(instant)))).toBeLessThan(60_000);
    }
  });

  it("with a status no table knows keeps the order's state, is remarked, shown, and told to the merchant once a day", async () => {
    const { merchant, key, id, shop } = await shopOf("woocommerce");
    const orderId = newOrderId();
    await shop.send({ topic: "order.created", body: wooOrder(orderId) });
    for (const minutesAgo of [50, 40]) {
      const body = wooOrder(orderId, { status: "chez-le-livreur", date_modified_gmt: at(minutesAgo).slice(0, 19) });
      expect((await shop.send({ topic: "order.updated", body })).status).toBe(200);
    }
    await carryOut(id);
    expect((await logOf(key, id)).slice(1)).toMatchObject([
      { outcome: "unknown_label", label: "chez-le-livreur" },
      { outcome: "unknown_label", label: "chez-le-livreur" },
    ]);
    const known = await orderOf(key, orderId);
    expect(known.status).toBe("placed");
    expect(known.events?.some(({ note }) => note === "chez-le-livreur")).toBe(true);
    expect((await connectorOf(key, id))?.unknownLabels).toMatchObject([{ label: "chez-le-livreur", count: 2 }]);
    expect(await notificationsOf(merchant.id, "connector.unknown_label")).toMatchObject([
      { name: "Test woocommerce", label: "chez-le-livreur", order: orderId },
    ]);

    await call("PATCH", `/api/tracking/connectors/${id}`, {
      key,
      json: { statusMapping: { "Chez le livreur": "shipped" } },
    });
    expect((await connectorOf(key, id))?.unknownLabels).toEqual([]);
    const body = wooOrder(orderId, { status: "chez-le-livreur", date_modified_gmt: at(30).slice(0, 19) });
    await shop.send({ topic: "order.updated", body });
    await carryOut(id);
    expect((await orderOf(key, orderId)).status).toBe("shipped");
  });

  it("of an order that never comes waits six hours, then ends and forgets what it said", async () => {
    const { key, id, shop } = await shopOf("shopify");
    const orderId = newOrderId();
    await shop.send({ topic: "refunds/create", body: shopifyRefund(orderId, newOrderId(), [20]) });
    const startedAt = Date.now();
    for (const hours of [0, 1, 5]) {
      await carryOut(id, startedAt + hours * HOUR_MS);
      expect(await logOf(key, id)).toMatchObject([{ outcome: "waiting" }]);
    }
    await carryOut(id, startedAt + 7 * HOUR_MS);
    expect(await logOf(key, id)).toMatchObject([{ outcome: "order_unknown", endedAt: expect.any(String) }]);
    const { results } = await env.CORE_DB.prepare(
      "SELECT meaning_sealed AS sealed FROM inbound_deliveries WHERE connector_id = ?",
    )
      .bind(id)
      .all<{ sealed: string | null }>();
    expect(results).toEqual([{ sealed: null }]);
  });

  it("holds a customer's phone only sealed, and only until it has been carried out", async () => {
    const { id, shop } = await shopOf("shopify");
    await shop.send({ topic: "orders/create", body: shopifyOrder(newOrderId()) });
    expect(await storedOf(id)).not.toContain("600000021");
    await carryOut(id);
    expect(await storedOf(id)).toContain('"meaning_sealed":null');
  });

  it("tells the log in the reader's language", async () => {
    const { key, id, shop } = await shopOf("shopify");
    await shop.send({ topic: "products/update", body: "{}" });
    const texts = new Set<string | undefined>();
    for (const language of ["fr", "en", "ar"]) texts.add((await logOf(key, id, language))[0]?.detail);
    expect(texts.size).toBe(3);
  });
});

describe("a courier's delivery", () => {
  it("for a parcel nobody knows waits, and finds the order that is reported later", async () => {
    const { key, id, shop } = await shopOf("courier", { name: "Amana" });
    const orderId = newOrderId();
    await shop.send({ body: { eventId: "e1", orderId, label: "Livré" } });
    await carryOut(id);
    expect(await logOf(key, id)).toMatchObject([{ outcome: "waiting", deliveryId: "e1", label: "Livré" }]);
    await call("POST", "/api/tracking/conversions", { key, json: order({ orderId }) });
    await carryOut(id);
    expect(await orderOf(key, orderId)).toMatchObject({ status: "delivered", courier: "Amana" });
  });

  it("with a word no table knows is remarked and told, and its id with another word is refused as repeated", async () => {
    const { merchant, key, id, shop } = await shopOf("courier", { name: "Amana" });
    const { body } = await call("POST", "/api/tracking/conversions", { key, json: order() });
    const orderId = String(body.orderId);
    await shop.send({ body: { eventId: "e1", orderId, label: "En attente du livreur suprême" } });
    await carryOut(id);
    await shop.send({ body: { eventId: "e1", orderId, label: "Livré" } });
    await carryOut(id);
    expect(await logOf(key, id)).toMatchObject([{ outcome: "unknown_label", times: 2 }]);
    expect((await orderOf(key, orderId)).status).toBe("placed");
    expect(await notificationsOf(merchant.id, "connector.unknown_label")).toHaveLength(1);
  });

  it("that names neither order nor parcel is malformed", async () => {
    const { shop } = await shopOf("courier");
    expect((await shop.send({ body: { eventId: "e1", label: "Livré" } })).status).toBe(422);
  });
});
