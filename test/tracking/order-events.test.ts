import { describe, expect, it } from "vitest";
import type { Conversion, ConversionWithOutcome } from "../../schemas/conversions.ts";
import { addProgramme, addUser, call, order, type Programme, runCommissionQueue } from "../support/world.ts";

interface Placed {
  readonly programme: Programme;
  readonly orderId: string;
  readonly id: string;
  event(json: Record<string, unknown>): Promise<{ status: number; body: ConversionWithOutcome }>;
  get(): Promise<Conversion>;
}

async function place(more: Record<string, unknown> = {}): Promise<Placed> {
  const programme = await addProgramme();
  const json = order({
    clickToken: await programme.token({ clickedAt: Date.now() - 200 * 60_000 }),
    ...more,
  });
  const { body } = await call<Conversion>("POST", "/api/tracking/conversions", {
    key: programme.merchant.apiKey,
    json,
  });
  const orderId = String(json.orderId);
  const path = `/api/tracking/conversions/${encodeURIComponent(orderId)}`;
  return {
    programme,
    orderId,
    id: body.id,
    event: (event) =>
      call<ConversionWithOutcome>("POST", `${path}/events`, { key: programme.merchant.apiKey, json: event }),
    get: async () => (await call<Conversion>("GET", path, { key: programme.merchant.apiKey })).body,
  };
}

const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();

