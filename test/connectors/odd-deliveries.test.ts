import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { call, order } from "../support/world.ts";
import { carryOut, connectorOf, logOf, notificationsOf, orderOf, shopOf, storedOf } from "./connector-world.ts";
import { at, newOrderId, shopifyOrder, shopifyRefund, wooOrder } from "./shop-orders.ts";

const HOUR_MS = 3_600_000;

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

  it("with a status no table knows keeps the order's state, is remarked, shown and told once a day, and counts once it is mapped", async () => {
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
    await carryOut(id);
    expect((await orderOf(key, orderId)).status).toBe("shipped");
    const body = wooOrder(orderId, { status: "chez-le-livreur", date_modified_gmt: at(0).slice(0, 19) });
    await shop.send({ topic: "order.updated", body });
    await carryOut(id);
    expect((await logOf(key, id)).map(({ outcome }) => outcome)).toEqual([
      "recorded",
      "recorded",
      "unchanged",
      "unchanged",
    ]);
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

  it("of an order that came too late is taken up when it is sent again, once the order is known", async () => {
    const { key, id, shop } = await shopOf("courier");
    const orderId = newOrderId();
    const delivery = { body: { eventId: "late-1", orderId, label: "Livré" } };
    await shop.send(delivery);
    await carryOut(id, Date.now() + 7 * HOUR_MS);
    expect(await logOf(key, id)).toMatchObject([{ outcome: "order_unknown" }]);
    const json = { orderId, amountMinor: 45_000, currency: "MAD", payment: "cod" };
    await call("POST", "/api/tracking/conversions", { key, json });
    await shop.send(delivery);
    await carryOut(id);
    expect(await logOf(key, id)).toMatchObject([{ outcome: "recorded", times: 2 }]);
    expect((await orderOf(key, orderId)).status).toBe("delivered");
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
    const statusMapping = { "en attente du livreur supreme": "shipped" };
    await call("PATCH", `/api/tracking/connectors/${id}`, { key, json: { statusMapping } });
    await carryOut(id);
    expect(await logOf(key, id)).toMatchObject([{ outcome: "recorded", times: 2 }]);
    expect((await orderOf(key, orderId)).status).toBe("shipped");
  });

  it("that names neither order nor parcel is malformed", async () => {
    const { shop } = await shopOf("courier");
    expect((await shop.send({ body: { eventId: "e1", label: "Livré" } })).status).toBe(422);
  });
});
