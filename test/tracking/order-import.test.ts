import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Conversion } from "../../schemas/conversions.ts";
import type { OrderImportReport } from "../../schemas/order-imports.ts";
import { ar } from "../../web/src/text/intake/ar.ts";
import { en } from "../../web/src/text/intake/en.ts";
import { fr } from "../../web/src/text/intake/fr.ts";
import { instantOfCell, minorAmountOf } from "../../workers/modules/tracking/order-imports/cell-values.ts";
import { importColumnOf } from "../../workers/modules/tracking/order-imports/columns.ts";
import { balanceOf, bookFaults, SOUND } from "../support/books.ts";
import { addProgramme, call, type Programme, runCommissionQueue } from "../support/world.ts";

const send = (programme: Programme, lines: readonly string[], query = "") =>
  call<OrderImportReport>("POST", `/api/tracking/conversions/import${query}`, {
    key: programme.merchant.apiKey,
    raw: `${lines.join("\r\n")}\r\n`,
    headers: { "Content-Type": "text/csv", "Accept-Language": "en" },
  });
const read = async (programme: Programme, orderId: string) =>
  (
    await call<Conversion>("GET", `/api/tracking/conversions/${encodeURIComponent(orderId)}`, {
      key: programme.merchant.apiKey,
    })
  ).body;
const countOrders = async ({ merchant }: Programme) =>
  Number(
    await env.CORE_DB.prepare("SELECT count(*) AS n FROM conversions WHERE merchant_id = ?")
      .bind(merchant.id)
      .first("n"),
  );
const actionsOf = ({ body }: { body: OrderImportReport }) => body.lines.map(({ action }) => action);
const HEAD = "Order;Amount;Payment;Status;Date;Coupon code;Click token;Phone;City;Courier;Tracking number;Refunded";

