import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ORDER_STATUSES, type OrderStatus, PAYMENTS } from "../../schemas/conversions.ts";
import { isExit, type OrderFacts, orderStateOn } from "../../workers/modules/conversions/rules.ts";

const event = (status: OrderStatus, occurredAt: number, eventId = `${status}-${occurredAt}`) => ({
  source: "api",
  eventId,
  status,
  occurredAt,
});
const state = (payment: "cod" | "prepaid", events: OrderFacts["events"], refunds: OrderFacts["refunds"] = []) =>
  orderStateOn({ payment, amountMinor: 1_000, events, refunds });

const facts = fc.record({
  payment: fc.constantFrom(...PAYMENTS),
  amountMinor: fc.integer({ min: 1, max: 1_000_000 }),
  events: fc.uniqueArray(
    fc.record({
      source: fc.constantFrom("api", "desk"),
      eventId: fc.string({ maxLength: 3 }),
      status: fc.option(fc.constantFrom(...ORDER_STATUSES)),
      occurredAt: fc.integer({ min: 0, max: 6 }),
    }),
    { selector: ({ source, eventId }) => `${source} ${eventId}`, maxLength: 12 },
  ),
  refunds: fc.array(fc.record({ amountMinor: fc.option(fc.integer({ min: 1, max: 2_000_000 })) }), { maxLength: 4 }),
});

describe("an order's state", () => {
  it("is the same in whatever order its events came in", () => {
    fc.assert(
      fc.property(facts, fc.infiniteStream(fc.nat()), (order, noise) => {
        const shuffled = order.events.map((item) => ({ item, key: noise.next().value })).sort((a, b) => a.key - b.key);
        expect(orderStateOn({ ...order, events: shuffled.map(({ item }) => item) })).toEqual(orderStateOn(order));
      }),
    );
  });

  it("holds cash only while it has not exited, and refunds never exceed the order", () => {
    fc.assert(
      fc.property(facts, (order) => {
        const { status, collectedAt, refundedMinor } = orderStateOn(order);
        if (isExit(status)) expect(collectedAt).toBeNull();
        if (status === "collected") expect(collectedAt).not.toBeNull();
        expect(refundedMinor).toBeLessThanOrEqual(order.amountMinor);
      }),
    );
  });

  it("never falls back to an earlier step", () => {
    expect(state("cod", [event("delivered", 1), event("confirmed", 2)]).status).toBe("delivered");
  });

  it("sorts steps of one instant by their rank, and an exit after them", () => {
    expect(state("cod", [event("returned", 5), event("collected", 5)])).toMatchObject({
      status: "returned",
      collectedAt: null,
    });
  });

  it("comes back from refused and returned by delivered or collected only", () => {
    expect(state("cod", [event("refused", 1), event("shipped", 2)]).status).toBe("refused");
    expect(state("cod", [event("refused", 1), event("delivered", 2)]).status).toBe("delivered");
    expect(state("cod", [event("collected", 1), event("returned", 2), event("delivered", 3)])).toMatchObject({
      status: "delivered",
      collectedAt: null,
    });
    expect(state("cod", [event("collected", 1), event("returned", 2), event("collected", 3)])).toMatchObject({
      status: "collected",
      collectedAt: 3,
    });
    expect(state("cod", [event("cancelled", 1), event("collected", 2)]).status).toBe("cancelled");
  });

  it("takes the delivery of a prepaid order as its payment", () => {
    expect(state("prepaid", [event("delivered", 4)])).toMatchObject({ status: "delivered", collectedAt: 4 });
    expect(state("prepaid", [event("delivered", 4), event("collected", 2)])).toMatchObject({
      status: "delivered",
      collectedAt: 2,
    });
    expect(state("cod", [event("delivered", 4)]).collectedAt).toBeNull();
  });

  it("counts `the rest` as all of the order", () => {
    expect(state("cod", [], [{ amountMinor: 300 }, { amountMinor: null }]).refundedMinor).toBe(1_000);
  });
});
