import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { forgetOldRows } from "../../workers/crons/forget-old-rows.ts";
import { resendDeliveries } from "../../workers/crons/resend-deliveries.ts";
import type { Context, Nudge } from "../../workers/platform/context.ts";
import { consumeInbound } from "../../workers/queues/inbound.ts";
import { connect } from "../support/fake-shop.ts";
import { addUser, systemContext } from "../support/world.ts";
import { logOf } from "./connector-world.ts";
import { newOrderId, shopifyOrder } from "./shop-orders.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

async function waiting() {
  const { apiKey: key } = await addUser("merchant");
  const { id, shop } = await connect(key, "shopify");
  await shop.send({ topic: "orders/create", body: shopifyOrder(newOrderId()) });
  const row = await env.CORE_DB.prepare("SELECT id FROM inbound_deliveries WHERE connector_id = ?")
    .bind(id)
    .first<{ id: string }>();
  return { key, id, shop, deliveryId: row?.id ?? "" };
}

async function consume(deliveryId: string, now: number) {
  const batch = createMessageBatch("inbound", [
    { id: "m", timestamp: new Date(now), attempts: 1, body: { kind: "inbound.due", deliveryId } },
  ]);
  const ctx = { ...systemContext({ now: () => now }), log: () => undefined };
  await consumeInbound(ctx, batch);
  return getQueueResult(batch, createExecutionContext());
}

const rowOf = (deliveryId: string) =>
  env.CORE_DB.prepare(
    "SELECT outcome, attempts, next_attempt_at AS nextAt, meaning_sealed AS sealed FROM inbound_deliveries WHERE id = ?",
  )
    .bind(deliveryId)
    .first<{ outcome: string; attempts: number; nextAt: number | null; sealed: string | null }>();

describe("a delivery that waits", () => {
  it("is carried out by its message; the same message again does nothing", async () => {
    const { key, id, deliveryId } = await waiting();
    for (const _ of [1, 2]) expect((await consume(deliveryId, Date.now())).ackAll).toBe(false);
    expect(await logOf(key, id)).toMatchObject([{ outcome: "recorded" }]);
    expect((await consume("inb_none", Date.now())).explicitAcks).toEqual(["m"]);
  });

  it("is named again by the cron when its message was lost", async () => {
    const { apiKey: key } = await addUser("merchant");
    const { id, shop } = await connect(key, "courier");
    await shop.send({ body: { eventId: "e", orderId: newOrderId(), label: "Livré" } });
    const row = await env.CORE_DB.prepare("SELECT id FROM inbound_deliveries WHERE connector_id = ?")
      .bind(id)
      .first<{ id: string }>();
    const sent: Nudge[] = [];
    const ctx: Context = {
      ...systemContext({ now: () => Date.now() + 60 * MINUTE_MS }),
      nudge: (message) => void sent.push(message),
    };
    await resendDeliveries(ctx);
    expect(sent).toContainEqual({ kind: "inbound.due", deliveryId: row?.id });
  });

  it("that breaks on our side is tried again with growing pauses, then ends as failed and forgets what it said", async () => {
    const { apiKey: key } = await addUser("merchant");
    const { id, shop } = await connect(key, "courier");
    await shop.send({ body: { eventId: "e", orderId: newOrderId(), label: "Livré" } });
    await env.CORE_DB.prepare("UPDATE inbound_deliveries SET meaning_sealed = 'broken' WHERE connector_id = ?")
      .bind(id)
      .run();
    const deliveryId =
      (
        await env.CORE_DB.prepare("SELECT id FROM inbound_deliveries WHERE connector_id = ?")
          .bind(id)
          .first<{ id: string }>()
      )?.id ?? "";
    let now = Date.now() + MINUTE_MS;
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 30; attempt++) {
      expect((await consume(deliveryId, now)).explicitAcks).toEqual(["m"]);
      const row = await rowOf(deliveryId);
      if (row?.nextAt == null) break;
      pauses.push((row.nextAt - now) / MINUTE_MS);
      now = row.nextAt;
    }
    expect(pauses.slice(-3)).toEqual([30, 30, 30]);
    expect(pauses.length).toBeLessThan(25);
    expect(await rowOf(deliveryId)).toMatchObject({ outcome: "failed", sealed: null, nextAt: null });
    expect(await logOf(key, id)).toMatchObject([{ outcome: "failed", endedAt: expect.any(String) }]);
  });
});

describe("the delivery log", () => {
  it("is forgotten after 90 days, and after a week what was never proven", async () => {
    const { key, id, shop, deliveryId } = await waiting();
    await consume(deliveryId, Date.now());
    await shop.send({ topic: "orders/create", body: "{}", secret: "another-secret" });
    const outcomesAfter = async (days: number) => {
      const ctx = systemContext({ now: () => Date.now() + days * DAY_MS });
      await forgetOldRows(ctx);
      return (await logOf(key, id)).map(({ outcome }) => outcome);
    };
    expect(await outcomesAfter(6)).toEqual(["recorded", "signature_wrong"]);
    expect(await outcomesAfter(8)).toEqual(["recorded"]);
    expect(await outcomesAfter(91)).toEqual([]);
  });
});
