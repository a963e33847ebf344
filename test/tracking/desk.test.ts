import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Conversion } from "../../schemas/conversions.ts";
import type { OrderContact, OrderCounts, OrderEventResults } from "../../schemas/orders.ts";
import { DAY_MS } from "../../workers/core/calendar.ts";
import { forgetOldRows } from "../../workers/crons/forget-old-rows.ts";
import { addProgramme, addUser, call, order, systemContext } from "../support/world.ts";
import { addDesk, age, auditsOf, type Desk } from "./desk-world.ts";

type List = { data: Conversion[]; nextCursor: string | null };
const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();

async function listed({ merchant }: Desk, query: string): Promise<(string | undefined)[]> {
  const { status, body } = await merchant.call<List>("GET", `/api/tracking/conversions?${query}`);
  expect(status).toBe(200);
  return body.data.map(({ orderId }) => orderId);
}

describe("the list of orders", () => {
  it("is narrowed by each filter, and by all together", async () => {
    const desk = await addDesk();
    const { programme } = desk;
    await desk.place({ orderId: "A-1", customer: { phone: "0612345678", city: "CASABLANCA" } });
    const shipped = await desk.place({ orderId: "A-2", customer: { city: "Dar Bouazza plage" } });
    await shipped.tell({ status: "shipped", courier: "Ozone Express", trackingNumber: "OZ1" });
    await desk.place({ orderId: "B-1", payment: "prepaid", status: "collected", clickToken: undefined });
    const clickToken = await programme.token({ clickedAt: Date.now() - 4 * DAY_MS });
    await desk.place({ orderId: "B-2", occurredAt: at(3 * 24 * 60), clickToken });
    const cases: readonly [string, string[]][] = [
      ["", ["B-2", "B-1", "A-2", "A-1"]],
      ["status=shipped", ["A-2"]],
      ["stage=to_confirm", ["B-2", "A-1"]],
      ["stage=to_ship", ["B-1"]],
      ["stage=on_the_way", ["A-2"]],
      ["stage=to_collect", []],
      ["payment=prepaid", ["B-1"]],
      ["by=click", ["B-2", "A-2", "A-1"]],
      ["by=none", ["B-1"]],
      [`influencerId=${programme.influencer.id}`, ["B-2", "A-2", "A-1"]],
      [`linkId=${programme.linkId}&status=placed`, ["B-2", "A-1"]],
      [`productId=${programme.productId}`, ["B-2", "A-2", "A-1"]],
      ["productId=prd_none", []],
      ["city=Casablanca", ["A-1"]],
      ["city=Dar%20Bouazza%20plage", ["A-2"]],
      ["courier=Ozone%20Express", ["A-2"]],
      [`from=${at(24 * 60)}`, ["B-1", "A-2", "A-1"]],
      [`to=${at(24 * 60)}`, ["B-2"]],
      ["overdue=true", []],
      ["q=B-", ["B-2", "B-1"]],
      ["q=a-", []],
      [`q=${shipped.id}`, ["A-2"]],
    ];
    for (const [query, expected] of cases) expect([query, await listed(desk, query)]).toEqual([query, expected]);
  });

  it("names product, influencer and link in the reader's language", async () => {
    const desk = await addDesk();
    const placed = await desk.place();
    expect((await placed.read()).names).toEqual({
      product: "Djellaba",
      influencer: "Test influencer",
      link: desk.programme.slug,
    });
    const { body } = await desk.influencer.call<List>("GET", "/api/tracking/conversions", {
      headers: { "Accept-Language": "ar" },
    });
    expect(body.data[0]?.names?.product).toBe("جلابة");
  });

  it("tells the influencer neither remarks nor anything the shop calls the order by", async () => {
    const desk = await addDesk();
    const placed = await desk.place({ orderId: "SHOP-77", metadata: { note: "SHOP-77" } });
    await placed.tell({ eventId: "SHOP-77-a", note: "Call 0612345678 after 18:00" });
    await placed.tell({ eventId: "SHOP-77-b", status: "confirmed", trackingNumber: "SHOP-77-t" });
    await placed.tell({ eventId: "SHOP-77-c", refund: { id: "SHOP-77-r", amountMinor: 100 } });
    const one = await desk.influencer.call<Conversion>("GET", `/api/tracking/conversions/${placed.id}`);
    const list = await desk.influencer.call("GET", "/api/tracking/conversions?q=SHOP");
    expect(JSON.stringify([one.body, list.body])).not.toMatch(/SHOP-77|0612345678/);
    expect(one.body.events?.map(({ status, refund }) => status ?? refund?.amountMinor)).toEqual([
      "placed",
      "confirmed",
      100,
    ]);
    expect(list.body).toEqual({ data: [], nextCursor: null });
  });

  it("refuses a filter it does not know the value of", async () => {
    const desk = await addDesk();
    for (const query of ["stage=later", "status=refunded", "from=yesterday", `q=${"x".repeat(200)}`])
      expect((await desk.merchant.call("GET", `/api/tracking/conversions?${query}`)).status).toBe(422);
  });
});

