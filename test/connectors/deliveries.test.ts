import { describe, expect, it } from "vitest";
import { connect } from "../support/fake-shop.ts";
import { addUser, call } from "../support/world.ts";
import { carryOut, logOf, orderOf } from "./connector-world.ts";
import { deliveriesOnFile, FILE_SECRET } from "./deliveries-on-file.ts";

const path = (platform: string, id: string) => `/api/webhooks/${platform}/${id}`;

describe("a shop's delivery on file, sent to its connector", () => {
  it.each(deliveriesOnFile.map((delivery) => [delivery.folder, delivery] as const))(
    "%s becomes what it means, once",
    async (_folder, { headers, body, expected }) => {
      const merchant = await addUser("merchant");
      const { id } = await connect(merchant.apiKey, expected.platform, { secret: FILE_SECRET });
      const send = () => call("POST", path(expected.platform, id), { raw: body, headers });
      expect((await send()).status).toBe(200);
      expect((await send()).status).toBe(200);
      await carryOut(id);
      await send();
      const [row, ...others] = await logOf(merchant.apiKey, id);
      expect(others).toEqual([]);
      expect(row).toMatchObject({ times: 3, deliveryId: expected.deliveryId, topic: expected.topic });
      if (expected.event === "refunded") {
        expect(row).toMatchObject({ outcome: "waiting", orderId: expected.storeOrderId });
        return;
      }
      expect(row).toMatchObject({ outcome: "recorded", orderId: expected.storeOrderId });
      expect(await orderOf(merchant.apiKey, String(expected.storeOrderId))).toMatchObject({
        orderId: expected.storeOrderId,
        amountMinor: expected.commissionableMinor,
        currency: expected.currency,
        payment: expected.payment,
        status: expected.event,
        source: `${expected.platform}:${id}`,
      });
    },
  );

  it("is carried out in whatever order the shop's deliveries come: the refund finds its order later", async () => {
    const merchant = await addUser("merchant");
    const { id } = await connect(merchant.apiKey, "shopify", { secret: FILE_SECRET });
    const ofOneOrder = deliveriesOnFile
      .filter(({ expected }) => expected.storeOrderId === "5654364281559")
      .toSorted((a, b) => (a.expected.event === "refunded" ? -1 : b.expected.event === "refunded" ? 1 : 0));
    expect(ofOneOrder.map(({ expected }) => expected.event)).toEqual(["refunded", "collected"]);
    for (const { body, headers } of ofOneOrder) {
      expect((await call("POST", path("shopify", id), { raw: body, headers })).status).toBe(200);
      await carryOut(id);
    }
    await carryOut(id);
    expect(await orderOf(merchant.apiKey, "5654364281559")).toMatchObject({
      status: "collected",
      refundedMinor: 4_500,
    });
    expect((await logOf(merchant.apiKey, id)).map(({ outcome }) => outcome)).toEqual(["recorded", "recorded"]);
  });
});
