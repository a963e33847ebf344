import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Connector } from "../../schemas/connectors.ts";
import { connect } from "../support/fake-shop.ts";
import { addUser, call } from "../support/world.ts";
import { carryOut, connectorOf, orderOf } from "./connector-world.ts";
import { newOrderId, shopifyOrder, wooOrder } from "./shop-orders.ts";

type Created = Connector & { readonly secret: string | null };
const make = (key: string, json: Record<string, unknown>, headers = {}) =>
  call<Created>("POST", "/api/tracking/connectors", { key, json, headers });

describe("a connector", () => {
  it("is made with where to send, its platform's words, and a secret told once", async () => {
    const { apiKey: key } = await addUser("merchant");
    const made = await make(key, { platform: "woocommerce", name: "Boutique" }, { "Idempotency-Key": "once-1" });
    expect([made.status, made.body]).toMatchObject([
      201,
      { state: "active", orderIdPrefix: null, polling: null, lastDeliveryAt: null, unknownLabels: [] },
    ]);
    expect(made.body.webhookUrl).toBe(`http://localhost:8787/api/webhooks/woocommerce/${made.body.id}`);
    expect(made.body.defaultMapping.completed).toBe("collected");
    expect(made.body.secret).toMatch(/^[\w-]{43}$/);
    const again = await make(key, { platform: "woocommerce", name: "Boutique" }, { "Idempotency-Key": "once-1" });
    expect([again.body.id, again.body.secret]).toEqual([made.body.id, null]);
    const shown = JSON.stringify(await connectorOf(key, made.body.id));
    expect(shown).not.toContain(String(made.body.secret));
    const kept = await env.CORE_DB.prepare("SELECT * FROM connectors WHERE id = ?").bind(made.body.id).first();
    expect(JSON.stringify(kept)).not.toContain(String(made.body.secret));
  });

  it("of Shopify or YouCan needs the secret that the platform signs with", async () => {
    const { apiKey: key } = await addUser("merchant");
    for (const platform of ["shopify", "youcan"]) {
      const { status, body } = await make(key, { platform, name: "Shop" });
      expect([status, body]).toMatchObject([422, { errors: [{ path: "secret" }] }]);
    }
  });

  it("of a second shop needs an order prefix of its own, one of a courier does not", async () => {
    const { apiKey: key } = await addUser("merchant");
    const shop = (more: object) => make(key, { platform: "shopify", name: "Shop", secret: "shpss_1234", ...more });
    expect((await shop({})).status).toBe(201);
    expect((await shop({})).body).toMatchObject({ code: "connector.prefix_needed" });
    expect((await shop({ orderIdPrefix: "B-" })).status).toBe(201);
    for (const orderIdPrefix of ["B-", "B-2", "B"])
      expect((await shop({ orderIdPrefix })).body).toMatchObject({ code: "connector.prefix_taken" });
    expect((await shop({ orderIdPrefix: "12" })).status).toBe(422);
    expect((await make(key, { platform: "courier", name: "Amana" })).status).toBe(201);
  });

  it("puts its prefix before the shop's order ids, so that two shops' orders never meet", async () => {
    const { apiKey: key } = await addUser("merchant");
    const first = await connect(key, "shopify");
    const second = await connect(key, "woocommerce", { orderIdPrefix: "B-" });
    const orderId = newOrderId();
    await first.shop.send({ topic: "orders/create", body: shopifyOrder(orderId) });
    await second.shop.send({ topic: "order.created", body: wooOrder(orderId, { total: "40.00" }) });
    await carryOut(first.id);
    await carryOut(second.id);
    expect((await orderOf(key, orderId)).source).toBe(`shopify:${first.id}`);
    expect((await orderOf(key, `B-${orderId}`)).source).toBe(`woocommerce:${second.id}`);
  });

  it("asks the shop's address alone, whatever was copied along with it", async () => {
    const { apiKey: key } = await addUser("merchant");
    const polling = { apiUrl: "https://boutique-zellij.example/shop/?utm_source=mail#top", token: "ck:cs" };
    const { id } = await connect(key, "woocommerce", { polling });
    expect((await connectorOf(key, id))?.polling?.apiUrl).toBe("https://boutique-zellij.example/shop");
  });

  it("takes 200 labels of the merchant's own, and says so of more", async () => {
    const { apiKey: key } = await addUser("merchant");
    const { id } = await connect(key, "courier");
    const statusMapping = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`L ${index}a`, "none"]));
    const headers = { "Accept-Language": "fr" };
    const { body } = await call("PATCH", `/api/tracking/connectors/${id}`, { key, headers, json: { statusMapping } });
    expect(body).toMatchObject({ errors: [{ path: "statusMapping", message: "Au plus 200 éléments" }] });
  });

  it("changes what is sent and nothing else; a new secret signs from then on", async () => {
    const { apiKey: key } = await addUser("merchant");
    const { id, shop } = await connect(key, "shopify");
    const path = `/api/tracking/connectors/${id}`;
    await call("PATCH", path, { key, json: { statusMapping: { "orders/fulfilled": "shipped" } } });
    const changed = await call<Connector>("PATCH", path, { key, json: { name: "Renamed", secret: "another-secret" } });
    expect(changed.body).toMatchObject({ name: "Renamed", statusMapping: { "orders/fulfilled": "shipped" } });
    const orderId = newOrderId();
    const parcel = { status: "success", shipment_status: "in_transit" };
    const delivery = { topic: "orders/fulfilled", body: shopifyOrder(orderId, { fulfillments: [parcel] }) };
    expect((await shop.send(delivery)).status).toBe(401);
    expect((await shop.send({ ...delivery, secret: "another-secret" })).status).toBe(200);
    await carryOut(id);
    expect((await orderOf(key, orderId)).status).toBe("shipped");
  });

  it("is polled only where the platform can be, at a public address", async () => {
    const { apiKey: key } = await addUser("merchant");
    const polling = { apiUrl: "https://boutique.example", token: "ck:cs" };
    const courier = await make(key, { platform: "courier", name: "Amana", polling });
    expect([courier.status, courier.body]).toMatchObject([422, { errors: [{ path: "polling" }] }]);
    for (const apiUrl of ["http://boutique.example", "https://10.0.0.1", "https://intranet.local"]) {
      const refused = await make(key, { platform: "woocommerce", name: "Shop", polling: { ...polling, apiUrl } });
      expect([apiUrl, refused.status]).toEqual([apiUrl, 422]);
    }
    const made = await make(key, { platform: "woocommerce", name: "Shop", polling });
    expect([made.status, made.body.polling]).toMatchObject([201, { apiUrl: polling.apiUrl, everyMinutes: 15 }]);
    expect(JSON.stringify(made.body)).not.toContain("ck:cs");
  });

  it("is removed for good, leaves its orders, and frees its place", async () => {
    const { apiKey: key } = await addUser("merchant");
    const { id, shop } = await connect(key, "shopify");
    const orderId = newOrderId();
    await shop.send({ topic: "orders/create", body: shopifyOrder(orderId) });
    await carryOut(id);
    const path = `/api/tracking/connectors/${id}`;
    expect((await call("DELETE", path, { key })).status).toBe(200);
    expect((await call("DELETE", path, { key })).status).toBe(404);
    expect((await call("GET", `${path}/deliveries`, { key })).status).toBe(404);
    expect((await orderOf(key, orderId)).status).toBe("placed");
    expect((await make(key, { platform: "shopify", name: "Again", secret: "shpss_1234" })).status).toBe(201);
  });

  it("is somebody else's for everyone but its merchant, and for a key without the scope", async () => {
    const [owner, stranger] = [await addUser("merchant"), await addUser("merchant")];
    const reader = await addUser("merchant", { scopes: ["conversions:read"] });
    const { id } = await connect(owner.apiKey, "courier");
    const path = `/api/tracking/connectors/${id}`;
    const statusOf = async (method: string, at: string, key: string, json?: unknown) =>
      (await call(method, at, json === undefined ? { key } : { key, json })).status;
    expect(await statusOf("PATCH", path, stranger.apiKey, { state: "paused" })).toBe(404);
    expect(await statusOf("DELETE", path, stranger.apiKey)).toBe(404);
    expect(await statusOf("GET", `${path}/deliveries`, stranger.apiKey)).toBe(404);
    expect(await statusOf("GET", "/api/tracking/connectors", reader.apiKey)).toBe(403);
    expect(await statusOf("GET", "/api/tracking/connectors", (await addUser("influencer")).apiKey)).toBe(403);
  });

  it("leaves an audit row and an outbox row of each change", async () => {
    const { apiKey: key } = await addUser("merchant");
    const { id } = await connect(key, "courier");
    await call("PATCH", `/api/tracking/connectors/${id}`, { key, json: { name: "Renamed", secret: "another-secret" } });
    await call("DELETE", `/api/tracking/connectors/${id}`, { key });
    const rows = async (table: string, column: string) =>
      (
        await env.CORE_DB.prepare(`SELECT ${column} AS what FROM ${table} WHERE subject_id = ? ORDER BY id`)
          .bind(id)
          .all<{ what: string }>()
      ).results.map(({ what }) => what);
    const moves = ["connector.created", "connector.changed", "connector.removed"];
    expect((await rows("audit_log", "action")).toSorted()).toEqual(moves.toSorted());
    expect((await rows("outbox", "event")).toSorted()).toEqual(moves.toSorted());
    expect((await rows("audit_log", "details")).join()).not.toContain("another-secret");
  });

  it("is one of at most twenty", async () => {
    const { apiKey: key } = await addUser("merchant");
    for (let count = 0; count < 20; count++) await make(key, { platform: "courier", name: `Courier ${count}` });
    expect((await make(key, { platform: "courier", name: "One more" })).body).toMatchObject({
      code: "connector.limit_reached",
    });
  });
});