describe("an order's life", () => {
  it("goes from placed to collected, each step told once", async () => {
    const placed = await place({ occurredAt: at(100) });
    for (const [index, status] of ["confirmed", "shipped", "delivered", "collected"].entries()) {
      const { status: http, body } = await placed.event({ eventId: `e-${index}`, status, occurredAt: at(50 - index) });
      expect([http, body]).toMatchObject([200, { status, outcome: "applied" }]);
    }
    await runCommissionQueue(placed.id);
    const conversion = await placed.get();
    expect(conversion).toMatchObject({
      status: "collected",
      collectedAt: expect.any(String),
      commission: { state: "earned", amountMinor: 6_750 },
    });
    expect(conversion.events?.map(({ status }) => status)).toEqual([
      "placed",
      "confirmed",
      "shipped",
      "delivered",
      "collected",
    ]);
  });

  it("takes the same event twice as already applied, and refuses its id with other content", async () => {
    const placed = await place();
    const event = { eventId: "evt-77", status: "confirmed" };
    expect((await placed.event(event)).body.outcome).toBe("applied");
    expect((await placed.event(event)).body.outcome).toBe("already_applied");
    const reused = await placed.event({ eventId: "evt-77", status: "shipped" });
    expect([reused.status, reused.body]).toMatchObject([409, { code: "event.id_reused" }]);
  });

  it("takes twenty different events at once, every one of them", async () => {
    const placed = await place({ occurredAt: at(100) });
    const events = Array.from({ length: 20 }, (_, index) =>
      placed.event({ eventId: `p-${index}`, refundMinor: 100, occurredAt: at(50 - index) }),
    );
    expect((await Promise.all(events)).map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(await placed.get()).toMatchObject({
      refundedMinor: 2_000,
      commission: { state: "forecast", amountMinor: 6_450 },
    });
  });

  it("records a step that comes late without going back", async () => {
    const placed = await place({ occurredAt: at(100) });
    await placed.event({ eventId: "2", status: "delivered", occurredAt: at(10) });
    const late = await placed.event({ eventId: "1", status: "shipped", occurredAt: at(20) });
    expect(late.body).toMatchObject({ outcome: "recorded_late", status: "delivered" });
    expect(late.body.events).toHaveLength(3);
  });

  it("voids the forecast when the parcel is refused, and revives it when a second attempt succeeds", async () => {
    const placed = await place({ occurredAt: at(100) });
    expect((await placed.event({ eventId: "1", status: "refused", occurredAt: at(30) })).body).toMatchObject({
      status: "refused",
      commission: { state: "void" },
      platformFeeMinor: 0,
    });
    expect((await placed.event({ eventId: "2", status: "delivered", occurredAt: at(20) })).body).toMatchObject({
      status: "delivered",
      commission: { state: "forecast", amountMinor: 6_750 },
    });
    await placed.event({ eventId: "3", status: "collected", occurredAt: at(10) });
    await runCommissionQueue(placed.id);
    expect(await placed.get()).toMatchObject({ commission: { state: "earned" } });
  });

  it("does not revive a cancelled or lost order", async () => {
    for (const exit of ["cancelled", "lost"]) {
      const placed = await place({ occurredAt: at(100) });
      await placed.event({ eventId: "1", status: exit, occurredAt: at(30) });
      expect((await placed.event({ eventId: "2", status: "collected", occurredAt: at(20) })).body).toMatchObject({
        status: exit,
        outcome: "recorded_late",
      });
    }
  });

  it("earns a prepaid order when it is paid, and takes delivery as proof of payment", async () => {
    const paid = await place({ payment: "prepaid", occurredAt: at(100) });
    expect(
      (await paid.event({ eventId: "1", status: "collected", occurredAt: at(50) })).body.collectedAt,
    ).not.toBeNull();
    const delivered = await place({ payment: "prepaid", occurredAt: at(100) });
    const when = at(50);
    expect((await delivered.event({ eventId: "1", status: "delivered", occurredAt: when })).body).toMatchObject({
      status: "delivered",
      collectedAt: when,
    });
    const transfer = await place({ payment: "prepaid", occurredAt: at(100) });
    await transfer.event({ eventId: "1", status: "confirmed", occurredAt: at(50) });
    expect((await transfer.event({ eventId: "2", status: "collected", occurredAt: at(40) })).body).toMatchObject({
      status: "confirmed",
      outcome: "applied",
      collectedAt: expect.any(String),
    });
  });
});

describe("refunds", () => {
  it("lower the forecast before the cash is in, and reverse in part after it", async () => {
    const placed = await place({ occurredAt: at(100) });
    expect((await placed.event({ eventId: "r-1", refundMinor: 15_000, occurredAt: at(90) })).body).toMatchObject({
      refundedMinor: 15_000,
      commission: { state: "forecast", amountMinor: 4_500 },
      platformFeeMinor: 3_000,
    });
    await placed.event({ eventId: "c", status: "collected", occurredAt: at(80) });
    await runCommissionQueue(placed.id);
    await placed.event({ eventId: "x", refund: { id: "r-2", amountMinor: 15_000 }, occurredAt: at(70) });
    await runCommissionQueue(placed.id);
    expect(await placed.get()).toMatchObject({
      refundedMinor: 30_000,
      commission: { state: "earned", amountMinor: 4_500, reversedMinor: 2_250 },
    });
    await placed.event({ eventId: "y", status: "refunded", occurredAt: at(60) });
    await runCommissionQueue(placed.id);
    expect(await placed.get()).toMatchObject({
      status: "collected",
      refundedMinor: 45_000,
      commission: { state: "reversed", amountMinor: 4_500, reversedMinor: 4_500 },
    });
  });

  it("count once by their own id, and never beyond the order", async () => {
    const placed = await place();
    await placed.event({ eventId: "a", refund: { id: "R", amountMinor: 10_000 } });
    expect((await placed.event({ eventId: "b", refund: { id: "R", amountMinor: 10_000 } })).body).toMatchObject({
      outcome: "recorded_late",
      refundedMinor: 10_000,
    });
    const other = await placed.event({ eventId: "c", refund: { id: "R", amountMinor: 9_999 } });
    expect([other.status, other.body]).toMatchObject([409, { code: "refund.id_reused" }]);
    expect((await placed.event({ eventId: "d", refundMinor: 99_000 })).body.refundedMinor).toBe(45_000);
  });

  it("void a commission that was wholly refunded before it was earned", async () => {
    const placed = await place({ occurredAt: at(100) });
    await placed.event({ eventId: "a", status: "refunded", occurredAt: at(50) });
    await placed.event({ eventId: "b", status: "collected", occurredAt: at(40) });
    await runCommissionQueue(placed.id);
    expect(await placed.get()).toMatchObject({ commission: { state: "void" }, platformFeeMinor: 0 });
  });
});

describe("who may see and change an order", () => {
  it("is its merchant, by order id or conversion id; an unknown and another merchant's order are the same 404", async () => {
    const placed = await place({ orderId: "A/1 ?é%" });
    expect((await placed.get()).id).toBe(placed.id);
    const stranger = await addUser("merchant");
    for (const ref of [placed.orderId, placed.id, "unknown"]) {
      for (const [method, suffix, json] of [
        ["GET", "", undefined],
        ["POST", "/events", { eventId: "1", status: "confirmed" }],
      ] as const) {
        const path = `/api/tracking/conversions/${encodeURIComponent(ref)}${suffix}`;
        const { status, body } = await call(method, path, { key: stranger.apiKey, json });
        expect([status, body]).toMatchObject([404, { code: "conversion.not_found" }]);
      }
    }
  });

  it("is the influencer by conversion id only, without the merchant's order id and metadata, and never to change it", async () => {
    const placed = await place({ metadata: { note: "secret" } });
    const key = placed.programme.influencer.apiKey;
    const seen = await call<Conversion>("GET", `/api/tracking/conversions/${placed.id}`, { key });
    expect([seen.status, seen.body.id]).toEqual([200, placed.id]);
    expect(JSON.stringify(seen.body)).not.toMatch(/secret|orderId/);
    expect((await call("GET", `/api/tracking/conversions/${placed.orderId}`, { key })).status).toBe(404);
    const path = `/api/tracking/conversions/${placed.id}/events`;
    expect((await call("POST", path, { key, json: { eventId: "1", status: "confirmed" } })).status).toBe(403);
  });

  it("lists the merchant's own orders by pages, newest first", async () => {
    const programme = await addProgramme();
    for (let index = 0; index < 5; index++) {
      await call("POST", "/api/tracking/conversions", {
        key: programme.merchant.apiKey,
        json: order({ orderId: `o-${index}` }),
      });
    }
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { data: Conversion[]; nextCursor: string | null } = (
        await call<{ data: Conversion[]; nextCursor: string | null }>(
          "GET",
          `/api/tracking/conversions?limit=2${cursor ? `&cursor=${cursor}` : ""}`,
          { key: programme.merchant.apiKey },
        )
      ).body;
      ids.push(...page.data.map(({ orderId }) => orderId ?? ""));
      cursor = page.nextCursor;
    } while (cursor);
    expect(ids.sort()).toEqual(["o-0", "o-1", "o-2", "o-3", "o-4"]);
  });
});
