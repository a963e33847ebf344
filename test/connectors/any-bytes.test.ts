import { env } from "cloudflare:workers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ReceivedPlatform, signatureHeaderOf, signatureOf } from "../../workers/vendors/delivery-schemes.ts";
import { connect } from "../support/fake-shop.ts";
import { addUser, call } from "../support/world.ts";
import { carryOut, logOf } from "./connector-world.ts";
import { shopifyOrder, shopifyRefund, wooOrder, youcanOrder } from "./shop-orders.ts";

const RUNS = 60;
const BASES: readonly (readonly [platform: ReceivedPlatform, topic: string, body: string])[] = [
  ["shopify", "orders/paid", shopifyOrder("90071992547123")],
  ["shopify", "refunds/create", shopifyRefund("90071992547123", "5", [10])],
  ["woocommerce", "order.updated", JSON.stringify(wooOrder("4821", { refunds: [{ id: 1, total: "-10.00" }] }))],
  ["youcan", "", JSON.stringify({ event_name: "order.created", data: youcanOrder("47d5b292") })],
  ["courier", "", JSON.stringify({ eventId: "e", orderId: "4821", label: "Livré" })],
];
const TOPIC_HEADERS: Readonly<Record<string, string>> = {
  shopify: "X-Shopify-Topic",
  woocommerce: "X-WC-Webhook-Topic",
};

/** One value somewhere in the body replaced by anything JSON can say. */
function withOneChanged(body: string, at: number, value: unknown): string {
  let count = 0;
  return JSON.stringify(JSON.parse(body), (_key, old) => (count++ === at ? value : old)) ?? "null";
}

const anyText = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: "binary", maxLength: 100 }),
  fc.json({ maxDepth: 4 }),
);

describe("whatever bytes are signed", () => {
  it.each(BASES)("%s %s: never fails on our side, and leaves a row that ends", async (platform, topic, body) => {
    const { apiKey: key } = await addUser("merchant");
    const { id, shop } = await connect(key, platform);
    let sent = 0;
    const send = async (raw: string) => {
      const bytes = new TextEncoder().encode(raw);
      const topicHeader = TOPIC_HEADERS[platform];
      const { status } = await call("POST", `/api/webhooks/${platform}/${id}`, {
        raw,
        headers: {
          [signatureHeaderOf(platform)]: signatureOf(platform, shop.secret, bytes),
          ...(topicHeader ? { [topicHeader]: topic } : {}),
        },
      });
      sent += 1;
      expect([200, 422]).toContain(status);
    };
    const changed = fc
      .tuple(
        fc.nat(60),
        fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom("-1", "1e400", "NaN", "", " ", "\u0000", 1e21)),
      )
      .map(([at, value]) => withOneChanged(body, at, value));
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyText, changed, changed), (raw) => send(raw)),
      { numRuns: RUNS },
    );
    await carryOut(id);
    const rows = await env.CORE_DB.prepare("SELECT sum(times) AS times FROM inbound_deliveries WHERE connector_id = ?")
      .bind(id)
      .first<{ times: number }>();
    expect(rows?.times).toBe(sent);
    const outcomes = new Set((await logOf(key, id)).map(({ outcome }) => outcome));
    expect(outcomes).not.toContain("failed");
    if (platform !== "courier" && topic !== "refunds/create") expect(outcomes).not.toContain("waiting");
  });

  it("unsigned, are refused and kept by none of their words", async () => {
    const { apiKey: key } = await addUser("merchant");
    const { id } = await connect(key, "shopify");
    await fc.assert(
      fc.asyncProperty(anyText, fc.string({ maxLength: 60, unit: "grapheme-ascii" }), async (raw, signature) => {
        const { status } = await call("POST", `/api/webhooks/shopify/${id}`, {
          raw,
          headers: { "X-Shopify-Hmac-SHA256": signature.trim() },
        });
        expect(status).toBe(401);
      }),
      { numRuns: RUNS },
    );
    expect((await logOf(key, id)).every(({ outcome }) => outcome === "signature_wrong")).toBe(true);
  });
});
