import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { commit } from "../../workers/db/commit.ts";
import { barCommission } from "../../workers/modules/commissions/bar-commission.ts";
import { findConversionById } from "../../workers/modules/conversions/queries.ts";
import { bookFaults, SOUND } from "../support/books.ts";
import { addOldProgramme } from "../support/old-programme.ts";
import { addUser, call, type Programme, runCommissionQueue, systemContext } from "../support/world.ts";
import * as world from "./claims-world.ts";

const { accept, addHeldOrder, back, bookOf, contest, decide, openClaim, readClaim, readOrder } = world;

const TERMS = { rateBps: 1500, plan: "FREE" } as const;
const EARNED = { due: -40_500, pending: 22_500, available: 0 };
const NOTHING = { due: 0, pending: 0, available: 0 };

async function addWorld(more: Record<string, unknown> = {}) {
  const programme = await addOldProgramme(TERMS);
  const order = await addHeldOrder(programme, { amountMinor: 150_000 });
  const { body: claim } = await openClaim(programme.merchant, back(order.orderId, more));
  return { programme, order, claim };
}

const eventsOf = async ({ merchant }: Programme, ref: string) =>
  ((await readOrder(merchant, ref)).events ?? []).map(({ source, status, refund }) => [source, status, refund]);

describe("a merchant's request to take an order back after its hold", () => {
  it("names the order, which the desk no longer takes back alone, and waits ten days for the influencer", async () => {
    const programme = await addOldProgramme(TERMS);
    const { merchant, influencer, linkId } = programme;
    const { id, orderId } = await addHeldOrder(programme, { amountMinor: 150_000 });
    expect(await bookOf(programme)).toEqual(EARNED);
    const { status, body } = await openClaim(merchant, back(orderId));
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        kind: "return",
        state: "open",
        linkId,
        conversionId: id,
        orderId,
        orderRef: null,
        amountMinor: null,
        isYourTurn: false,
      }),
    ]);
    const { body: seen } = await readClaim(influencer, body.id);
    expect(seen).toMatchObject({ orderId: null, conversionId: id, isYourTurn: true });
    expect(JSON.stringify(seen)).not.toContain(orderId);
    expect(await world.toldTo(influencer)).toEqual({ notifications: ["claim.received"], mails: ["claim_received"] });
    expect(await bookOf(programme)).toEqual(EARNED);
  });

  it.each([
    ["an order that belongs to nobody", (programme: Programme) => world.placeOrder(programme)],
    [
      "an order whose cash is not in",
      async (programme: Programme) =>
        world.placeOrder(programme, {
          clickToken: await programme.token({ clickedAt: Date.now() - 31 * world.DAY_MS }),
        }),
    ],
    [
      "an order whose hold has not passed: the desk takes it back at once",
      async (programme: Programme) => {
        const clickToken = await programme.token({ clickedAt: Date.now() - 31 * world.DAY_MS });
        const placed = await world.placeOrder(programme, { clickToken });
        await world.collect(programme, placed.orderId, 2);
        await runCommissionQueue(placed.id);
        return placed;
      },
    ],
    [
      "an order that came back already",
      async (programme: Programme) => {
        const held = await addHeldOrder(programme);
        await call("POST", `/api/tracking/conversions/${held.id}/events`, {
          key: programme.merchant.apiKey,
          json: { eventId: "back", status: "returned" },
        });
        await runCommissionQueue(held.id);
        return held;
      },
    ],
    [
      "an order whose commission is barred",
      async (programme: Programme) => {
        const held = await addHeldOrder(programme);
        const ctx = systemContext();
        const commission = (await findConversionById(ctx, held.id))?.commission;
        if (commission) await commit(ctx, barCommission(ctx, commission, "fraud"));
        await runCommissionQueue(held.id);
        return held;
      },
    ],
  ])("is not possible for %s", async (_name, place) => {
    const programme = await addOldProgramme(TERMS);
    const { orderId } = await place(programme);
    expect((await openClaim(programme.merchant, back(orderId))).body).toMatchObject({
      status: 409,
      code: "claim.not_possible",
    });
  });

  it("is refused for another's order, for more than is left of it, twice at a time, and for an influencer", async () => {
    const { programme, order } = await addWorld();
    expect((await openClaim(programme.merchant, back(order.orderId))).body).toMatchObject({
      status: 409,
      code: "claim.already_open",
    });
    const stranger = await addUser("merchant");
    for (const ref of [order.orderId, order.id, "none"])
      expect((await openClaim(stranger, back(ref))).body).toMatchObject({ code: "conversion.not_found" });
    expect((await openClaim(programme.influencer, back(order.id))).body).toMatchObject({ code: "role.required" });
    const other = await addHeldOrder(programme, { amountMinor: 1_000 });
    expect((await openClaim(programme.merchant, back(other.orderId, { refundMinor: 1_001 }))).body).toMatchObject({
      status: 422,
      errors: [{ path: "refundMinor", message: "Ce montant dépasse ce qui reste de la commande" }],
    });
  });
});

