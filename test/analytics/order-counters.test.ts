import { env } from "cloudflare:workers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { casablancaOffsetMs } from "../../schemas/calendar.ts";
import { ORDER_STATUSES, PAYMENTS } from "../../schemas/conversions.ts";
import { casablancaDay } from "../../workers/core/calendar.ts";
import { DomainError } from "../../workers/core/errors.ts";
import { commit, retryLostRace } from "../../workers/db/commit.ts";
import { barCommission } from "../../workers/modules/commissions/bar-commission.ts";
import { findConversionById } from "../../workers/modules/conversions/queries.ts";
import { recordOrderEvent } from "../../workers/modules/tracking/record-order-event.ts";
import { setExchangeRate } from "../../workers/modules/tracking/set-exchange-rate.ts";
import type { Context } from "../../workers/platform/context.ts";
import { addProgramme, call, contextOf, order, type Programme, runCommissionQueue } from "../support/world.ts";
import { asUser } from "./analytics-world.ts";

interface Recounted {
  merchantId: string;
  influencerId: string | null;
  linkId: string | null;
  city: string | null;
  courier: string | null;
  payment: string;
  status: string;
  furthest: string;
  orderedAt: number;
  collectedAt: number | null;
  baseMinor: number | null;
  state: string | null;
  amountMinor: number | null;
  reversedMinor: number | null;
}

const STEPS = ["placed", "confirmed", "shipped", "delivered", "collected"];
const reached = ({ furthest }: Recounted, step: string) => Number(STEPS.indexOf(furthest) >= STEPS.indexOf(step));

// The counts once more, in other words than the view's.
function partsOf(row: Recounted): Record<string, number> {
  const isPaid = row.collectedAt !== null;
  const isAtCustomers = row.status === "delivered" || (row.status === "collected" && row.payment === "cod");
  const hasFailed = ["refused", "returned", "lost"].includes(row.status);
  const isOpen = !isPaid && !hasFailed && row.status !== "cancelled" && row.status !== "collected";
  const isEarned = ["earned", "available", "paid"].includes(row.state ?? "");
  return {
    orders: 1,
    confirmed: reached(row, "confirmed"),
    shipped: reached(row, "shipped"),
    delivered: reached(row, "delivered"),
    completed: Number(reached(row, "delivered") === 1 && isPaid),
    collected: Number(isPaid),
    arrived: Number(isAtCustomers && !isOpen),
    waiting: Number(isAtCustomers && isOpen),
    failed: Number(hasFailed),
    undecided: Number(isOpen && !isAtCustomers),
    cancelled: Number(row.status === "cancelled"),
    refused: Number(row.status === "refused"),
    returned: Number(row.status === "returned"),
    lost: Number(row.status === "lost"),
    ordered_minor: row.baseMinor ?? 0,
    collected_minor: isPaid ? (row.baseMinor ?? 0) : 0,
    forecast_minor: row.state === "forecast" ? (row.amountMinor ?? 0) : 0,
    earned_minor: isEarned ? (row.amountMinor ?? 0) - (row.reversedMinor ?? 0) : 0,
  };
}

async function recount(merchantIds: readonly string[], keyOf: (row: Recounted) => string[]) {
  const { results } = await env.CORE_DB.prepare(
    `SELECT c.merchant_id AS merchantId, c.influencer_id AS influencerId, c.link_id AS linkId, c.city, c.courier, c.payment,
        c.status, c.furthest, c.ordered_at AS orderedAt, c.collected_at AS collectedAt, c.base_minor AS baseMinor,
        k.state, k.amount_minor AS amountMinor, k.reversed_minor AS reversedMinor
      FROM conversions c LEFT JOIN commissions k ON k.conversion_id = c.id
      WHERE c.merchant_id IN (SELECT value FROM json_each(?1)) AND c.link_id IS NOT NULL`,
  )
    .bind(JSON.stringify(merchantIds))
    .all<Recounted>();
  const counted = new Map<string, Record<string, number>>();
  for (const row of results)
    for (const key of keyOf(row)) {
      const sums = counted.get(key) ?? {};
      for (const [name, value] of Object.entries(partsOf(row))) sums[name] = (sums[name] ?? 0) + value;
      counted.set(key, sums);
    }
  return Object.fromEntries([...counted].sort());
}

