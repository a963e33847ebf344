import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConversionWithOutcome } from "../../schemas/conversions.ts";
import { recordOrderEvent } from "../../workers/modules/tracking/record-order-event.ts";
import { balanceOf, bookFaults, SOUND } from "../support/books.ts";
import { call, contextOf } from "../support/world.ts";
import { addDesk, auditsOf, type Desk, eventOf, type PlacedOrder } from "./desk-world.ts";

const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();
const HOUR_MS = 3_600_000;

/** What the ledger holds of the two, in centimes. */
async function booksOf({ programme }: Desk) {
  const [due, pending] = await Promise.all([
    balanceOf(`merchant:${programme.merchant.id}:due`),
    balanceOf(`influencer:${programme.influencer.id}:pending`),
  ]);
  return { due, pending };
}

const undo = async (placed: PlacedOrder, status: string) =>
  placed.tell({ undoes: eventOf(await placed.read(), status) });

const laterAtTheDesk = ({ programme }: Desk, nowMs: number) =>
  contextOf(
    {
      role: "merchant",
      id: programme.merchant.id,
      locale: "fr",
      adminScopes: [],
      via: { kind: "session", sessionId: "ses_x", hasTotp: false },
    },
    { now: () => nowMs },
  );

describe("undoing on the order desk", () => {
  it("takes a collection back with its money, and a new one earns it again", async () => {
    const desk = await addDesk();
    const placed = await desk.place({ occurredAt: at(100) });
    await placed.tell({ status: "confirmed", occurredAt: at(50) });
    await placed.tell({ status: "collected", occurredAt: at(40) });
    expect(await booksOf(desk)).toEqual({ due: -12_150, pending: 6_750 });

    const { status, body } = await undo(placed, "collected");
    expect([status, body]).toMatchObject([200, { status: "confirmed", collectedAt: null, outcome: "applied" }]);
    expect(await booksOf(desk)).toEqual({ due: 0, pending: 0 });
    expect(await placed.read()).toMatchObject({ commission: { state: "reversed", reversedMinor: 6_750 } });

    await placed.tell({ status: "collected" });
    expect(await booksOf(desk)).toEqual({ due: -12_150, pending: 6_750 });
    expect(await placed.read()).toMatchObject({
      status: "collected",
      commission: { state: "earned", reversedMinor: 0 },
    });
    expect(await bookFaults()).toEqual(SOUND);
  });

  it("revives an order that was cancelled by mistake, and leaves both events on the timeline", async () => {
    const desk = await addDesk();
    const placed = await desk.place();
    await placed.tell({ status: "cancelled" });
    expect(await placed.read()).toMatchObject({ status: "cancelled", commission: { state: "void" } });
    const { body } = await undo(placed, "cancelled");
    expect(body).toMatchObject({ status: "placed", commission: { state: "forecast" } });
    expect(body.events?.map(({ status, undone, undoes }) => [status, undone, undoes !== null])).toEqual([
      ["placed", false, false],
      ["cancelled", true, false],
      [null, false, true],
    ]);
    expect(await auditsOf(placed.id, "conversion.event_recorded")).toHaveLength(2);
  });

  it("gives a refund back, and counts one that another source told too", async () => {
    const desk = await addDesk();
    const placed = await desk.place({ occurredAt: at(100) });
    await placed.tell({ status: "collected", occurredAt: at(90) });
    const told = await placed.tell({ refund: { id: "R", amountMinor: 15_000 } });
    expect(told.body.refundedMinor).toBe(15_000);
    expect(await booksOf(desk)).toEqual({ due: -8_100, pending: 4_500 });
    const refundEvent = told.body.events?.at(-1)?.id;
    expect((await placed.tell({ undoes: refundEvent })).body.refundedMinor).toBe(0);
    expect(await booksOf(desk)).toEqual({ due: -12_150, pending: 6_750 });

    const again = await placed.tell({ refund: { id: "R", amountMinor: 15_000 } });
    expect(again.body.refundedMinor).toBe(15_000);
    await call("POST", `/api/tracking/conversions/${placed.id}/events`, {
      key: desk.programme.merchant.apiKey,
      json: { eventId: "shop", refund: { id: "R", amountMinor: 15_000 } },
    });
    expect((await placed.tell({ undoes: again.body.events?.at(-1)?.id })).body.refundedMinor).toBe(15_000);
    expect(await booksOf(desk)).toEqual({ due: -8_100, pending: 4_500 });
    expect(await bookFaults()).toEqual(SOUND);
  });

  it("happens within 24 hours of the telling, whenever the event is said to have been", async () => {
    const desk = await addDesk();
    const placed = await desk.place({ occurredAt: at(60 * 24 * 9) });
    const old = await placed.tell({ status: "confirmed", occurredAt: at(60 * 24 * 8) });
    expect((await placed.tell({ undoes: old.body.events?.at(-1)?.id })).status).toBe(200);
    const late = (await placed.tell({ status: "shipped" })).body.events?.at(-1);
    const told = Date.parse(late?.receivedAt ?? "");
    const event = { eventId: "late", undoes: late?.id };
    await expect(
      recordOrderEvent(laterAtTheDesk(desk, told + 24 * HOUR_MS + 1), placed.id, event),
    ).rejects.toMatchObject({ code: "event.undo_too_late" });
    expect(await recordOrderEvent(laterAtTheDesk(desk, told + 24 * HOUR_MS), placed.id, event)).toMatchObject({
      status: "placed",
    });
  });

  it("happens once, never to an undoing, and never to the order itself", async () => {
    const desk = await addDesk();
    const placed = await desk.place();
    await placed.tell({ status: "shipped" });
    const first = await undo(placed, "shipped");
    const [placedEvent, , undoing] = first.body.events ?? [];
    for (const id of [eventOf(first.body, "shipped"), undoing?.id, placedEvent?.id]) {
      const answer = await placed.tell({ undoes: id });
      expect([answer.status, answer.body]).toMatchObject([409, { code: "event.undo_refused" }]);
    }
    expect(await placed.read()).toMatchObject({ status: "placed" });
  });

  it("is only ever of an event of the same order", async () => {
    const desk = await addDesk();
    const [one, other] = [await desk.place(), await desk.place()];
    await one.tell({ status: "confirmed" });
    const answer = await other.tell({ undoes: eventOf(await one.read(), "confirmed") });
    expect([answer.status, answer.body]).toMatchObject([404, { code: "event.not_found" }]);
    expect(await one.read()).toMatchObject({ status: "confirmed" });
  });

  it("is a person's: a key may not, an influencer may not, a stranger finds nothing", async () => {
    const desk = await addDesk();
    const placed = await desk.place();
    await placed.tell({ status: "confirmed" });
    const json = { eventId: "u", undoes: eventOf(await placed.read(), "confirmed") };
    const path = `/api/tracking/conversions/${placed.id}/events`;
    const byKey = await call("POST", path, { key: desk.programme.merchant.apiKey, json });
    expect([byKey.status, byKey.body.code]).toEqual([403, "session.required"]);
    expect((await desk.influencer.call("POST", path, { json })).status).toBe(403);
    expect((await (await addDesk()).merchant.call("POST", path, { json })).status).toBe(404);
    expect(await placed.read()).toMatchObject({ status: "confirmed" });
  });

  it("sent twice undoes once and is then known", async () => {
    const desk = await addDesk();
    const placed = await desk.place();
    await placed.tell({ status: "confirmed" });
    const event = { eventId: "same", undoes: eventOf(await placed.read(), "confirmed") };
    expect((await placed.tell(event)).body.outcome).toBe("applied");
    expect((await placed.tell(event)).body.outcome).toBe("already_applied");
  });

  it("by two people at the same moment counts once", async () => {
    const desk = await addDesk();
    const placed = await desk.place();
    await placed.tell({ status: "confirmed" });
    const undoes = eventOf(await placed.read(), "confirmed");
    const answers = await Promise.all([placed.tell({ undoes }), placed.tell({ undoes })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await placed.read()).events).toHaveLength(3);
  });

  it("says nothing else", async () => {
    const placed = await (await addDesk()).place();
    expect((await placed.tell({ undoes: "evt_x", status: "shipped" })).status).toBe(422);
    expect((await placed.tell({})).status).toBe(422);
  });

  it("leaves the book as if the undone events had never been, whatever was told and undone", async () => {
    const steps = fc.array(
      fc.tuple(fc.constantFrom("delivered", "collected", "returned", "refused", "refund"), fc.boolean()),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (told) => {
        const [desk, plain] = [await addDesk(), await addDesk()];
        const [placed, reference] = [
          await desk.place({ occurredAt: at(100) }),
          await plain.place({ occurredAt: at(100) }),
        ];
        const undone: string[] = [];
        for (const [index, [step, isUndone]] of told.entries()) {
          const event = {
            occurredAt: at(90 - index),
            ...(step === "refund" ? { refund: { id: `r-${index}`, amountMinor: 7_000 } } : { status: step }),
          };
          const answer = await placed.tell(event);
          if (isUndone) undone.push(answer.body.events?.at(-1)?.id ?? "");
          else await reference.tell(event);
        }
        for (const id of undone) expect((await placed.tell({ undoes: id })).status).toBe(200);
        const shown = ({ status, refundedMinor, collectedAt }: Partial<ConversionWithOutcome>) => [
          status,
          refundedMinor,
          collectedAt === null,
        ];
        expect(shown(await placed.read())).toEqual(shown(await reference.read()));
        expect(await booksOf(desk)).toEqual(await booksOf(plain));
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect(await bookFaults()).toEqual(SOUND);
  });
});

describe("taking an order back after the hold", () => {
  it("is no longer the desk's alone, while a shop's word still counts", async () => {
    const desk = await addDesk({ holdDays: 1 });
    const placed = await desk.place({
      occurredAt: at(3 * 24 * 60),
      clickToken: await desk.programme.token({ clickedAt: Date.now() - 96 * HOUR_MS }),
    });
    await placed.tell({ status: "collected", occurredAt: at(2 * 24 * 60) });
    for (const event of [{ status: "returned" }, { refundMinor: 100 }]) {
      const answer = await placed.tell(event);
      expect([answer.status, answer.body]).toMatchObject([409, { code: "return.hold_passed" }]);
    }
    const byShop = await call<ConversionWithOutcome>("POST", `/api/tracking/conversions/${placed.id}/events`, {
      key: desk.programme.merchant.apiKey,
      json: { eventId: "shop", status: "returned" },
    });
    expect(byShop.body).toMatchObject({ status: "returned" });
  });
});
