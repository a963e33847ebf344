import { describe, expect, it, vi } from "vitest";
import { balanceOf, bookFaults, SOUND } from "../support/books.ts";
import { connect } from "../support/fake-shop.ts";
import { addProgramme, call, order } from "../support/world.ts";
import { carryOut, logOf, orderOf } from "./connector-world.ts";
import { at, newOrderId, shopifyOrder, shopifyRefund, wooOrder, youcanOrder } from "./shop-orders.ts";

const MINUTE_MS = 60_000;

async function programme() {
  const made = await addProgramme();
  return { ...made, key: made.merchant.apiKey, click: await made.token({ clickedAt: Date.now() - 310 * MINUTE_MS }) };
}

describe("an order's life at Shopify", () => {
  it("goes from the click to the cash and back, its commission with it, whatever the shop repeats", async () => {
    const { key, click, influencer } = await programme();
    const { id, shop } = await connect(key, "shopify");
    const orderId = newOrderId(true);
    const note_attributes = [{ name: "sys_click", value: click }];
    const parcel = { status: "success", tracking_company: "Amana", tracking_number: "MA8529" };
    const stages = [
      ["orders/create", { note_attributes }],
      [
        "orders/fulfilled",
        { note_attributes, updated_at: at(200), fulfillments: [{ ...parcel, shipment_status: "in_transit" }] },
      ],
      [
        "orders/fulfilled",
        { note_attributes, updated_at: at(100), fulfillments: [{ ...parcel, shipment_status: "delivered" }] },
      ],
      ["orders/paid", { note_attributes, updated_at: at(60) }],
    ] as const;
    const statuses: string[] = [];
    for (const [topic, more] of stages) {
      const delivery = { topic, body: shopifyOrder(orderId, more) };
      await shop.send(delivery);
      await shop.send(delivery);
      await carryOut(id);
      statuses.push((await orderOf(key, orderId)).status);
    }
    expect(statuses).toEqual(["placed", "confirmed", "delivered", "collected"]);
    expect(await orderOf(key, orderId)).toMatchObject({
      attribution: { by: "click", influencerId: influencer.id },
      courier: "Amana",
      trackingNumber: "MA8529",
      city: "Casablanca",
      commission: { state: "earned", amountMinor: 4_500 },
    });
    expect(await balanceOf(`influencer:${influencer.id}:pending`)).toBe(4_500);

    await shop.send({ topic: "refunds/create", body: shopifyRefund(orderId, "9007199254740995", [100, 50]) });
    await carryOut(id);
    expect(await orderOf(key, orderId)).toMatchObject({ refundedMinor: 15_000, commission: { reversedMinor: 2_250 } });
    expect(await balanceOf(`influencer:${influencer.id}:pending`)).toBe(2_250);
    await shop.send({
      topic: "orders/cancelled",
      body: shopifyOrder(orderId, { note_attributes, cancelled_at: at(5), updated_at: at(5) }),
    });
    await carryOut(id);
    expect(await orderOf(key, orderId)).toMatchObject({ status: "cancelled", commission: { state: "reversed" } });
    expect(await balanceOf(`influencer:${influencer.id}:pending`)).toBe(0);
    expect(await bookFaults()).toEqual(SOUND);
    expect((await logOf(key, id)).every(({ outcome }) => ["recorded", "unchanged"].includes(outcome))).toBe(true);
  });

  it("ends the same when the shop's deliveries come backwards", async () => {
    const { key, click, influencer } = await programme();
    const { id, shop } = await connect(key, "shopify");
    const orderId = newOrderId();
    const note_attributes = [{ name: "sys_click", value: click }];
    await shop.send({ topic: "refunds/create", body: shopifyRefund(orderId, newOrderId(), [30]) });
    await carryOut(id);
    await shop.send({ topic: "orders/paid", body: shopifyOrder(orderId, { note_attributes, updated_at: at(60) }) });
    await shop.send({ topic: "orders/create", body: shopifyOrder(orderId, { note_attributes }) });
    await carryOut(id);
    await carryOut(id, Date.now() + 5 * MINUTE_MS);
    expect(await orderOf(key, orderId)).toMatchObject({
      status: "collected",
      refundedMinor: 3_000,
      commission: { state: "earned" },
    });
    expect(await balanceOf(`influencer:${influencer.id}:pending`)).toBe(4_050);
  });
});

