import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Connector, CreatedConnector, InboundDelivery } from "../../schemas/connectors.ts";
import type { Conversion } from "../../schemas/conversions.ts";
import type { PostbackTaken } from "../../schemas/touches.ts";
import { SIGNED_EXAMPLE } from "../../workers/modules/tracking/postback/examples.ts";
import { readSignedQuery } from "../../workers/modules/tracking/postback/rules.ts";
import { addProgramme, call, type Programme } from "../support/world.ts";

interface Line {
  readonly programme: Programme;
  readonly id: string;
  readonly secret: string;
}

async function addLine(more: Record<string, unknown> = {}): Promise<Line> {
  const programme = await addProgramme();
  const { body } = await call<CreatedConnector>("POST", "/api/tracking/connectors", {
    key: programme.merchant.apiKey,
    json: { platform: "postback", name: "Serveur", ...more },
  });
  return { programme, id: body.id, secret: body.secret ?? "" };
}

type Values = Readonly<Record<string, string | number>>;
const queryOf = (line: Line, values: Values) => {
  const all = { key: line.id, ts: Math.floor(Date.now() / 1000), ...values };
  return Object.entries(all)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
};
const signed = (secret: string, query: string) =>
  createHmac("sha256", secret).update(query.split("&").sort().join("&")).digest("hex");
const send = (query: string, sig: string) => call<PostbackTaken>("GET", `/api/tracking/postback?${query}&sig=${sig}`);
const tell = (line: Line, values: Values) => {
  const query = queryOf(line, values);
  return send(query, signed(line.secret, query));
};
const read = async ({ programme }: Line, orderId: string) =>
  (await call<Conversion>("GET", `/api/tracking/conversions/${orderId}`, { key: programme.merchant.apiKey })).body;
const logOf = async ({ programme, id }: Line) =>
  (
    await call<{ data: InboundDelivery[] }>("GET", `/api/tracking/connectors/${id}/deliveries?limit=100`, {
      key: programme.merchant.apiKey,
    })
  ).body.data;
const ORDER = { order_id: "P-1", amount_minor: 45_000, currency: "MAD", payment: "cod" };

