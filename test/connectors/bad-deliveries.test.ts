import { describe, expect, it } from "vitest";
import { ask, newAddress } from "../support/gate.ts";
import { call } from "../support/world.ts";
import { carryOut, connectorOf, logOf, orderOf, shopOf, storedOf } from "./connector-world.ts";
import { at, newOrderId, shopifyOrder, wooOrder } from "./shop-orders.ts";

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