describe("the counts of the desk", () => {
  it("follow each order through its stages; ended ones are in none, and overdue ones in two", async () => {
    const desk = await addDesk();
    const counts = async () => (await desk.merchant.call<OrderCounts>("GET", "/api/tracking/order-counts")).body;
    const none = { to_confirm: 0, to_ship: 0, on_the_way: 0, to_collect: 0 };
    expect(await counts()).toEqual({ stages: none, overdue: 0, couriers: [] });
    const placed = await desk.place();
    for (const [status, stages] of [
      ["placed", { to_confirm: 1 }],
      ["confirmed", { to_ship: 1 }],
      ["shipped", { on_the_way: 1 }],
      ["delivered", { to_collect: 1 }],
      ["collected", {}],
    ] as const) {
      await placed.tell({ status });
      expect([status, await counts()]).toEqual([status, { stages: { ...none, ...stages }, overdue: 0, couriers: [] }]);
    }
    const old = await desk.place();
    for (const courier of ["Ozone", "Amana", "Ozone"]) await placed.tell({ note: "Rappel", courier });
    await old.tell({ note: "Rappel", courier: "Amana" });
    await age(old.id, 46);
    expect(await counts()).toEqual({
      stages: { ...none, to_confirm: 1 },
      overdue: 1,
      couriers: ["Amana", "Ozone"],
    });
    expect(await listed(desk, "overdue=true")).toEqual([old.orderId]);
    expect(await old.read()).toMatchObject({ outcomeOverdue: true });
  });
});

describe("the customer's phone", () => {
  const contactOf = (desk: Desk, ref: string) =>
    desk.merchant.call<OrderContact>("GET", `/api/tracking/conversions/${encodeURIComponent(ref)}/contact`);

  it("is read by the merchant who is signed in, audited each time and kept by no cache", async () => {
    const desk = await addDesk();
    const placed = await desk.place({ customer: { phone: "06 12 34 56 78" } });
    expect(await placed.read()).toMatchObject({ hasContact: true });
    for (const ref of [placed.id, placed.orderId]) {
      const { status, body, headers } = await contactOf(desk, ref);
      expect([status, body, headers.get("Cache-Control")]).toEqual([200, { phone: "+212612345678" }, "no-store"]);
    }
    expect(await auditsOf(placed.id, "conversion.contact_read")).toEqual([
      { actorId: desk.programme.merchant.id, details: '{"found":true}' },
      { actorId: desk.programme.merchant.id, details: '{"found":true}' },
    ]);
  });

  it("is for no key, no influencer, no stranger", async () => {
    const desk = await addDesk();
    const placed = await desk.place({ customer: { phone: "0612345678" } });
    const path = `/api/tracking/conversions/${placed.id}/contact`;
    const byKey = await call("GET", path, { key: desk.programme.merchant.apiKey });
    expect([byKey.status, byKey.body.code]).toEqual([403, "session.required"]);
    expect((await desk.influencer.call("GET", path)).status).toBe(403);
    const stranger = await addDesk();
    expect((await stranger.merchant.call("GET", path)).status).toBe(404);
    expect(await auditsOf(placed.id, "conversion.contact_read")).toEqual([]);
  });

  it("is gone once the order has ended, after 30 days, and where there was none", async () => {
    const desk = await addDesk();
    const customer = { phone: "0612345678" };
    const [ended, old, bare] = [await desk.place({ customer }), await desk.place({ customer }), await desk.place({})];
    await ended.tell({ status: "refused" });
    await age(old.id, 31);
    for (const { id, read } of [ended, old, bare]) {
      expect((await read()).hasContact).toBe(false);
      expect((await contactOf(desk, id)).body).toEqual({ phone: null });
    }
    await forgetOldRows(systemContext());
    const left = await env.CORE_DB.prepare(
      "SELECT count(*) AS count FROM conversions WHERE merchant_id = ? AND customer_phone_sealed IS NOT NULL",
    )
      .bind(desk.programme.merchant.id)
      .first<{ count: number }>();
    expect(left?.count).toBe(0);
  });
});

