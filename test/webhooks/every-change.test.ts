import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Conversion } from "../../schemas/conversions.ts";
import { WEBHOOK_EVENTS } from "../../schemas/webhooks.ts";
import { resendWebhooks } from "../../workers/crons/resend-webhooks.ts";
import { commit } from "../../workers/db/commit.ts";
import { happened } from "../../workers/modules/outbox/statements.ts";
import type { OutboxEvent } from "../../workers/modules/outbox/tables.ts";
import { sendWebhook } from "../../workers/modules/webhooks/send-webhook.ts";
import { spreadNews } from "../../workers/queues/news.ts";
import { outsideNetwork } from "../support/outside-network.ts";
import { addProgramme, addUser, call, order, type Programme, runCommissionQueue } from "../support/world.ts";
import { addHook, change, deliveriesOf, later, sendDue, spread } from "./hook-world.ts";

const network = outsideNetwork();
const PHONE = "0661234567";

async function place(programme: Programme, more: Record<string, unknown> = {}) {
  const { body } = await call<Conversion>("POST", "/api/tracking/conversions", {
    key: programme.merchant.apiKey,
    json: order({
      clickToken: await programme.token(),
      customer: { phone: PHONE, email: "client@example.ma", city: "Fès" },
      metadata: { margin: 12 },
      ...more,
    }),
  });
  return body;
}

async function tell({ merchant }: Programme, id: string, status: string) {
  await call("POST", `/api/tracking/conversions/${id}/events`, {
    key: merchant.apiKey,
    json: { eventId: status, status },
  });
  await runCommissionQueue(id);
}

describe("an order's life", () => {
  it("reaches both sides, each state change once, with what it was before", async () => {
    const programme = await addProgramme();
    const hooks = [await addHook(network, programme.merchant), await addHook(network, programme.influencer)];
    const { id } = await place(programme);
    await spread();
    for (const status of ["shipped", "delivered", "collected", "returned"]) {
      await tell(programme, id, status);
      await spread();
    }
    // What happens in one commit travels side by side: the order of arrival says nothing.
    for (const { received } of hooks) {
      const told = received.map(({ message: { type, data } }) => {
        const { status, state } = data.object;
        return `${type}: ${data.previous?.status ?? data.previous?.state ?? "nothing"} → ${status ?? state}`;
      });
      expect(told.sort()).toEqual([
        "commission.earned: forecast → earned",
        "commission.reversed: earned → reversed",
        "conversion.changed: collected → returned",
        "conversion.changed: delivered → collected",
        "conversion.changed: placed → shipped",
        "conversion.changed: shipped → delivered",
        "conversion.placed: nothing → placed",
      ]);
    }
  });

  it("is shown to each side as the API shows it, and nothing of the customer to anybody", async () => {
    const programme = await addProgramme();
    const [merchant, influencer] = [
      await addHook(network, programme.merchant),
      await addHook(network, programme.influencer),
    ];
    const placed = await place(programme);
    await spread();
    const ofMerchant = merchant.received[0]?.message.data.object;
    const read = await call<Conversion>("GET", `/api/tracking/conversions/${placed.id}`, {
      key: programme.influencer.apiKey,
    });
    expect(ofMerchant).toMatchObject({ id: placed.id, orderId: placed.orderId, metadata: { margin: 12 } });
    expect(read.body).toMatchObject(influencer.received[0]?.message.data.object ?? { id: "none" });
    const text = influencer.received[0]?.text ?? "";
    for (const own of [placed.orderId ?? "no order id", "margin", "orderId", "metadata"]) {
      expect(text).not.toContain(own);
    }
    for (const { received } of [merchant, influencer]) {
      expect(received[0]?.text).not.toMatch(/661234567|client@example|phone|email/i);
    }
  });

  it("reaches the merchant alone while nobody is credited, and the influencer once one is", async () => {
    const programme = await addProgramme();
    const influencer = await addHook(network, programme.influencer);
    const merchant = await addHook(network, programme.merchant);
    const placed = await place(programme, { clickToken: undefined });
    await spread();
    expect([merchant.types(), influencer.types()]).toEqual([["conversion.placed"], []]);
    await place(programme, { orderId: placed.orderId });
    await spread();
    expect(influencer.types()).toEqual(["conversion.attributed"]);
  });
});

