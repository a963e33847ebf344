import { env } from "cloudflare:workers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Conversion, ConversionWithOutcome } from "../../schemas/conversions.ts";
import { ORDER_STATUSES, PAYMENTS } from "../../schemas/conversions.ts";
import { COMMISSION_STATES } from "../../schemas/payments.ts";
import { commit, retryLostRace } from "../../workers/db/commit.ts";
import { barCommission } from "../../workers/modules/commissions/bar-commission.ts";
import { COMMISSION_MOVES } from "../../workers/modules/commissions/rules.ts";
import { findConversionById } from "../../workers/modules/conversions/queries.ts";
import { recordOrderEvent } from "../../workers/modules/tracking/record-order-event.ts";
import { balanceOf, bookFaults, SOUND } from "../support/books.ts";
import { addProgramme, call, contextOf, order, runCommissionQueue } from "../support/world.ts";

const AMOUNT = 33_333;
const step = fc.record({
  kind: fc.constantFrom("status", "status", "status", "refund", "rest", "repeat", "undo", "bar", "queue"),
  status: fc.constantFrom(...ORDER_STATUSES),
  minute: fc.integer({ min: 0, max: 30 }),
  refundMinor: fc.integer({ min: 1, max: AMOUNT }),
  messages: fc.integer({ min: 1, max: 3 }),
  nth: fc.nat({ max: 9 }),
});

describe("whatever happens to an order, in whatever order it is told", () => {
  it("the book stays at zero, it is earned at most once, and never more is reversed than was earned", async () => {
    const programme = await addProgramme({ rateBps: 1_333, plan: "STARTER" });
    const merchant = contextOf({
      role: "merchant",
      id: programme.merchant.id,
      locale: "fr",
      adminScopes: [],
      via: { kind: "session", sessionId: "s", hasTotp: false },
    });
    const bar = async (conversionId: string) => {
      const commission = (await findConversionById(merchant, conversionId))?.commission;
      if (commission) await commit(merchant, barCommission(merchant, commission, "fraud"));
    };
    const history = fc.record({
      payment: fc.constantFrom(...PAYMENTS),
      steps: fc.array(step, { minLength: 1, maxLength: 10 }),
    });
    await fc.assert(
      fc.asyncProperty(history, async ({ payment, steps }) => {
        const start = Date.now() - 3_600_000;
        const json = order({
          amountMinor: AMOUNT,
          payment,
          occurredAt: new Date(start).toISOString(),
          clickToken: await programme.token({ clickedAt: start - 1_000 }),
        });
        const { body: placed } = await call<Conversion>("POST", "/api/tracking/conversions", {
          key: programme.merchant.apiKey,
          json,
        });
        let last: ConversionWithOutcome | undefined;
        let isBarred = false;
        for (const [index, { kind, status, minute, refundMinor, messages, nth }] of steps.entries()) {
          if (kind === "bar") {
            await retryLostRace(() => bar(placed.id));
            isBarred = true;
            continue;
          }
          if (kind === "undo") {
            const target = last?.events?.[nth]?.id ?? "evt_none";
            const undo = recordOrderEvent(merchant, placed.id, { eventId: `e-${index}`, undoes: target });
            last = await undo.catch((refused) => {
              expect(["event.not_found", "event.undo_refused"]).toContain(refused.code);
              return last;
            });
            continue;
          }
          if (kind === "queue") {
            await Promise.all(Array.from({ length: messages }, () => runCommissionQueue(placed.id)));
            continue;
          }
          const eventId = kind === "repeat" ? "again" : `e-${index}`;
          const occurredAt = new Date(start + minute * 60_000).toISOString();
          const event =
            kind === "refund"
              ? { eventId, refundMinor, occurredAt }
              : kind === "rest"
                ? { eventId, status: "refunded" as const, occurredAt }
                : kind === "repeat"
                  ? { eventId, status: "confirmed" as const, occurredAt: new Date(start).toISOString() }
                  : { eventId, status, occurredAt };
          last = await recordOrderEvent(merchant, placed.id, event);
        }
        await runCommissionQueue(placed.id);
        await runCommissionQueue(placed.id);
        const row = await env.CORE_DB.prepare("SELECT * FROM commissions WHERE conversion_id = ?")
          .bind(placed.id)
          .first<Record<string, number | string>>();
        const isPaid = last !== undefined && last.collectedAt !== null && last.refundedMinor < AMOUNT;
        const isEarning = isPaid && !isBarred;
        expect(Number(row?.posted_minor) > 0).toBe(
          isEarning && Number(row?.amount_minor) > Number(row?.reversed_minor),
        );
        expect(Number(row?.posted_minor)).toBe(isEarning ? Number(row?.amount_minor) - Number(row?.reversed_minor) : 0);
        expect(await bookFaults()).toEqual(SOUND);
      }),
      { numRuns: 120 },
    );
    const open = await env.CORE_DB.prepare("SELECT count(*) AS open FROM outbox WHERE done_at IS NULL").first<{
      open: number;
    }>();
    expect(open?.open).toBe(0);
    expect(await balanceOf(`influencer:${programme.influencer.id}:pending`)).toBeGreaterThanOrEqual(0);
  }, 120_000);
});

describe("the commissions queue", () => {
  it("posts once when its message comes five times at once, and again later", async () => {
    const programme = await addProgramme();
    const json = order({ status: "collected", clickToken: await programme.token() });
    const { body } = await call<Conversion>("POST", "/api/tracking/conversions", {
      key: programme.merchant.apiKey,
      json,
    });
    await Promise.all(Array.from({ length: 5 }, () => runCommissionQueue(body.id)));
    await runCommissionQueue(body.id);
    expect(await balanceOf(`influencer:${programme.influencer.id}:pending`)).toBe(6_750);
    expect(await bookFaults()).toEqual(SOUND);
  });

  it("ignores a conversion that does not exist", async () => {
    await expect(runCommissionQueue("cnv_missing")).resolves.toBeUndefined();
  });
});

describe("a commission's moves", () => {
  it("are the same list in the rules and in the database's trigger", async () => {
    const trigger = await env.CORE_DB.prepare(
      "SELECT sql FROM sqlite_master WHERE name = 'commission_moves_are_listed'",
    ).first<{ sql: string }>();
    const listed = [...(trigger?.sql ?? "").matchAll(/'([a-z]+>[a-z]+)'/g)].map(([, move]) => move).sort();
    const allowed = COMMISSION_STATES.flatMap((from) => COMMISSION_MOVES[from].map((to) => `${from}>${to}`)).sort();
    expect(listed).toEqual(allowed);
  });

  it("that are not listed are refused by the database", async () => {
    const programme = await addProgramme();
    const { body } = await call<Conversion>("POST", "/api/tracking/conversions", {
      key: programme.merchant.apiKey,
      json: order({ clickToken: await programme.token() }),
    });
    await expect(
      env.CORE_DB.prepare("UPDATE commissions SET state = 'paid' WHERE conversion_id = ?").bind(body.id).run(),
    ).rejects.toThrow("commission_moves_are_listed");
  });
});
