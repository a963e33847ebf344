import { describe, expect, it } from "vitest";
import type { Conversion } from "../../schemas/conversions.ts";
import type { LedgerEntry } from "../../schemas/payments.ts";
import { addProgramme, call, order, runCommissionQueue } from "../support/world.ts";

interface Entries {
  data: LedgerEntry[];
  nextCursor: string | null;
}

describe("the ledger as its owner sees it", () => {
  it("shows every entry once, newest first, by pages, and sums to the balance", async () => {
    const programme = await addProgramme();
    const expected: number[] = [];
    for (let index = 1; index <= 7; index++) {
      const json = order({ amountMinor: index * 1_000, status: "collected", clickToken: await programme.token() });
      const { body } = await call<Conversion>("POST", "/api/tracking/conversions", {
        key: programme.merchant.apiKey,
        json,
      });
      await runCommissionQueue(body.id);
      expected.unshift(index * 150);
    }
    const entries: LedgerEntry[] = [];
    let cursor: string | null = null;
    do {
      const path: string = `/api/payments/ledger?limit=3${cursor ? `&cursor=${cursor}` : ""}`;
      const { body }: { body: Entries } = await call<Entries>("GET", path, { key: programme.influencer.apiKey });
      entries.push(...body.data);
      cursor = body.nextCursor;
    } while (cursor);
    expect(entries.map(({ amountMinor }) => amountMinor)).toEqual(expected);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(7);
    expect(entries[0]).toMatchObject({
      reason: "commission.earned",
      direction: "in",
      account: `influencer:${programme.influencer.id}:pending`,
      counterAccount: `merchant:${programme.merchant.id}:due`,
    });
    const balance = await call("GET", "/api/payments/balance", { key: programme.influencer.apiKey });
    expect(balance.body).toMatchObject({ pendingMinor: expected.reduce((sum, amount) => sum + amount, 0) });
    const merchant = await call<Entries>("GET", "/api/payments/ledger?limit=100", { key: programme.merchant.apiKey });
    expect(merchant.body.data).toHaveLength(21);
    expect(merchant.body.data.every(({ direction }) => direction === "out")).toBe(true);
  });

  it("lists commissions with what still holds them", async () => {
    const programme = await addProgramme();
    const { body } = await call<Conversion>("POST", "/api/tracking/conversions", {
      key: programme.merchant.apiKey,
      json: order({ status: "collected", clickToken: await programme.token() }),
    });
    await runCommissionQueue(body.id);
    const path = "/api/payments/commissions";
    const { body: page } = await call<{ data: unknown[] }>("GET", `${path}?state=earned`, {
      key: programme.influencer.apiKey,
    });
    expect(page.data).toMatchObject([
      {
        conversionId: body.id,
        state: "earned",
        amountMinor: 6_750,
        reversedMinor: 0,
        rateBps: 1_500,
        blockedBy: ["hold", "statement"],
        holdUntil: expect.any(String),
      },
    ]);
    expect(
      (await call<{ data: unknown[] }>("GET", `${path}?state=paid`, { key: programme.influencer.apiKey })).body.data,
    ).toEqual([]);
    const stranger = await addProgramme();
    expect((await call<{ data: unknown[] }>("GET", path, { key: stranger.influencer.apiKey })).body.data).toEqual([]);
    expect((await call<{ data: unknown[] }>("GET", path, { key: programme.merchant.apiKey })).body.data).toHaveLength(
      1,
    );
  });
});
