import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ORDER_STATUSES, type OrderStatus, PAYMENTS } from "../../schemas/conversions.ts";
import { isExit, type OrderFacts, orderStateOn } from "../../workers/modules/conversions/rules.ts";

const event = (status: OrderStatus | null, occurredAt: number, more: Partial<OrderFacts["events"][number]> = {}) => ({
  id: `evt-${status}-${occurredAt}`,
  source: "api",
  eventId: `${status}-${occurredAt}`,
  status,
  refundId: null,
  undoes: null,
  occurredAt,
  ...more,
});
const state = (payment: "cod" | "prepaid", events: OrderFacts["events"], refunds: OrderFacts["refunds"] = []) =>
  orderStateOn({ payment, amountMinor: 1_000, events, refunds });

const facts = fc.record({
  payment: fc.constantFrom(...PAYMENTS),
  amountMinor: fc.integer({ min: 1, max: 1_000_000 }),
  events: fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      source: fc.constantFrom("api", "desk"),
      eventId: fc.string({ maxLength: 3 }),
      status: fc.option(fc.constantFrom(...ORDER_STATUSES)),
      refundId: fc.option(fc.constantFrom("r1", "r2", "r3")),
      undoes: fc.constant(null),
      occurredAt: fc.integer({ min: 0, max: 6 }),
    }),
    { selector: ({ source, eventId }) => `${source} ${eventId}`, maxLength: 12 },
  ),
  refunds: fc.uniqueArray(
    fc.record({
      refundId: fc.constantFrom("r1", "r2", "r3"),
      amountMinor: fc.option(fc.integer({ min: 1, max: 2_000_000 })),
    }),
    { selector: ({ refundId }) => refundId },
  ),
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
    const told = [event(null, 1, { refundId: "a" }), event(null, 2, { refundId: "b" })];
    const refunds = [
      { refundId: "a", amountMinor: 300 },
      { refundId: "b", amountMinor: null },
    ];
    expect(state("cod", told, refunds).refundedMinor).toBe(1_000);
  });

  it("forgets what was undone, refunds too, and keeps the rest", () => {
    const undo = (undoes: string) => event(null, 9, { id: "evt-undo", undoes });
    const collected = event("collected", 3);
    expect(state("cod", [event("shipped", 2), collected, undo(collected.id)])).toMatchObject({
      status: "shipped",
      collectedAt: null,
      furthest: "shipped",
    });
    const refund = event(null, 4, { refundId: "a" });
    const refunds = [{ refundId: "a", amountMinor: 300 }];
    expect(state("cod", [collected, refund], refunds).refundedMinor).toBe(300);
    expect(state("cod", [collected, refund, undo(refund.id)], refunds).refundedMinor).toBe(0);
  });

  it("remembers how far the parcel came, whatever ended the order", () => {
    expect(state("cod", [event("shipped", 1), event("refused", 2)]).furthest).toBe("shipped");
    expect(state("cod", [event("cancelled", 1)]).furthest).toBe("placed");
    expect(state("cod", [event("collected", 1), event("returned", 2)]).furthest).toBe("collected");
    expect(state("prepaid", [event("collected", 1)]).furthest).toBe("placed");
  });
});