describe("many events at once", () => {
  const tell = (key: string, events: unknown[]) =>
    call<OrderEventResults>("POST", "/api/tracking/events", { key, json: { events } });

  it("count each for itself: what is refused keeps no other from counting", async () => {
    const desk = await addDesk();
    const { apiKey } = desk.programme.merchant;
    const [first, second] = [await desk.place(), await desk.place()];
    const stranger = await addDesk();
    const foreign = await stranger.place();
    await call("POST", `/api/tracking/conversions/${first.id}/events`, {
      key: apiKey,
      json: { eventId: "known", status: "confirmed" },
    });
    const { status, body } = await tell(apiKey, [
      { orderId: first.orderId, event: { eventId: "s", status: "shipped", courier: "Amana" } },
      { orderId: first.orderId, event: { eventId: "d", status: "delivered" } },
      { orderId: second.id, event: { eventId: "s", status: "confirmed" } },
      { orderId: foreign.id, event: { eventId: "s", status: "shipped" } },
      { orderId: "nobody's", event: { eventId: "s", status: "shipped" } },
      { orderId: first.orderId, event: { eventId: "known", status: "cancelled" } },
      { orderId: second.id, event: { eventId: "f", status: "shipped", occurredAt: at(-60) } },
      { orderId: second.id, event: { eventId: "u", undoes: "evt_none" } },
    ]);
    expect(status).toBe(200);
    expect(body.data.map(({ outcome, code, status }) => [outcome, code, status])).toEqual([
      ["applied", null, "shipped"],
      ["applied", null, "delivered"],
      ["applied", null, "confirmed"],
      ["refused", "conversion.not_found", null],
      ["refused", "conversion.not_found", null],
      ["refused", "event.id_reused", null],
      ["refused", "request.invalid", null],
      ["refused", "session.required", null],
    ]);
    const read = await first.read();
    expect(read).toMatchObject({ status: "delivered", courier: "Amana" });
    expect(read.events?.map(({ id }) => id)).toContain(body.data[0]?.id);
    expect((await foreign.read()).status).toBe("placed");
  });

  it("sent again are all known", async () => {
    const desk = await addDesk();
    const { apiKey } = desk.programme.merchant;
    const placed = await Promise.all(Array.from({ length: 12 }, () => desk.place()));
    const events = placed.map(({ orderId }) => ({ orderId, event: { eventId: "c", status: "confirmed" } }));
    const outcomes = async () => new Set((await tell(apiKey, events)).body.data.map(({ outcome }) => outcome));
    expect([await outcomes(), await outcomes()]).toEqual([new Set(["applied"]), new Set(["already_applied"])]);
  });

  it("answer the same to the same Idempotency-Key, and nothing else may use it", async () => {
    const desk = await addDesk();
    const { apiKey } = desk.programme.merchant;
    const { orderId } = await desk.place();
    const headers = { "Idempotency-Key": `bulk-${orderId}` };
    const send = (status: string) =>
      call<OrderEventResults>("POST", "/api/tracking/events", {
        key: apiKey,
        headers,
        json: { events: [{ orderId, event: { eventId: "k", status } }] },
      });
    const [first, again, other] = [await send("confirmed"), await send("confirmed"), await send("shipped")];
    expect(first.body.data[0]).toMatchObject({ outcome: "applied", status: "confirmed" });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect([other.status, other.body]).toMatchObject([409, { code: "idempotency.key_reused" }]);
  });

  it("are a hundred at most, at least one, and each well formed", async () => {
    const { apiKey } = await addUser("merchant");
    const event = { orderId: "x", event: { eventId: "e", status: "shipped" } };
    const hundred = await tell(
      apiKey,
      Array.from({ length: 100 }, () => event),
    );
    expect([hundred.status, hundred.body.data.length]).toEqual([200, 100]);
    for (const events of [[], Array.from({ length: 101 }, () => event), [{ orderId: "x", event: { eventId: "e" } }]])
      expect((await tell(apiKey, events)).status).toBe(422);
  });

  it("are the merchant's to tell", async () => {
    const programme = await addProgramme();
    await call("POST", "/api/tracking/conversions", { key: programme.merchant.apiKey, json: order() });
    const event = { orderId: "x", event: { eventId: "e", status: "shipped" } };
    expect((await tell(programme.influencer.apiKey, [event])).status).toBe(403);
  });
});
