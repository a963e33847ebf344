import { describe, expect, it } from "vitest";
import type { Conversion } from "../../schemas/conversions.ts";
import { commit } from "../../workers/db/commit.ts";
import {
  influencerAvailable,
  influencerInTransit,
  influencerPending,
  merchantDue,
  type Posting,
  platformVat,
  taxWithheld,
  worldBank,
} from "../../workers/modules/ledger/rules.ts";
import { postingStatements } from "../../workers/modules/ledger/statements.ts";
import type { LedgerReason } from "../../workers/modules/ledger/tables.ts";
import { balanceOf, bookFaults, SOUND } from "../support/books.ts";
import { addProgramme, call, order, runCommissionQueue, systemContext } from "../support/world.ts";

const post = (reason: LedgerReason, key: string, postings: readonly Posting[]) => {
  const ctx = systemContext();
  return commit(ctx, postingStatements(ctx, { reason, idempotencyKey: `${reason}:${key}`, subjectId: key, postings }));
};

describe("the worked example of money.md 5", () => {
  it("ends to the centime with the platform's fee in the bank and nothing anywhere else", async () => {
    const programme = await addProgramme({ rateBps: 1_500, plan: "FREE" });
    const { merchant, influencer } = programme;
    const json = order({ amountMinor: 150_000, clickToken: await programme.token(), status: "collected" });
    const { body } = await call<Conversion>("POST", "/api/tracking/conversions", { key: merchant.apiKey, json });
    await runCommissionQueue(body.id);
    const due = merchantDue(merchant.id);
    const [pending, available, inTransit] = [
      influencerPending(influencer.id),
      influencerAvailable(influencer.id),
      influencerInTransit(influencer.id),
    ];
    const balances = (...accounts: readonly { id: string }[]) => Promise.all(accounts.map(({ id }) => balanceOf(id)));
    expect(await balances(due, pending, { id: "platform:fees" }, platformVat)).toEqual([
      -40_500, 22_500, 15_000, 3_000,
    ]);
    expect((await call("GET", "/api/payments/balance", { key: influencer.apiKey })).body).toMatchObject({
      forecastMinor: 0,
      pendingMinor: 22_500,
      availableMinor: 0,
    });
    expect((await call("GET", "/api/payments/balance", { key: merchant.apiKey })).body).toMatchObject({
      dueMinor: 40_500,
      forecastMinor: 0,
      paidMinor: 0,
    });

    await post("statement.paid", "stp-1", [{ from: worldBank, to: due, amountMinor: 40_500 }]);
    expect(await balances(worldBank, due)).toEqual([-40_500, 0]);
    expect((await call("GET", "/api/payments/balance", { key: merchant.apiKey })).body).toMatchObject({
      dueMinor: 0,
      paidMinor: 40_500,
    });
    await post("commission.released", "com-1", [{ from: pending, to: available, amountMinor: 22_500 }]);
    await post("payout.requested", "pay-1", [{ from: available, to: inTransit, amountMinor: 22_500 }]);
    expect(await balances(pending, available, inTransit)).toEqual([0, 0, 22_500]);
    await post("payout.settled", "pay-1", [
      { from: inTransit, to: worldBank, amountMinor: 20_250 },
      { from: inTransit, to: taxWithheld, amountMinor: 2_250 },
    ]);
    expect((await call("GET", "/api/payments/balance", { key: influencer.apiKey })).body).toMatchObject({
      availableMinor: 0,
      inTransitMinor: 0,
      paidMinor: 22_500,
    });
    await post("tax.remitted", "2026-11", [{ from: taxWithheld, to: worldBank, amountMinor: 2_250 }]);
    await post("vat.remitted", "2026-11", [{ from: platformVat, to: worldBank, amountMinor: 3_000 }]);
    expect(await balances(worldBank, { id: "platform:fees" }, platformVat, taxWithheld)).toEqual([
      -15_000, 15_000, 0, 0,
    ]);
    expect(await bookFaults()).toEqual(SOUND);
  });
});