type Counter = Record<string, number | string>;
const KEYS = ["merchant_id", "owner_id", "day", "link_id", "city", "courier", "payment"];
// Follow from the link.
const REST = ["influencer_id", "product_id"];

async function stored(table: string, column: string, ids: readonly string[]) {
  const { results } = await env.CORE_DB.prepare(
    `SELECT * FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?1))`,
  )
    .bind(JSON.stringify(ids))
    .all<Counter>();
  const counters = results.map((row) => {
    const key = KEYS.flatMap((name) => (name in row ? [row[name]] : [])).join("|");
    const counts = Object.entries(row).filter(([name]) => !KEYS.includes(name) && !REST.includes(name));
    return [key, Object.fromEntries(counts)] as const;
  });
  // An order that left a cell leaves zeros behind.
  return Object.fromEntries(counters.filter(([, row]) => Object.values(row).some((count) => count !== 0)).sort());
}

async function expectExact(programmes: readonly Programme[]) {
  const merchants = programmes.map(({ merchant }) => merchant.id);
  const owners = [...merchants, ...programmes.map(({ influencer }) => influencer.id)];
  const cellKey = ({ merchantId, orderedAt, linkId, city, courier, payment }: Recounted) => [
    [merchantId, casablancaDay(orderedAt), linkId, city ?? "", courier ?? "", payment].join("|"),
  ];
  const dayKey = ({ merchantId, influencerId, orderedAt }: Recounted) =>
    [merchantId, influencerId].map((owner) => `${owner}|${casablancaDay(orderedAt)}`);
  expect(await stored("order_cells", "merchant_id", merchants)).toEqual(await recount(merchants, cellKey));
  expect(await stored("order_days", "owner_id", owners)).toEqual(await recount(merchants, dayKey));
}

const step = fc.record({
  kind: fc.constantFrom("status", "status", "status", "refund", "undo", "bar", "queue", "rate", "adopt"),
  status: fc.constantFrom(...ORDER_STATUSES),
  minute: fc.integer({ min: 0, max: 50 }),
  courier: fc.constantFrom(undefined, undefined, "amana", "sendit"),
  nth: fc.nat({ max: 5 }),
});
const history = fc.record({
  programme: fc.nat({ max: 1 }),
  payment: fc.constantFrom(...PAYMENTS),
  currency: fc.constantFrom("MAD", "MAD", "EUR"),
  hasTouch: fc.boolean(),
  city: fc.constantFrom(undefined, "Casablanca", "Fès"),
  hoursAgo: fc.constantFrom(1, 5, 25, 49),
  steps: fc.array(step, { maxLength: 6 }),
});

type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

