import { describe, expect, it } from "vitest";
import type { Conversion } from "../../schemas/conversions.ts";
import { addProgramme, call, order } from "../support/world.ts";

const post = (key: string, json: unknown, headers: Record<string, string> = {}) =>
  call<Conversion>("POST", "/api/tracking/conversions", { key, json, headers });

describe("an order is reported", () => {
  it("is attributed to the click whose token it carries, with the forecast of 15 % and the FREE plan's fee of 10 %", async () => {
    const programme = await addProgramme();
    const { status, body } = await post(
      programme.merchant.apiKey,
      order({ orderId: "1001", clickToken: await programme.token() }),
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({
      orderId: "1001",
      status: "placed",
      payment: "cod",
      amountMinor: 45_000,
      currency: "MAD",
      attribution: {
        by: "click",
        reason: "click_valid",
        linkId: programme.linkId,
        influencerId: programme.influencer.id,
      },
      commission: { state: "forecast", amountMinor: 6_750, rateBps: 1_500 },
      platformFeeMinor: 4_500,
    });
  });

  it("gives the same conversion with 200 when the store sends it twice", async () => {
    const programme = await addProgramme();
    const json = order({ clickToken: await programme.token() });
    const first = await post(programme.merchant.apiKey, json);
    const second = await post(programme.merchant.apiKey, json);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.id).toBe(first.body.id);
    expect(second.body.commission).toEqual(first.body.commission);
  });

  it("is kept once when the store sends it ten times at once", async () => {
    const programme = await addProgramme();
    const json = order({ clickToken: await programme.token() });
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(programme.merchant.apiKey, json)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it("refuses the same order id with another amount, currency or payment", async () => {
    const programme = await addProgramme();
    const json = order();
    await post(programme.merchant.apiKey, json);
    for (const other of [{ amountMinor: 45_001 }, { currency: "EUR" }, { payment: "prepaid" }]) {
      const { status, body } = await post(programme.merchant.apiKey, { ...json, ...other });
      expect([status, body]).toMatchObject([409, { code: "conversion.order_id_reused" }]);
    }
  });

  it("lets two merchants use the same order id", async () => {
    const [one, two] = [await addProgramme(), await addProgramme()];
    const answers = [
      await post(one.merchant.apiKey, order({ orderId: "7" })),
      await post(two.merchant.apiKey, order({ orderId: "7" })),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  });

  it("answers a repeated Idempotency-Key with the kept answer, and refuses it for another body", async () => {
    const programme = await addProgramme();
    const json = order();
    const key = { "Idempotency-Key": "k-1" };
    const first = await post(programme.merchant.apiKey, json, key);
    const again = await post(programme.merchant.apiKey, json, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(again.headers.get("Idempotent-Replayed")).toBe("true");
    const reordered = Object.fromEntries(Object.entries(json).reverse());
    expect((await post(programme.merchant.apiKey, reordered, key)).headers.get("Idempotent-Replayed")).toBe("true");
    const other = await post(programme.merchant.apiKey, { ...json, amountMinor: 1 }, key);
    expect([other.status, other.body]).toMatchObject([409, { code: "idempotency.key_reused" }]);
  });

  it("gives ten racing requests with one Idempotency-Key one and the same answer", async () => {
    const programme = await addProgramme();
    const json = order();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post(programme.merchant.apiKey, json, { "Idempotency-Key": "k-race" })),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.every(({ status }) => status === 201 || status === 200)).toBe(true);
  });

  it("takes over the first valid touch of a later report, until it is collected", async () => {
    const programme = await addProgramme();
    const json = order();
    const bare = await post(programme.merchant.apiKey, json);
    expect(bare.body).toMatchObject({
      attribution: { by: "none", reason: "no_touch" },
      commission: null,
      platformFeeMinor: 0,
    });
    const later = await post(programme.merchant.apiKey, { ...json, clickToken: await programme.token() });
    expect([later.status, later.body]).toMatchObject([
      200,
      { id: bare.body.id, attribution: { by: "click" }, commission: { amountMinor: 6_750 } },
    ]);

    const collected = order({ status: "collected" });
    await post(programme.merchant.apiKey, collected);
    const tooLate = await post(programme.merchant.apiKey, { ...collected, clickToken: await programme.token() });
    expect([tooLate.status, tooLate.body]).toMatchObject([
      200,
      { attribution: { by: "none", reason: "no_touch" }, commission: null },
    ]);
  });

  it("keeps a foreign-currency order without a commission until it has a rate", async () => {
    const programme = await addProgramme();
    const { status, body } = await post(
      programme.merchant.apiKey,
      order({ currency: "EUR", clickToken: await programme.token() }),
    );
    expect([status, body]).toMatchObject([
      201,
      { attribution: { by: "click" }, commission: null, commissionBlocked: "currency", platformFeeMinor: 0 },
    ]);
  });

  it("never gives back or stores in clear the customer's phone and e-mail", async () => {
    const { env } = await import("cloudflare:workers");
    const programme = await addProgramme();
    const customer = { phone: "06 12 34 56 78", email: "Fatima@Example.com", city: "Fès" };
    const { body } = await post(programme.merchant.apiKey, order({ customer }));
    expect(JSON.stringify(body)).not.toMatch(/612345678|example\.com/i);
    const row = await env.CORE_DB.prepare("SELECT * FROM conversions WHERE id = ?").bind(body.id).first();
    expect(JSON.stringify(row)).not.toMatch(/612345678|fatima/i);
    expect(row).toMatchObject({ customer_city: "Fès", customer_phone_hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const same = await post(programme.merchant.apiKey, order({ customer: { phone: "+212 612-345678" } }));
    const other = await env.CORE_DB.prepare("SELECT customer_phone_hash AS hash FROM conversions WHERE id = ?")
      .bind(same.body.id)
      .first<{ hash: string }>();
    expect(other?.hash).toBe(row?.customer_phone_hash);
  });
});