describe("a signed postback", () => {
  it("signs as the documentation's example shows", () => {
    const { secret, query, signed: text, sig } = SIGNED_EXAMPLE;
    expect(readSignedQuery(`?${query}&sig=${sig}`)).toMatchObject({ signed: text, signature: sig });
    expect(createHmac("sha256", secret).update(text).digest("hex")).toBe(sig);
  });

  it("reports an order with its click, and then what becomes of it; each call is in the log", async () => {
    const line = await addLine();
    const placed = await tell(line, { ...ORDER, click: await line.programme.token() });
    expect([placed.status, placed.body]).toMatchObject([200, { outcome: "recorded", orderId: "P-1" }]);
    const cash = await tell(line, { order_id: "P-1", status: "collected", event_id: "cash-1" });
    expect(cash.body.outcome).toBe("recorded");
    const order = await read(line, "P-1");
    expect(order).toMatchObject({
      status: "collected",
      source: `postback:${line.id}`,
      attribution: { by: "click", linkId: line.programme.linkId },
      commission: { amountMinor: 6_750 },
    });
    expect(order.events?.map(({ source, eventId }) => [source, eventId])).toContainEqual([
      `postback:${line.id}`,
      "cash-1",
    ]);
    expect((await logOf(line)).map(({ outcome, conversionId }) => [outcome, conversionId])).toEqual([
      ["recorded", order.id],
      ["recorded", order.id],
    ]);
  });

  it("does both at once, with a coupon, a label of the merchant's own, and values that need encoding", async () => {
    const line = await addLine({ statusMapping: { "Livré & payé": "collected", Rappel: "none" } });
    const told = await tell(line, { ...ORDER, order_id: "A B/é+1", coupon: "NONE", status: "Livré & payé" });
    expect(told.body).toMatchObject({ outcome: "recorded", orderId: "A B/é+1" });
    expect(await read(line, encodeURIComponent("A B/é+1"))).toMatchObject({
      status: "collected",
      attribution: { reason: "coupon_unknown" },
    });
    expect((await tell(line, { order_id: "A B/é+1", status: "Rappel" })).body.outcome).toBe("noted");
    expect((await tell(line, { order_id: "A B/é+1", status: "Perdu en mer" })).body.outcome).toBe("unknown_label");
    const { body } = await call<{ data: Connector[] }>("GET", "/api/tracking/connectors", {
      key: line.programme.merchant.apiKey,
    });
    expect(body.data[0]?.unknownLabels).toMatchObject([{ label: "Perdu en mer", count: 1 }]);
    expect((await read(line, encodeURIComponent("A B/é+1"))).status).toBe("collected");
  });

  it("changes nothing when it is replayed, the same or signed anew", async () => {
    const line = await addLine();
    const query = queryOf(line, { ...ORDER, status: "confirmed" });
    const sig = signed(line.secret, query);
    await send(query, sig);
    const before = await read(line, "P-1");
    expect((await send(query, sig)).body.outcome).toBe("unchanged");
    expect(
      (await tell(line, { ...ORDER, status: "confirmed", ts: Math.floor(Date.now() / 1000) - 60 })).body.outcome,
    ).toBe("unchanged");
    expect(await read(line, "P-1")).toEqual(before);
    expect((await logOf(line)).map(({ times }) => times).sort()).toEqual([1, 2]);
  });

  it("is refused unsigned, wrongly signed, cut, changed or re-encoded, and the log counts it without its content", async () => {
    const line = await addLine();
    const query = queryOf(line, { ...ORDER, order_id: "P 1" });
    const sig = signed(line.secret, query);
    const bad: [string, string][] = [
      [query, ""],
      [query, signed("another secret", query)],
      [query, sig.slice(0, -1)],
      [query, `${sig}&sig=${sig}`],
      [query.replace("45000", "45001"), sig],
      [query.replace("P%201", "P+1"), sig],
      [`${query}&status=collected`, sig],
      [query.replace("currency=MAD&", ""), sig],
    ];
    for (const [text, signature] of bad) {
      const { status, body } = await send(text, signature);
      expect([text, status, body]).toMatchObject([text, 401, { code: "webhook.signature_wrong" }]);
    }
    expect((await read(line, "P%201")) as unknown).toMatchObject({ code: "conversion.not_found" });
    const log = await logOf(line);
    expect(log.every(({ outcome, orderId }) => outcome === "signature_wrong" && orderId === null)).toBe(true);
    expect(log.reduce((sum, { times }) => sum + times, 0)).toBe(bad.length);
  });

  it("is refused five minutes early or late, however well signed", async () => {
    const line = await addLine();
    const now = Math.floor(Date.now() / 1000);
    for (const ts of [now - 301, now + 303]) {
      const { status, body } = await tell(line, { ...ORDER, ts });
      expect([status, body]).toMatchObject([401, { code: "postback.expired" }]);
    }
    expect((await tell(line, { ...ORDER, ts: now - 290 })).status).toBe(200);
    expect((await logOf(line)).map(({ outcome }) => outcome).sort()).toEqual(["ignored", "recorded"]);
  });

  it("names each parameter at fault, and records nothing of it", async () => {
    const line = await addLine();
    const cases: [Values, string][] = [
      [{ ...ORDER, amount_minor: "45,00" }, "amount_minor"],
      [{ ...ORDER, amount_minor: 0 }, "amount_minor"],
      [{ ...ORDER, amount_minor: "0x10" }, "amount_minor"],
      [{ ...ORDER, amount_minor: "1e4" }, "amount_minor"],
      [{ ...ORDER, currency: "XXY" }, "currency"],
      [{ ...ORDER, payment: "barter" }, "payment"],
      [{ order_id: "P-1", amount_minor: 1 }, "currency"],
      [{ order_id: "P-1" }, "amount_minor"],
      [{ ...ORDER, order_id: ".." }, "order_id"],
      [{ ...ORDER, ts: "" }, "ts"],
      [{ ...ORDER, event_id: "x".repeat(129) }, "event_id"],
    ];
    for (const [values, path] of cases) {
      const { status, body } = await tell(line, values);
      expect([path, status, body]).toMatchObject([path, 422, { code: "webhook.malformed" }]);
      expect([path, JSON.stringify(body)]).toEqual([path, expect.stringContaining(`"path":"${path}"`)]);
    }
    const twice = `${queryOf(line, ORDER)}&order_id=P-2`;
    expect((await send(twice, signed(line.secret, twice))).status).toBe(422);
    expect((await read(line, "P-1")) as unknown).toMatchObject({ code: "conversion.not_found" });
    expect((await logOf(line)).every(({ outcome }) => outcome === "malformed")).toBe(true);
  });

  it("keeps what came first when the amount differs, and still follows the order", async () => {
    const line = await addLine();
    const { merchant } = line.programme;
    const json = { orderId: "P-1", amountMinor: 44_000, currency: "MAD", payment: "cod" };
    await call("POST", "/api/tracking/conversions", { key: merchant.apiKey, json });
    const told = await tell(line, { ...ORDER, status: "shipped" });
    expect([told.status, told.body.outcome]).toEqual([200, "order_differs"]);
    expect(await read(line, "P-1")).toMatchObject({ amountMinor: 44_000, status: "shipped" });
  });

  it("for an order nobody reported, a foreign connector, or one of another kind or paused is told so", async () => {
    const line = await addLine();
    expect((await tell(line, { order_id: "P-9", status: "shipped" })).body).toMatchObject({
      code: "conversion.not_found",
    });
    expect((await logOf(line))[0]?.outcome).toBe("order_unknown");
    const other = await addLine({ platform: "courier" });
    for (const key of ["con_none", other.id])
      expect((await tell({ ...line, id: key }, ORDER)).body).toMatchObject({ code: "connector.not_found" });
    await call("PATCH", `/api/tracking/connectors/${line.id}`, {
      key: line.programme.merchant.apiKey,
      json: { state: "paused" },
    });
    expect((await tell(line, ORDER)).body).toMatchObject({ code: "connector.paused" });
    expect((await logOf(line))[0]).toMatchObject({ outcome: "ignored" });
    expect((await read(line, "P-1")) as unknown).toMatchObject({ code: "conversion.not_found" });
  });

  it("puts the prefix of its connector before the order's id", async () => {
    const line = await addLine({ orderIdPrefix: "site-" });
    expect((await tell(line, ORDER)).body).toMatchObject({ outcome: "recorded", orderId: "site-P-1" });
    expect((await tell(line, { order_id: "P-1", status: "confirmed" })).body.outcome).toBe("recorded");
    expect((await read(line, "site-P-1")).status).toBe("confirmed");
  });

  it("refuses an event id that comes back with other content", async () => {
    const line = await addLine();
    await tell(line, ORDER);
    await tell(line, { order_id: "P-1", status: "confirmed", event_id: "e-1" });
    const reused = await tell(line, { order_id: "P-1", status: "cancelled", event_id: "e-1" });
    expect([reused.status, reused.body]).toMatchObject([409, { code: "event.id_reused" }]);
    expect((await logOf(line))[0]).toMatchObject({ outcome: "refused", detail: expect.stringContaining("événement") });
    expect((await read(line, "P-1")).status).toBe("confirmed");
  });

  it("may leave apostrophes as they are, though addresses are read with %27", async () => {
    const line = await addLine();
    for (const order_id of ["l'or-1", "l%27or-2"]) {
      const query = queryOf(line, { ...ORDER, order_id: "ID" }).replace("ID", order_id);
      expect((await send(query, signed(line.secret, query))).body).toMatchObject({ outcome: "recorded" });
    }
  });
});