describe("orders from a file", () => {
  it("are made with their clicks, statuses and parcels, and the same file again changes nothing", async () => {
    const programme = await addProgramme();
    const token = await programme.token();
    const file = [
      HEAD,
      `1001;450,00;COD;;;;${token};0612345678;CASABLANCA;;;`,
      `1002;1 234.50;Prepaid;Collected;;;${token};;Rabat;;;`,
      "1003;99;cod;Refused;;;;;;Amana;EE123456789MA;",
      `1004;200;cod;Delivered;;;${token};;;;;`,
    ];
    const dry = await send(programme, file, "?dryRun=true");
    expect([dry.status, dry.body.counts]).toEqual([200, { create: 4, update: 0, unchanged: 0, invalid: 0 }]);
    expect(await countOrders(programme)).toBe(0);
    expect((await send(programme, file)).body.counts.create).toBe(4);
    expect(await read(programme, "1001")).toMatchObject({
      status: "placed",
      amountMinor: 45_000,
      currency: "MAD",
      source: "import",
      city: "Casablanca",
      hasContact: true,
      attribution: { by: "click", linkId: programme.linkId },
      commission: { state: "forecast", amountMinor: 6_750 },
    });
    expect(await read(programme, "1002")).toMatchObject({
      status: "collected",
      payment: "prepaid",
      amountMinor: 123_450,
    });
    expect(await read(programme, "1003")).toMatchObject({
      status: "refused",
      courier: "Amana",
      trackingNumber: "EE123456789MA",
      attribution: { reason: "no_touch" },
    });
    const before = await Promise.all(["1001", "1002", "1003", "1004"].map((id) => read(programme, id)));
    expect(actionsOf(await send(programme, file))).toEqual(["unchanged", "unchanged", "unchanged", "unchanged"]);
    expect(await Promise.all(["1001", "1002", "1003", "1004"].map((id) => read(programme, id)))).toEqual(before);
  });

  it("follow known orders: status, refunds together so far, parcel; each told twice counts once", async () => {
    const programme = await addProgramme();
    await send(programme, [
      "Commande,Montant,Paiement,Jeton de clic",
      `A,450.00,cod,${await programme.token()}`,
      "B,80,cod,",
    ]);
    const collected = ["Commande,Statut,Remboursé,Transporteur", "A,Encaissée,50,Ozon", "B,Livrée,,"];
    expect(actionsOf(await send(programme, collected))).toEqual(["update", "update"]);
    const { id } = await read(programme, "A");
    await runCommissionQueue(id);
    expect(await read(programme, "A")).toMatchObject({ status: "collected", refundedMinor: 5_000, courier: "Ozon" });
    expect(await balanceOf(`influencer:${programme.influencer.id}:pending`)).toBe(6_000);
    expect(actionsOf(await send(programme, collected))).toEqual(["unchanged", "unchanged"]);
    const more = ["Commande,Remboursé", "A,450"];
    expect(actionsOf(await send(programme, more))).toEqual(["update"]);
    expect(actionsOf(await send(programme, more))).toEqual(["unchanged"]);
    await runCommissionQueue(id);
    expect((await read(programme, "A")).refundedMinor).toBe(45_000);
    expect(await balanceOf(`influencer:${programme.influencer.id}:pending`)).toBe(0);
    expect(await bookFaults()).toEqual(SOUND);
  });

  it("take the touch that the shop's page told of a moment ago", async () => {
    const programme = await addProgramme();
    const { addPublishableKey } = await import("./shop-pages.ts");
    const key = await addPublishableKey(programme.merchant.id);
    await send(programme, ["Order,Amount,Payment", "T-0,10,cod"]);
    await call("POST", "/api/tracking/browser-orders", {
      key,
      json: { orderId: "T-1", clickToken: await programme.token() },
    });
    await send(programme, ["Order,Amount,Payment", "T-1,10,cod", "T-2,10,cod"]);
    expect((await read(programme, "T-1")).attribution).toMatchObject({ by: "click", linkId: programme.linkId });
    expect((await read(programme, "T-2")).attribution.by).toBe("none");
  });

  it("are refused whole when a line is wrong, and every fault is told by its line and column", async () => {
    const programme = await addProgramme();
    await call("POST", "/api/tracking/conversions", {
      key: programme.merchant.apiKey,
      json: { orderId: "K", amountMinor: 100, currency: "MAD", payment: "cod" },
    });
    const { status, body } = await send(programme, [
      HEAD,
      "G;10;cod;;;;;;;;;",
      ";10;cod;;;;;;;;;",
      "1;;cod;;;;;;;;;",
      "2;1,234;cod;;;;;;;;;",
      "3;10;barter;;;;;;;;;",
      "4;10;cod;En route;;;;;;;;",
      "5;10;cod;;31/02/2026;;;;;;;",
      "6;10;cod;;01/01/2100;;;;;;;",
      "7;10;cod;;;;;;;;;11",
      "K;2;cod;;;;;;;;;",
      "G;10;cod;;;;;;;;;",
      "8;10;cod;;;;;;;;;;extra",
      "9;10;;;;;;;;;;",
    ]);
    expect([status, (body as unknown as { code: string }).code]).toEqual([422, "import.has_faults"]);
    const { errors } = body as unknown as { errors: { path: string; message: string }[] };
    expect(errors.map(({ path }) => path)).toEqual([
      "3.Order",
      "4.Amount",
      "5.Amount",
      "6.Payment",
      "7.Status",
      "8.Date",
      "9.Date",
      "10.Refunded",
      "11.Amount",
      "12.Order",
      "13.Order",
      "14.Payment",
    ]);
    expect(errors.slice(5, 6)).toMatchObject([{ message: expect.stringContaining("23/11/2026") }]);
    expect(errors.at(-1)?.message).toBe("This field is required");
    expect(errors.every(({ message }) => /^[A-Z`]/.test(message))).toBe(true);
    expect(await countOrders(programme)).toBe(1);
  });

  it("may say how they were paid as shops do", async () => {
    const programme = await addProgramme();
    const words = ["Prépayé", "PAYÉE", "en ligne", "مدفوع", "Paiement à la livraison"];
    await send(programme, ["Order;Amount;Payment", ...words.map((word, index) => `${index};10;${word}`)]);
    const payments = await Promise.all(words.map(async (_, index) => (await read(programme, String(index))).payment));
    expect(payments).toEqual(["prepaid", "prepaid", "prepaid", "prepaid", "cod"]);
  });

  it("of a file that cannot be read are refused with the header at fault", async () => {
    const programme = await addProgramme();
    for (const lines of [
      [""],
      ["Order;Weight", "1;2"],
      ["Amount", "2"],
      ["Order;Order", "1;2"],
      ['Order;"Amount', "1;2"],
    ]) {
      const { status, body } = await send(programme, lines);
      expect([lines, status, body]).toMatchObject([lines, 422, { code: "import.malformed" }]);
    }
    const many = ["Order;Amount;Payment", ...Array.from({ length: 10_001 }, (_, index) => `${index};1;cod`)];
    expect((await send(programme, many)).status).toBe(413);
  });

  it("that were exported come back unchanged, in each language", async () => {
    const programme = await addProgramme();
    await send(programme, [
      HEAD,
      `X-1;450;cod;Delivered;2026-11-20 10:00;;;;Fès;Amana;T-77;10`,
      `X-2;12.5;prepaid;Placed;;;;;;;;`,
    ]);
    for (const language of ["fr", "en", "ar"]) {
      const exported = await exportOf(programme, language);
      const { body } = await call<OrderImportReport>("POST", "/api/tracking/conversions/import", {
        key: programme.merchant.apiKey,
        raw: exported,
        headers: { "Content-Type": "text/csv" },
      });
      expect([language, body.counts]).toEqual([language, { create: 0, update: 0, unchanged: 2, invalid: 0 }]);
    }
  });

  it("may have the columns of the template, in each language", () => {
    for (const { columns } of [fr, en, ar]) {
      const heads = columns.head.split(/[;,]/);
      expect(heads.filter((head) => !importColumnOf(head))).toEqual([]);
      expect(new Set(heads.map(importColumnOf)).size).toBe(heads.length);
    }
  });

  it("of one file sent twice at once are made once", async () => {
    const programme = await addProgramme();
    const lines = [
      "Order,Amount,Payment,Status",
      ...Array.from({ length: 150 }, (_, index) => `R-${index},10,cod,Confirmed`),
    ];
    const answers = await Promise.all([send(programme, lines), send(programme, lines)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await countOrders(programme)).toBe(150);
    expect((await read(programme, "R-149")).events?.length).toBe(2);
  });

  it("may be ten thousand", async () => {
    const programme = await addProgramme();
    const lines = ["Order,Amount,Payment", ...Array.from({ length: 10_000 }, (_, index) => `M-${index},10,cod`)];
    expect((await send(programme, lines)).body.counts.create).toBe(10_000);
    expect(await countOrders(programme)).toBe(10_000);
  }, 120_000);
});

async function exportOf({ merchant }: Programme, language: string): Promise<string> {
  const { ask } = await import("../support/gate.ts");
  const answer = await ask("/api/tracking/orders.csv", {
    key: merchant.apiKey,
    headers: { "Accept-Language": language },
  });
  return answer.text();
}

describe("cells as people write them", () => {
  it("are amounts in the currency's minor unit, or none", () => {
    const amounts = ["450", "450,00", "1 234,5", "1.234,50", "١٢٣٫٥", "450 DH"].map((cell) =>
      minorAmountOf(cell, "MAD"),
    );
    expect(amounts).toEqual([45_000, 45_000, 123_450, 123_450, 12_350, 45_000]);
    expect(["1,234", "abc", "-5", "1e3", "450 EUR"].map((cell) => minorAmountOf(cell, "MAD"))).toEqual(
      Array(5).fill(undefined),
    );
    expect([minorAmountOf("500", "JPY"), minorAmountOf("0.5", "JPY"), minorAmountOf("12,345", "TND")]).toEqual([
      500,
      undefined,
      12_345,
    ]);
  });

  it("are instants on Casablanca's clock, a day alone its end or now", () => {
    const now = Date.parse("2026-11-25T09:00:00Z");
    const iso = (cell: string) => {
      const at = instantOfCell(cell, now);
      return at === undefined ? undefined : new Date(at).toISOString();
    };
    expect(iso("2026-11-23T09:00:00+01:00")).toBe("2026-11-23T08:00:00.000Z");
    expect(iso("23/11/2026 14:30")).toBe("2026-11-23T14:30:00.000Z");
    expect(iso("2026-06-01 14:30")).toBe("2026-06-01T13:30:00.000Z");
    expect(iso("٢٣/١١/٢٠٢٦")).toBe("2026-11-23T23:59:59.000Z");
    expect(iso("25-11-2026")).toBe("2026-11-25T09:00:00.000Z");
    for (const wrong of ["31/02/2026", "2026-13-01", "23/11/26", "hier", "2026-11-23 25:00", ""])
      expect(iso(wrong)).toBeUndefined();
  });
});