describe("an order's life at WooCommerce", () => {
  it("goes from processing to completed to refunded, each repeated with every change of the order", async () => {
    const { key, click, influencer } = await programme();
    const { id, shop } = await connect(key, "woocommerce");
    const orderId = newOrderId();
    const meta_data = [{ key: "_sys_click", value: click }];
    const send = async (topic: string, more: Record<string, unknown>) => {
      await shop.send({ topic, body: wooOrder(orderId, { meta_data, ...more }) });
      await carryOut(id);
      return orderOf(key, orderId);
    };
    const gmt = (minutesAgo: number) => at(minutesAgo).slice(0, 19);
    expect(await send("order.created", {})).toMatchObject({ status: "placed", commission: { amountMinor: 4_500 } });
    await send("order.updated", { status: "on-hold", date_modified_gmt: gmt(250) });
    const done = { status: "completed", date_completed_gmt: gmt(100), date_modified_gmt: gmt(100) };
    expect(await send("order.updated", done)).toMatchObject({ status: "collected", commission: { state: "earned" } });
    await send("order.updated", { ...done, date_modified_gmt: gmt(90) });
    const partly = [{ id: 7, total: "-170.00" }];
    const refunded = await send("order.updated", { ...done, date_modified_gmt: gmt(80), refunds: partly });
    expect(refunded).toMatchObject({ refundedMinor: 15_000, commission: { reversedMinor: 2_250 } });
    const whole = [...partly, { id: 8, total: "-169.99" }, { id: 9, total: "-0.01" }];
    expect(
      await send("order.updated", { status: "refunded", date_modified_gmt: gmt(10), refunds: whole }),
    ).toMatchObject({ refundedMinor: 30_000, commission: { state: "reversed" } });
    expect(await balanceOf(`influencer:${influencer.id}:pending`)).toBe(0);
    const { events = [] } = await orderOf(key, orderId);
    expect(events.map(({ status }) => status).filter((status) => status === "collected")).toHaveLength(1);
  });

  it("gives back the whole order when the shop calls it refunded without saying by which refunds", async () => {
    const { key, click } = await programme();
    const { id, shop } = await connect(key, "woocommerce");
    const orderId = newOrderId();
    const meta_data = [{ key: "_sys_click", value: click }];
    const done = { meta_data, status: "completed", date_completed_gmt: at(60).slice(0, 19) };
    await shop.send({ topic: "order.updated", body: wooOrder(orderId, done) });
    await carryOut(id);
    expect(await orderOf(key, orderId)).toMatchObject({ commission: { state: "earned" } });
    await shop.send({ topic: "order.updated", body: wooOrder(orderId, { meta_data, status: "refunded" }) });
    await carryOut(id);
    expect(await orderOf(key, orderId)).toMatchObject({ refundedMinor: 30_000, commission: { state: "reversed" } });
  });

  it("is delivered, not collected, when a prepaid order is completed", async () => {
    const { key } = await programme();
    const { id, shop } = await connect(key, "woocommerce");
    const orderId = newOrderId();
    await shop.send({
      topic: "order.updated",
      body: wooOrder(orderId, { payment_method: "cmi", status: "completed", date_completed_gmt: at(60).slice(0, 19) }),
    });
    await carryOut(id);
    expect(await orderOf(key, orderId)).toMatchObject({ payment: "prepaid", status: "delivered" });
  });
});