describe("a return that is accepted", () => {
  it("writes the order's event as a claim's, and everything that was earned goes back", async () => {
    const { programme, order, claim } = await addWorld();
    const { body } = await accept(programme.influencer, claim.id);
    expect(body).toMatchObject({ state: "accepted", decision: { decision: "accept", by: "party" } });
    await runCommissionQueue(order.id);
    expect(await bookOf(programme)).toEqual(NOTHING);
    expect(await bookFaults()).toEqual(SOUND);
    const read = await readOrder(programme.merchant, order.id);
    expect(read).toMatchObject({ status: "returned", commission: { state: "reversed", reversedMinor: 22_500 } });
    expect((await eventsOf(programme, order.id)).at(-1)).toEqual(["claim", "returned", null]);
    expect(await world.newsOf(order.id)).toContain("conversion.changed");
    expect(await world.toldTo(programme.merchant)).toEqual({
      notifications: ["claim.answered"],
      mails: ["claim_answered"],
    });
    expect((await openClaim(programme.merchant, back(order.orderId))).body).toMatchObject({
      code: "claim.not_possible",
    });
  });

  it("takes back a part alone, each of commission, fee and VAT for itself", async () => {
    const { programme, order, claim } = await addWorld({ refundMinor: 50_000 });
    await accept(programme.influencer, claim.id);
    await runCommissionQueue(order.id);
    expect(await bookOf(programme)).toEqual({ due: -27_000, pending: 15_000, available: 0 });
    expect(await bookFaults()).toEqual(SOUND);
    const read = await readOrder(programme.merchant, order.id);
    expect(read).toMatchObject({ status: "collected", refundedMinor: 50_000, commission: { reversedMinor: 7_500 } });
    const rest = await openClaim(programme.merchant, back(order.orderId, { refundMinor: 100_000 }));
    await accept(programme.influencer, rest.body.id);
    await runCommissionQueue(order.id);
    expect(await bookOf(programme)).toEqual(NOTHING);
    expect(await bookFaults()).toEqual(SOUND);
  });

  it("names a part in the order's own currency", async () => {
    const programme = await addOldProgramme(TERMS);
    const finance = await addUser("admin", { adminScopes: ["finance"] });
    const clickToken = await programme.token({ clickedAt: Date.now() - 31 * world.DAY_MS });
    const placed = await world.placeOrder(programme, { clickToken, amountMinor: 10_000, currency: "EUR" });
    await world.collect(programme, placed.orderId, 20);
    await call("POST", `/api/admin/conversions/${placed.id}/exchange-rate`, {
      key: finance.apiKey,
      json: { madPerUnitMicros: 10_850_000, reason: "Taux du jour" },
    });
    await runCommissionQueue(placed.id);
    const { body } = await openClaim(programme.merchant, back(placed.orderId, { refundMinor: 2_500 }));
    expect(body).toMatchObject({ amountMinor: 2_500, currency: "EUR" });
    await accept(programme.influencer, body.id);
    await runCommissionQueue(placed.id);
    expect((await readOrder(programme.merchant, placed.id)).commission).toMatchObject({
      amountMinor: 16_275,
      reversedMinor: 4_069,
    });
    expect(await bookFaults()).toEqual(SOUND);
  });

  it("changes nothing more where the shop has told the return meanwhile", async () => {
    const { programme, order, claim } = await addWorld();
    await call("POST", `/api/tracking/conversions/${order.id}/events`, {
      key: programme.merchant.apiKey,
      json: { eventId: "from-the-shop", status: "returned" },
    });
    await runCommissionQueue(order.id);
    expect((await accept(programme.influencer, claim.id)).status).toBe(200);
    await runCommissionQueue(order.id);
    expect(await bookOf(programme)).toEqual(NOTHING);
    expect(await bookFaults()).toEqual(SOUND);
  });
});

describe("a return that is contested", () => {
  it("stands or falls with the admin's decision", async () => {
    const staff = await world.addStaff();
    const kept = await addWorld();
    expect((await contest(kept.programme.influencer, kept.claim.id)).body).toMatchObject({ state: "contested" });
    await decide(staff, kept.claim.id, "reject");
    await runCommissionQueue(kept.order.id);
    expect(await bookOf(kept.programme)).toEqual(EARNED);
    expect((await eventsOf(kept.programme, kept.order.id)).map(([source]) => source)).not.toContain("claim");

    const taken = await addWorld();
    await contest(taken.programme.influencer, taken.claim.id);
    expect((await decide(staff, taken.claim.id, "accept")).body).toMatchObject({
      state: "accepted",
      orderId: taken.order.orderId,
      decision: { by: "admin" },
    });
    await runCommissionQueue(taken.order.id);
    expect(await bookOf(taken.programme)).toEqual(NOTHING);
    expect(await bookFaults()).toEqual(SOUND);
  });

  it("keeps the order from another request until it is decided, and not after", async () => {
    const { programme, order, claim } = await addWorld();
    await contest(programme.influencer, claim.id);
    expect((await openClaim(programme.merchant, back(order.orderId))).body.code).toBe("claim.already_open");
    await decide(await world.addStaff(), claim.id, "reject");
    expect((await openClaim(programme.merchant, back(order.orderId))).status).toBe(201);
    const { count } = (await env.CORE_DB.prepare("SELECT count(*) AS count FROM claims WHERE conversion_id = ?")
      .bind(order.id)
      .first<{ count: number }>()) ?? { count: 0 };
    expect(count).toBe(2);
  });
});