describe("a request", () => {
  it("is told to both sides as it is made, decided and given up", async () => {
    const programme = await addProgramme();
    const influencer = await addUser("influencer");
    const hooks = [await addHook(network, programme.merchant), await addHook(network, influencer)];
    const ask = () =>
      call<{ id: string }>("POST", "/api/affiliates/requests", {
        key: influencer.apiKey,
        json: { productId: programme.productId },
      });
    const { body } = await ask();
    await spread();
    await call("POST", `/api/affiliates/requests/${body.id}/approve`, { key: programme.merchant.apiKey, json: {} });
    await spread();
    await call("POST", `/api/affiliates/requests/${body.id}/cancel`, { key: influencer.apiKey, json: {} });
    await spread();
    for (const { received } of hooks) {
      expect(received.map(({ message: { type, data } }) => [type, data.object.state, data.previous])).toEqual([
        ["request.created", "pending", null],
        ["request.approved", "approved", { state: "pending" }],
        ["request.cancelled", "cancelled", { state: "approved" }],
      ]);
    }
    expect(hooks[0]?.received[0]?.message.data.object.influencer).toMatchObject({ id: influencer.id });
    expect(hooks[1]?.received[0]?.message.data.object.influencer).toBeNull();
  });
});

describe("every event that is listed", () => {
  const listed = WEBHOOK_EVENTS.filter((event) => !/^(payout|webhook)\./.test(event));
  const NOUNS = { conversion: "cnv", commission: "com", request: "req" } as const;

  it.each(listed)("%s reaches an endpoint that asks for it, and none that does not", async (event) => {
    const programme = await addProgramme();
    const placed = await place(programme);
    await spread();
    const subjects = { cnv: placed.id, com: placed.commission?.id ?? "", req: programme.requestId };
    const wanting = await addHook(network, programme.merchant, { events: [event] });
    const other = await addHook(network, programme.influencer, {
      events: [event === "request.created" ? "request.expired" : "request.created"],
    });
    const ctx = later();
    const noun = NOUNS[event.split(".")[0] as keyof typeof NOUNS];
    await commit(ctx, [happened(ctx, event as OutboxEvent, subjects[noun])]);
    await spread();
    expect(wanting.types()).toEqual([event]);
    expect(wanting.received[0]?.message.data.object.id).toBe(subjects[noun]);
    expect(other.types()).toEqual([]);
  });
});

describe("once, and never lost", () => {
  it("is delivered once when the news is read by five at once and each delivery sent by three", async () => {
    const programme = await addProgramme();
    const hook = await addHook(network, programme.merchant);
    await change(programme);
    await Promise.all(Array.from({ length: 5 }, () => spreadNews(later())));
    const [delivery, ...rest] = await deliveriesOf(hook);
    expect(rest).toEqual([]);
    await Promise.all(Array.from({ length: 3 }, () => sendWebhook(later(), delivery?.id ?? "")));
    expect(hook.types()).toEqual(["request.approved"]);
    await spread();
    expect(hook.types()).toEqual(["request.approved"]);
  });

  it("is found by the cron when the queue lost its message", async () => {
    const programme = await addProgramme();
    const hook = await addHook(network, programme.merchant);
    await change(programme);
    await spreadNews({ ...later(), nudge: () => {} });
    const ctx = later();
    await resendWebhooks(ctx);
    const [delivery] = await deliveriesOf(hook);
    expect(ctx.nudges).toContainEqual({ kind: "webhook.due", deliveryIds: expect.arrayContaining([delivery?.id]) });
    await sendDue();
    expect(hook.types()).toEqual(["request.approved"]);
  });

  it("tells nothing of what happened before the endpoint was made, or after it was taken away", async () => {
    const programme = await addProgramme();
    await change(programme);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const hook = await addHook(network, programme.merchant);
    await spread();
    await change(programme);
    await spreadNews(later());
    await call("DELETE", `/api/webhooks/endpoints/${hook.id}`, { key: programme.merchant.apiKey });
    await change(programme);
    await spread();
    expect(hook.types()).toEqual([]);
  });

  it("writes nothing for those who asked to be told of nothing", async () => {
    const programme = await addProgramme();
    await spread();
    await change(programme);
    const ctx = later();
    const before = await count();
    await spreadNews(ctx);
    expect([await count(), ctx.nudges]).toEqual([before, []]);
  });
});

const count = async () =>
  (await env.CORE_DB.prepare("SELECT count(*) AS rows FROM webhook_deliveries").first<{ rows: number }>())?.rows;