describe("an order's life at YouCan, carried by a courier", () => {
  it("is placed by the shop and told by the courier, to the return", async () => {
    const { key, click, influencer } = await programme();
    const shopSide = await connect(key, "youcan");
    const courierSide = await connect(key, "courier", { name: "Ozon Express" });
    const orderId = crypto.randomUUID();
    const data = youcanOrder(orderId, { extra_fields: [{ name: "sys_click", value: click }] });
    await shopSide.shop.send({ body: { event_name: "order.created", event_happened_at: at(299), data } });
    await carryOut(shopSide.id);
    const tell = async (eventId: string, label: string, more: object) => {
      const body = { eventId, label, ...more };
      expect((await courierSide.shop.send({ body })).status).toBe(200);
      await carryOut(courierSide.id);
      return orderOf(key, orderId);
    };
    const byOrder = { orderId, trackingNumber: `OZ-${orderId}` };
    const byParcel = { trackingNumber: `OZ-${orderId}` };
    expect(await tell("c1", "Expédié", { ...byOrder, occurredAt: at(200) })).toMatchObject({ status: "shipped" });
    expect(await tell("c2", "PAS DE REPONSE (jour 2)", { ...byParcel, occurredAt: at(150) })).toMatchObject({
      status: "shipped",
      courier: "Ozon Express",
    });
    expect(await tell("c3", "livre", { ...byParcel, occurredAt: at(100) })).toMatchObject({ status: "delivered" });
    expect(await tell("c4", "تم التحصيل", { ...byParcel, occurredAt: at(90) })).toMatchObject({
      status: "collected",
      commission: { state: "earned", amountMinor: 4_500 },
    });
    expect(await tell("c5", "Retourné", { ...byParcel, occurredAt: at(10) })).toMatchObject({
      status: "returned",
      commission: { state: "reversed" },
    });
    expect(await balanceOf(`influencer:${influencer.id}:pending`)).toBe(0);
    const { events = [] } = await orderOf(key, orderId);
    expect(events.filter(({ note }) => note === "PAS DE REPONSE (jour 2)")).toHaveLength(1);
    expect((await logOf(key, courierSide.id)).map(({ outcome }) => outcome)).toEqual([
      "recorded",
      "noted",
      "recorded",
      "recorded",
      "recorded",
    ]);
  });
});

describe("a shop that finds us away", () => {
  it("sends its delivery again and is taken once, after as many as eight retries", async () => {
    const { key } = await programme();
    const { id, shop } = await connect(key, "shopify");
    await shop.send({ topic: "products/update", body: "{}" });
    shop.attempts = 0;
    shop.outages = 8;
    const log = vi.spyOn(console, "log").mockReturnValue();
    const orderId = newOrderId();
    const answer = await shop.send({ topic: "orders/create", body: shopifyOrder(orderId) });
    log.mockRestore();
    expect([answer.status, shop.attempts]).toEqual([200, 9]);
    await carryOut(id);
    expect((await logOf(key, id)).at(-1)).toMatchObject({ outcome: "recorded", times: 1 });
    expect((await orderOf(key, orderId)).events).toHaveLength(1);
  });
});

describe("the same order by the API and by a webhook", () => {
  it("is one conversion, whichever comes first, and takes the touch that only one of them carries", async () => {
    const { key, click, influencer } = await programme();
    const { id, shop } = await connect(key, "shopify");
    const orderId = newOrderId();
    const told = order({ orderId, amountMinor: 30_000, occurredAt: at(300) });
    const { body } = await call("POST", "/api/tracking/conversions", { key, json: told });
    await shop.send({
      topic: "orders/create",
      body: shopifyOrder(orderId, { note_attributes: [{ name: "sys_click", value: click }] }),
    });
    await carryOut(id);
    const [row] = await logOf(key, id);
    expect(row).toMatchObject({ outcome: "unchanged", conversionId: body.id });
    expect(await orderOf(key, orderId)).toMatchObject({
      id: body.id,
      source: "api",
      attribution: { by: "click", influencerId: influencer.id },
    });
    const again = await call("POST", "/api/tracking/conversions", { key, json: told });
    expect([again.status, again.body.id]).toEqual([200, body.id]);
  });

  it("keeps the amount that came first, says so in the log, and still follows what becomes of it", async () => {
    const { key } = await programme();
    const { id, shop } = await connect(key, "woocommerce");
    const orderId = newOrderId();
    await call("POST", "/api/tracking/conversions", {
      key,
      json: order({ orderId, amountMinor: 45_000, occurredAt: at(300) }),
    });
    const done = { status: "completed", date_completed_gmt: at(60).slice(0, 19) };
    await shop.send({ topic: "order.updated", body: wooOrder(orderId, done) });
    await carryOut(id);
    expect(await logOf(key, id)).toMatchObject([
      { outcome: "order_differs", orderId, detail: expect.stringContaining("what came first stands") },
    ]);
    expect(await orderOf(key, orderId)).toMatchObject({ amountMinor: 45_000, status: "collected" });
  });
});
