import { describe, expect, it } from "vitest";
import type { Conversion } from "../../schemas/conversions.ts";
import { listHeldCommissionIds } from "../../workers/modules/fraud/queries.ts";
import * as fraud from "../fraud/fraud-world.ts";
import { bookFaults, SOUND } from "../support/books.ts";
import { addOldProgramme } from "../support/old-programme.ts";
import { call, type Programme, runCommissionQueue, systemContext } from "../support/world.ts";
import { addPublishableKey, addRivalLink } from "../tracking/shop-pages.ts";
import { accept, bookOf, missing, openClaim, placeOrder, readOrder } from "./claims-world.ts";

/** An order that was the programme's by a touch until another link's touch came, so that it is nobody's. */
async function addContestedOrder(programme: Programme, more: Record<string, unknown> = {}) {
  const key = await addPublishableKey(programme.merchant.id);
  const rival = await addRivalLink(programme);
  const now = new Date().toISOString();
  const placed = await placeOrder(programme, { occurredAt: now, ...more });
  for (const clickToken of [await programme.token(), rival.token]) {
    await call("POST", "/api/tracking/browser-orders", { key, json: { orderId: placed.orderId, clickToken } });
    await runCommissionQueue(placed.id);
  }
  return placed;
}

async function claim(programme: Programme, { orderId }: Conversion & { orderId: string }) {
  const { body } = await openClaim(programme.influencer, missing(programme));
  return accept(programme.merchant, body.id, orderId);
}

describe("an order that several links claimed, given by an accepted claim", () => {
  it("has the claimer's commission, which earns once, though the first touch's was barred", async () => {
    const programme = await addOldProgramme({ rateBps: 1500 });
    const placed = await addContestedOrder(programme);
    const before = await readOrder(programme.merchant, placed.id);
    expect(before).toMatchObject({
      attribution: { by: "none", reason: "contested_touch" },
      commission: { state: "void", barredReason: "contested_touch" },
    });
    expect((await claim(programme, placed)).status).toBe(200);
    expect(await readOrder(programme.influencer, placed.id)).toMatchObject({
      attribution: { by: "click", reason: "claim_accepted", influencerId: programme.influencer.id },
      commission: { id: before.commission?.id, state: "forecast", amountMinor: 6_750, barredReason: null },
    });
    await fraud.tell(programme, placed, "collected");
    await runCommissionQueue(placed.id);
    expect(await bookOf(programme)).toMatchObject({ pending: 6_750, available: 0 });
    expect(await bookFaults()).toEqual(SOUND);
  });

  it("earns again what the book took back when the cash was in already", async () => {
    const programme = await addOldProgramme({ rateBps: 1500 });
    const key = await addPublishableKey(programme.merchant.id);
    const rival = await addRivalLink(programme);
    const placed = await placeOrder(programme, { occurredAt: new Date().toISOString() });
    const touch = async (clickToken: string) => {
      await call("POST", "/api/tracking/browser-orders", { key, json: { orderId: placed.orderId, clickToken } });
      await runCommissionQueue(placed.id);
    };
    await touch(await programme.token());
    await fraud.tell(programme, placed, "collected");
    await touch(rival.token);
    expect((await readOrder(programme.merchant, placed.id)).commission).toMatchObject({ state: "reversed" });
    expect((await claim(programme, placed)).status).toBe(200);
    await runCommissionQueue(placed.id);
    expect((await readOrder(programme.influencer, placed.id)).commission).toMatchObject({
      state: "earned",
      amountMinor: 6_750,
      reversedMinor: 0,
    });
    expect(await bookOf(programme)).toMatchObject({ pending: 6_750 });
    expect(await bookFaults()).toEqual(SOUND);
  });

  it("is held while the case of the contest is open, and earns nothing once that is rejected", async () => {
    const programme = await addOldProgramme();
    const placed = await addContestedOrder(programme);
    await fraud.readFraudNews();
    const { id } = await fraud.caseOf(programme);
    await claim(programme, placed);
    await fraud.readFraudNews();
    const commissionId = (await readOrder(programme.influencer, placed.id)).commission?.id ?? "";
    expect(await listHeldCommissionIds(systemContext(), [commissionId])).toEqual(new Set([commissionId]));
    await fraud.decide(await fraud.addCompliance(), id, "rejected");
    await fraud.tell(programme, placed, "collected");
    expect((await readOrder(programme.influencer, placed.id)).commission).toMatchObject({
      state: "void",
      barredReason: "fraud",
    });
    expect(await bookFaults()).toEqual(SOUND);
  });

  it("earns nothing when the contest was rejected as fraud before the claim", async () => {
    const programme = await addOldProgramme();
    const placed = await addContestedOrder(programme);
    await fraud.readFraudNews();
    await fraud.decide(await fraud.addCompliance(), (await fraud.caseOf(programme)).id, "rejected");
    await claim(programme, placed);
    await fraud.readFraudNews();
    await fraud.tell(programme, placed, "collected");
    expect((await readOrder(programme.influencer, placed.id)).commission).toMatchObject({
      state: "void",
      barredReason: "fraud",
    });
  });
});
