import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ORDER_STATUSES, type Payment, type RecordOrderEvent } from "../../schemas/conversions.ts";
import type { Actor } from "../../workers/core/actor.ts";
import { Conflict } from "../../workers/core/errors.ts";
import { findOrder } from "../../workers/modules/conversions/queries.ts";
import { recordOrderEvent } from "../../workers/modules/tracking/record-order-event.ts";
import { reportConversion } from "../../workers/modules/tracking/report-conversion.ts";
import { balanceOf, bookFaults, SOUND } from "../support/books.ts";
import { addProgramme, contextOf, type Programme, runCommissionQueue } from "../support/world.ts";

const ORDERED_AT = Date.parse("2026-11-01T08:00:00Z");
const NOW = Date.parse("2026-11-25T08:00:00Z");
const HOUR_MS = 3_600_000;
const AMOUNT_MINOR = 45_000;

/** What one of two systems says of one order: the merchant's own program, and a shop's connector. */
interface Told {
  readonly source: "api" | "shopify";
  readonly event: RecordOrderEvent;
}

const times = fc.integer({ min: 1, max: 200 }).map((hours) => new Date(ORDERED_AT + hours * HOUR_MS).toISOString());
const steps = fc.record({ status: fc.constantFrom(...ORDER_STATUSES), occurredAt: times });
// A refund keeps its id and amount whoever tells it: Shopify's refund id.
const refunds = fc
  .record({ id: fc.constantFrom("r1", "r2"), occurredAt: times })
  .map(({ id, occurredAt }) => ({ refund: { id, amountMinor: id === "r1" ? 10_000 : 20_000 }, occurredAt }));
const histories = fc
  .array(fc.oneof({ weight: 4, arbitrary: steps }, { weight: 1, arbitrary: refunds }), { minLength: 1, maxLength: 6 })
  .chain((facts) =>
    fc.tuple(
      // Each fact reaches us by one of the systems or by both, each under an id of its own.
      fc.tuple(
        ...facts.map((fact, index) =>
          fc
            .constantFrom<readonly Told["source"][]>(["api"], ["shopify"], ["api", "shopify"])
            .map((sources) =>
              sources.map((source): Told => ({ source, event: { eventId: `${source}-${index}`, ...fact } })),
            ),
        ),
      ),
      fc.constantFrom<Payment>("cod", "prepaid"),
    ),
  )
  .map(([told, payment]) => ({ told: told.flat(), payment }));
const orderings = histories.chain(({ told, payment }) =>
  fc.record({
    payment: fc.constant(payment),
    ways: fc.tuple(fc.constant(told), shuffled(told), shuffled(told)),
    // After how many events the commissions queue runs in between, and whether everything is told twice.
    queueEvery: fc.integer({ min: 1, max: 4 }),
    isTwice: fc.boolean(),
  }),
);

function shuffled<T>(items: readonly T[]) {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}

interface Way {
  readonly told: readonly Told[];
  readonly payment: Payment;
  readonly queueEvery: number;
  readonly isAtOnce: boolean;
}

async function live(programme: Programme, token: string, orderId: string, way: Way) {
  const { merchant, influencer } = programme;
  const actor: Actor = {
    role: "merchant",
    id: merchant.id,
    locale: "fr",
    adminScopes: [],
    via: { kind: "connector", connectorId: "con_shop" },
  };
  const ctx = contextOf(actor, { now: () => NOW });
  const { conversion } = await reportConversion(
    ctx,
    {
      orderId,
      clickToken: token,
      amountMinor: AMOUNT_MINOR,
      currency: "MAD",
      payment: way.payment,
      status: "placed",
      occurredAt: new Date(ORDERED_AT).toISOString(),
    },
    "shopify:con_shop",
  );
  const tell = ({ source, event }: Told) =>
    recordOrderEvent(ctx, orderId, event, source === "api" ? "api" : "shopify:con_shop");
  if (way.isAtOnce) await Promise.all(way.told.map(tell));
  else
    for (const [index, told] of way.told.entries()) {
      await tell(told);
      if (index % way.queueEvery === 0) await runCommissionQueue(conversion.id);
    }
  await runCommissionQueue(conversion.id);
  const found = await findOrder(ctx, merchant.id, orderId);
  const { status, collectedAt, refundedMinor, furthest } = found?.conversion ?? {};
  const { state, postedMinor, postedFeeMinor, postedVatMinor } = found?.commission ?? {};
  const balances = await Promise.all([
    balanceOf(`merchant:${merchant.id}:due`),
    balanceOf(`influencer:${influencer.id}:pending`),
    balanceOf(`influencer:${influencer.id}:available`),
  ]);
  return {
    status,
    collectedAt,
    refundedMinor,
    furthest,
    // Whether what was never posted is called void or forecast tells of the way there, not of the end.
    commission: { isEarning: state === "earned", postedMinor, postedFeeMinor, postedVatMinor },
    balances,
  };
}

describe("one order told by two sources", () => {
  it("ends in the same status and the same balances, whatever the order and interleaving of what they tell", async () => {
    await fc.assert(
      fc.asyncProperty(orderings, async ({ payment, ways, queueEvery, isTwice }) => {
        const ends: Awaited<ReturnType<typeof live>>[] = [];
        for (const [index, told] of ways.entries()) {
          const programme = await addProgramme();
          const token = await programme.token({ clickedAt: ORDERED_AT - HOUR_MS });
          const all = isTwice && index === 1 ? [...told, ...told.toReversed()] : told;
          ends.push(await live(programme, token, "two", { told: all, payment, queueEvery, isAtOnce: index === 2 }));
        }
        const [first, ...others] = ends;
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 40 },
    );
    expect(await bookFaults()).toEqual(SOUND);
  }, 120_000);

  it("is one conversion, whoever reports it first, and a difference in what must agree is a conflict", async () => {
    const programme = await addProgramme();
    const actor: Actor = {
      role: "merchant",
      id: programme.merchant.id,
      locale: "fr",
      adminScopes: [],
      via: { kind: "connector", connectorId: "con_shop" },
    };
    const ctx = contextOf(actor);
    const order = {
      orderId: "one",
      amountMinor: AMOUNT_MINOR,
      currency: "MAD",
      payment: "cod",
      status: "placed",
    } as const;
    const [byShop, byApi] = await Promise.all([
      reportConversion(ctx, order, "shopify:con_shop"),
      reportConversion(ctx, order, "api"),
    ]);
    expect(byApi.conversion.id).toBe(byShop.conversion.id);
    expect([byShop.created, byApi.created].filter(Boolean)).toHaveLength(1);
    await expect(reportConversion(ctx, { ...order, amountMinor: 1 }, "api")).rejects.toBeInstanceOf(Conflict);
  });
});
