import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceOf, bookFaults, SOUND } from "../support/books.ts";
import { connect } from "../support/fake-shop.ts";
import { addProgramme, call } from "../support/world.ts";
import { carryOut, orderOf } from "./connector-world.ts";
import { at, newOrderId, shopifyOrder, shopifyRefund } from "./shop-orders.ts";

const MINUTE_MS = 60_000;

/** Everything a shop, a courier and the merchant's own server say of one order, each as something that can be sent. */
async function story(isReturned: boolean) {
  const { merchant, influencer, token } = await addProgramme();
  const key = merchant.apiKey;
  const click = await token({ clickedAt: Date.now() - 310 * MINUTE_MS });
  const shop = await connect(key, "shopify");
  const courier = await connect(key, "courier", { name: "Amana" });
  const orderId = newOrderId();
  const note_attributes = [{ name: "sys_click", value: click }];
  // Said once: a repetition says the very same.
  const tell = (topic: string, more: object) => {
    const delivery = { topic, body: shopifyOrder(orderId, { note_attributes, ...more }) };
    return () => shop.shop.send(delivery);
  };
  const event = (json: object) => () => call("POST", `/api/tracking/conversions/${orderId}/events`, { key, json });
  const label = (eventId: string, word: string, minutesAgo: number) => {
    const body = { eventId, orderId, label: word, occurredAt: at(minutesAgo) };
    return () => courier.shop.send({ body });
  };
  const refund = { topic: "refunds/create", body: shopifyRefund(orderId, "77", [30]) };
  // The merchant's server speaks of an order only once it is known; it is repeated until it is taken.
  const told = [
    tell("orders/create", {}),
    tell("orders/fulfilled", { updated_at: at(200), fulfillments: [{ status: "success" }] }),
    label("c1", "Expédié", 190),
    label("c2", "Injoignable", 150),
    label("c3", "Livré", 100),
    tell("orders/paid", { updated_at: at(60) }),
    () => shop.shop.send(refund),
    event({ eventId: "api-1", status: "confirmed", occurredAt: at(250) }),
    ...(isReturned ? [label("c4", "Retourné", 30)] : []),
  ];
  const settle = async () => {
    for (const minutes of [0, 5, 15]) {
      await carryOut(shop.id, Date.now() + minutes * MINUTE_MS);
      await carryOut(courier.id, Date.now() + minutes * MINUTE_MS);
    }
  };
  return { key, orderId, influencer, told, settle };
}

describe("what shop, courier and API say of one order", () => {
  it.each([false, true])(
    "ends in the same status and balances, whatever order it comes in and however often (returned: %s)",
    async (isReturned) => {
      const ends = new Set<string>();
      const orders = fc.shuffledSubarray(
        Array.from({ length: isReturned ? 9 : 8 }, (_, index) => index),
        { minLength: isReturned ? 9 : 8 },
      );
      await fc.assert(
        fc.asyncProperty(orders, fc.array(fc.nat(7), { maxLength: 3 }), async (order, again) => {
          const { key, orderId, influencer, told, settle } = await story(isReturned);
          const refused: number[] = [];
          for (const index of [...order, ...again]) {
            const answer = await told[index]?.();
            if (answer?.status === 404) refused.push(index);
            expect([200, 404]).toContain(answer?.status);
            if (order.indexOf(index) % 3 === 0) await settle();
          }
          await settle();
          for (const index of refused) await told[index]?.();
          await settle();
          const { status, refundedMinor, collectedAt, commission } = await orderOf(key, orderId);
          const pending = await balanceOf(`influencer:${influencer.id}:pending`);
          ends.add(
            JSON.stringify([status, refundedMinor, collectedAt === null, commission?.state === "earned", pending]),
          );
        }),
        { numRuns: 5 },
      );
      const end = isReturned ? ["returned", 3_000, true, false, 0] : ["collected", 3_000, false, true, 4_050];
      expect([...ends]).toEqual([JSON.stringify(end)]);
      expect(await bookFaults()).toEqual(SOUND);
    },
    240_000,
  );
});