describe("order counters", () => {
  it("equal a recount after whatever happens to orders, by cell and by owner and day", async () => {
    const programmes = [await addProgramme({ rateBps: 1_500 }), await addProgramme({ flatMinor: 2_000 })];
    const admin = contextOf({
      role: "admin",
      id: (await addProgramme()).merchant.id,
      locale: "fr",
      adminScopes: ["owner"],
      via: { kind: "session", sessionId: "s", hasTotp: true },
    });
    await fc.assert(
      fc.asyncProperty(fc.array(history, { minLength: 1, maxLength: 3 }), async (histories) => {
        for (const one of histories) {
          const programme = programmes[one.programme];
          if (programme) await live(programme, one, admin);
        }
        await expectExact(programmes);
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  it("follow an order that is moved to another day, place and courier", async () => {
    const programme = await addProgramme();
    const { body } = await call<{ id: string }>("POST", "/api/tracking/conversions", {
      key: programme.merchant.apiKey,
      json: order({ clickToken: await programme.token(), customer: { city: "Rabat" } }),
    });
    for (const at of [Date.UTC(2026, 8, 19, 22, 59), Date.UTC(2026, 8, 19, 23), Date.UTC(2026, 8, 20, 23), 1]) {
      await env.CORE_DB.prepare("UPDATE conversions SET ordered_at = ?2, city = 'Fès', courier = 'amana' WHERE id = ?1")
        .bind(body.id, at)
        .run();
      await expectExact([programme]);
    }
  });

  it("know the offsets of Casablanca's clock as the calendar does", async () => {
    const offsetAt = async (at: number) =>
      env.CORE_DB.prepare("SELECT offset_ms FROM casablanca_offsets WHERE from_ms <= ?1 ORDER BY from_ms DESC LIMIT 1")
        .bind(at)
        .first<number>("offset_ms");
    const { results } = await env.CORE_DB.prepare("SELECT from_ms FROM casablanca_offsets").all<{ from_ms: number }>();
    const instants = [0, Date.now(), Date.UTC(2027, 2, 1), ...results.flatMap(({ from_ms }) => [from_ms - 1, from_ms])];
    for (const at of instants)
      if (Number.isSafeInteger(at)) expect([at, await offsetAt(at)]).toEqual([at, casablancaOffsetMs(at)]);
    for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2027, 0, 1); at += 5 * 86_400_000)
      expect([at, await offsetAt(at)]).toEqual([at, casablancaOffsetMs(at)]);
  });
});

async function live(programme: Programme, told: History, admin: Context) {
  const key = programme.merchant.apiKey;
  const start = Date.now() - told.hoursAgo * 3_600_000;
  const token = await programme.token({ clickedAt: start - 1_000 });
  const json = order({
    payment: told.payment,
    currency: told.currency,
    occurredAt: new Date(start).toISOString(),
    ...(told.city === undefined ? {} : { customer: { city: told.city } }),
    ...(told.hasTouch ? { clickToken: token } : {}),
  });
  const report = (more: object) =>
    call<{ id: string; orderId: string }>("POST", "/api/tracking/conversions", { key, json: { ...json, ...more } });
  const { body } = await report({});
  for (const [index, { kind, status, minute, courier, nth }] of told.steps.entries()) {
    const event = {
      eventId: `e${index}`,
      occurredAt: new Date(start + minute * 60_000).toISOString(),
      ...(courier ? { courier } : {}),
    };
    const tell = (more: object) =>
      call("POST", `/api/tracking/conversions/${body.orderId}/events`, { key, json: { ...event, ...more } });
    if (kind === "status") await tell({ status });
    else if (kind === "refund") await tell({ refundMinor: 1_000 * (nth + 1) });
    else if (kind === "undo") await undo(programme, body.id, nth);
    else if (kind === "queue") await runCommissionQueue(body.id);
    else if (kind === "adopt") await report({ clickToken: token });
    else if (kind === "rate")
      await setExchangeRate(admin, body.id, { madPerUnitMicros: 10_800_000, reason: "BAM" }).catch(isRefused);
    else await retryLostRace(() => bar(admin, body.id));
  }
  await runCommissionQueue(body.id);
}

// What the rules refuse changes nothing, and that too must be counted right.
function isRefused(failure: unknown) {
  if (!(failure instanceof DomainError)) throw failure;
}

async function undo(programme: Programme, conversionId: string, nth: number) {
  const undoes = await env.CORE_DB.prepare(
    "SELECT id FROM conversion_events WHERE conversion_id = ?1 AND event_id = ?2",
  )
    .bind(conversionId, `e${nth}`)
    .first<string>("id");
  const merchant = asUser("merchant", programme.merchant);
  if (undoes) await recordOrderEvent(merchant, conversionId, { eventId: `undo-${nth}`, undoes }).catch(isRefused);
}

async function bar(admin: Context, conversionId: string) {
  const commission = (await findConversionById(admin, conversionId))?.commission;
  if (commission) await commit(admin, barCommission(admin, commission, "fraud"));
}
