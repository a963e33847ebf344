import { describe, expect, it } from "vitest";
import type { Connector, CreatedConnector, InboundDelivery } from "../../schemas/connectors.ts";
import type { Conversion } from "../../schemas/conversions.ts";
import type { OrderImportReport } from "../../schemas/order-imports.ts";
import { addProgramme, call, type Programme } from "../support/world.ts";

interface Courier {
  readonly programme: Programme;
  readonly id: string;
}

async function addCourier(json: Record<string, unknown> = {}): Promise<Courier> {
  const programme = await addProgramme();
  const { body } = await call<CreatedConnector>("POST", "/api/tracking/connectors", {
    key: programme.merchant.apiKey,
    json: { platform: "courier", name: "Ozon Express", ...json },
  });
  return { programme, id: body.id };
}

const send = ({ programme, id }: Courier, lines: readonly string[], query = "") =>
  call<OrderImportReport>("POST", `/api/tracking/connectors/${id}/statuses${query}`, {
    key: programme.merchant.apiKey,
    raw: `${lines.join("\n")}\n`,
    headers: { "Content-Type": "text/csv", "Accept-Language": "en" },
  });
const place = ({ programme }: Courier, orderId: string, more: Record<string, unknown> = {}) =>
  call("POST", "/api/tracking/conversions", {
    key: programme.merchant.apiKey,
    json: {
      orderId,
      amountMinor: 45_000,
      currency: "MAD",
      payment: "cod",
      occurredAt: "2026-11-01T08:00:00Z",
      ...more,
    },
  });
const read = async ({ programme }: Courier, orderId: string) =>
  (await call<Conversion>("GET", `/api/tracking/conversions/${orderId}`, { key: programme.merchant.apiKey })).body;
const actionsOf = ({ body }: { body: OrderImportReport }) => body.lines.map(({ action }) => action);

describe("a courier's file", () => {
  it("carries a parcel through its life, by order or by number, and the same file again changes nothing", async () => {
    const courier = await addCourier();
    await place(courier, "C-1");
    await place(courier, "C-2");
    const file = [
      "Commande;Code d'envoi;Statut;Date;Ville",
      "C-1;EE1;Ramassé;02/11/2026 09:00;Rabat",
      "C-1;EE1;Pas de réponse (jour 2);03/11/2026 09:00;Rabat",
      "C-1;EE1;Livré;04/11/2026 09:00;Rabat",
      "C-2;EE2;Expédié;02/11/2026;Fès",
    ];
    const dry = await send(courier, file, "?dryRun=true");
    expect(actionsOf(dry)).toEqual(["update", "update", "update", "update"]);
    expect((await read(courier, "C-1")).status).toBe("placed");
    expect((await send(courier, file)).body.counts).toMatchObject({ update: 4, invalid: 0 });
    const order = await read(courier, "C-1");
    expect(order).toMatchObject({ status: "delivered", courier: "Ozon Express", trackingNumber: "EE1" });
    expect(order.events?.map(({ source, status, note }) => [source, status ?? note])).toEqual([
      ["order", "placed"],
      [`courier:${courier.id}`, "shipped"],
      [`courier:${courier.id}`, "Pas de réponse (jour 2)"],
      [`courier:${courier.id}`, "delivered"],
    ]);
    expect(actionsOf(await send(courier, file))).toEqual(["unchanged", "unchanged", "unchanged", "unchanged"]);
    expect((await read(courier, "C-1")).events?.length).toBe(4);
    const byNumber = ["Tracking number,Status,Date", "EE2,Livré,2026-11-05", "EE1,Encaissé,2026-11-06"];
    expect(actionsOf(await send(courier, byNumber))).toEqual(["update", "update"]);
    expect([(await read(courier, "C-1")).status, (await read(courier, "C-2")).status]).toEqual([
      "collected",
      "delivered",
    ]);
  });

  it("tells each word that no table knows, and remarks it on its order, which keeps its state", async () => {
    const courier = await addCourier({ statusMapping: { "Chez le client": "delivered" } });
    await place(courier, "C-1");
    const { body } = await send(courier, ["Order,Status", "C-1,Chez le client", "C-1,Avalé par un chameau"]);
    expect(body.counts).toMatchObject({ update: 2, invalid: 0 });
    expect(body.lines[1]?.errors).toEqual([{ path: "Status", message: expect.any(String) }]);
    const order = await read(courier, "C-1");
    expect([order.status, order.events?.at(-1)?.note]).toEqual(["delivered", "Avalé par un chameau"]);
    const { body: listed } = await call<{ data: Connector[] }>("GET", "/api/tracking/connectors", {
      key: courier.programme.merchant.apiKey,
    });
    expect(listed.data[0]?.unknownLabels).toMatchObject([{ label: "Avalé par un chameau" }]);
    const { body: log } = await call<{ data: InboundDelivery[] }>(
      "GET",
      `/api/tracking/connectors/${courier.id}/deliveries`,
      {
        key: courier.programme.merchant.apiKey,
      },
    );
    expect(log.data).toMatchObject([{ topic: "csv", outcome: "unknown_label" }]);
  });

  it("passes over parcels that are not the merchant's, and says so on their lines", async () => {
    const [courier, other] = [await addCourier(), await addCourier()];
    await place(other, "THEIRS");
    await place(courier, "C-1");
    const { body } = await send(courier, ["Order,Status", "THEIRS,Livré", "C-1,Livré", "NONE,Livré"]);
    expect(body.lines.map(({ action, errors }) => [action, errors.length])).toEqual([
      ["unchanged", 1],
      ["update", 0],
      ["unchanged", 1],
    ]);
    expect((await read(other, "THEIRS")).status).toBe("placed");
  });

  it("with a line that cannot be read writes nothing at all", async () => {
    const courier = await addCourier();
    await place(courier, "C-1");
    const lines = ["Order,Status,Date", "C-1,Livré,", "C-1,,", ",Livré,", "C-1,Livré,hier", "C-1,Livré,2100-01-01"];
    const { status, body } = await send(courier, lines);
    expect([status, body]).toMatchObject([422, { code: "import.has_faults" }]);
    const { errors } = body as unknown as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path)).toEqual(["3.Status", "4.Order", "5.Date", "6.Date"]);
    expect((await read(courier, "C-1")).status).toBe("placed");
    expect((await send(courier, ["Weight", "2"])).body).toMatchObject({ code: "import.malformed" });
  });

  it("is for couriers alone, of the merchant's own, and not while paused", async () => {
    const courier = await addCourier();
    const server = await addCourier({ platform: "postback" });
    const stranger = await addCourier();
    const file = ["Order,Status", "C-1,Livré"];
    expect((await send(server, file)).body).toMatchObject({ code: "connector.wrong_platform" });
    expect((await send({ ...courier, programme: stranger.programme }, file)).body).toMatchObject({
      code: "connector.not_found",
    });
    await call("PATCH", `/api/tracking/connectors/${courier.id}`, {
      key: courier.programme.merchant.apiKey,
      json: { state: "paused" },
    });
    expect((await send(courier, file)).body).toMatchObject({ code: "connector.paused" });
  });
});
