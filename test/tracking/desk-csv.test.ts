import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { addUser, call, order } from "../support/world.ts";
import { addDesk, fetchText } from "./desk-world.ts";

const lines = (text: string, delimiter: string): string[][] => parse(text, { delimiter, bom: true });

describe("the file of orders", () => {
  it("opens in a spreadsheet of the reader's language, with that language's words", async () => {
    const desk = await addDesk();
    const placed = await desk.place({ orderId: "1001", payment: "prepaid", customer: { city: "Fès" } });
    await placed.tell({ status: "collected", courier: "Amana; Poste" });
    const { apiKey } = desk.programme.merchant;
    for (const [language, delimiter, head, status, amount] of [
      ["fr", ";", "Commande", "Encaissée", "450,00"],
      ["en", ",", "Order", "Collected", "450.00"],
      ["ar", ",", "الطلب", "محصَّل", "450.00"],
    ] as const) {
      const { status: http, text, type } = await fetchText("/api/tracking/orders.csv", apiKey, language);
      expect([http, type, text.charCodeAt(0)]).toEqual([200, "text/csv; charset=utf-8", 0xfeff]);
      const [heads = [], row = []] = lines(text, delimiter);
      expect([heads[0], row[0], row[3], row[5], row[8], row[9]]).toEqual([
        head,
        "1001",
        status,
        amount,
        "Fès",
        "Amana; Poste",
      ]);
    }
  });

  it("runs no formula that a shop or a customer has written", async () => {
    const desk = await addDesk();
    const evil = ["=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(A1)"];
    for (const orderId of evil) await desk.place({ orderId, customer: { city: orderId } });
    const { text } = await fetchText("/api/tracking/orders.csv", desk.programme.merchant.apiKey);
    const cells = lines(text, ";").flat();
    for (const one of evil) expect(cells.filter((cell) => cell === `'${one}`)).toHaveLength(2);
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });

  it("holds every order that matches, newest first, across many reads", async () => {
    const { apiKey } = await addUser("merchant");
    const many = 1_010;
    for (let start = 0; start < many; start += 101)
      await Promise.all(
        Array.from({ length: 101 }, (_, index) =>
          call("POST", "/api/tracking/conversions", {
            key: apiKey,
            json: order({ orderId: `o-${start + index}`, payment: index % 2 === 0 ? "cod" : "prepaid" }),
          }),
        ),
      );
    const idsOf = async (query: string) =>
      lines((await fetchText(`/api/tracking/orders.csv${query}`, apiKey)).text, ";")
        .slice(1)
        .map(([, id]) => id ?? "");
    const all = await idsOf("");
    expect([all.length, new Set(all).size]).toEqual([many, many]);
    expect(all).toEqual(all.toSorted().reverse());
    expect(await idsOf("?payment=prepaid")).toHaveLength(500);
    expect(await idsOf("?q=none")).toEqual([]);
  });

  it("keeps the shop's own ids, its fees and its courier's numbers from the influencer", async () => {
    const desk = await addDesk();
    const placed = await desk.place({ orderId: "SHOP-9" });
    await placed.tell({ status: "shipped", trackingNumber: "SHOP-9-t" });
    const { text } = await fetchText("/api/tracking/orders.csv", desk.programme.influencer.apiKey);
    expect(text).not.toContain("SHOP-9");
    expect(lines(text, ";")[0]).not.toContain("Frais (MAD)");
    expect(lines(text, ";")[1]?.[0]).toBe(placed.id);
  });

  it("is for those whose orders they are, with filters that make sense", async () => {
    const { apiKey } = await addUser("admin", { adminScopes: ["owner"] });
    expect((await fetchText("/api/tracking/orders.csv", apiKey)).status).toBe(403);
    const merchant = await addUser("merchant");
    expect((await fetchText("/api/tracking/orders.csv?status=x", merchant.apiKey)).status).toBe(422);
  });
});
