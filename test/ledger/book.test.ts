import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { commit, guarded } from "../../workers/db/commit.ts";
import {
  influencerAvailable,
  influencerInTransit,
  influencerPending,
  merchantDue,
  worldBank,
} from "../../workers/modules/ledger/rules.ts";
import { postingStatements } from "../../workers/modules/ledger/statements.ts";
import { LEDGER_REASONS } from "../../workers/modules/ledger/tables.ts";
import { balanceOf, bookFaults, SOUND } from "../support/books.ts";
import { systemContext } from "../support/world.ts";

const ctx = systemContext();
const due = merchantDue("m-1");
const pending = influencerPending("i-1");
const transaction = (key: string, amountMinor: number) =>
  postingStatements(ctx, {
    reason: "commission.earned",
    idempotencyKey: key,
    subjectId: "s",
    postings: [{ from: due, to: pending, amountMinor }],
  });

describe("the book", () => {
  it("posts a transaction once: the second with its key is a Conflict and moves nothing", async () => {
    await commit(ctx, transaction("once", 500));
    await expect(commit(ctx, transaction("once", 500))).rejects.toMatchObject({ code: "row.changed" });
    expect([await balanceOf(due.id), await balanceOf(pending.id)]).toEqual([-500, 500]);
  });

  it("is append-only: no posting or transaction is changed or deleted", async () => {
    await commit(ctx, transaction("kept", 1));
    for (const change of [
      "UPDATE ledger_postings SET amount_minor = 2",
      "DELETE FROM ledger_postings",
      "UPDATE ledger_transactions SET reason = 'tax.remitted'",
      "DELETE FROM ledger_transactions",
    ]) {
      await expect(env.CORE_DB.prepare(change).run()).rejects.toThrow("ledger_entries_are_append_only");
    }
  });

  it("refuses amounts that are not positive, unknown reasons and kinds, and accounts that open with money", async () => {
    await expect(commit(ctx, transaction("negative", -5))).rejects.toThrow("posting_amount_is_positive");
    await expect(
      env.CORE_DB.prepare("INSERT INTO ledger_transactions VALUES ('x', 'gift', 'x', 'x', 0)").run(),
    ).rejects.toThrow("ledger_reason_is_known");
    await expect(
      env.CORE_DB.prepare("INSERT INTO ledger_accounts VALUES ('x', NULL, 'pocket', 0)").run(),
    ).rejects.toThrow("account_kind_is_known");
    await expect(
      env.CORE_DB.prepare("INSERT INTO ledger_accounts VALUES ('x', NULL, 'world:bank', 5)").run(),
    ).rejects.toThrow("ledger_accounts_open_at_zero");
  });

  it("knows the same reasons in code and in the database", async () => {
    const table = await env.CORE_DB.prepare("SELECT sql FROM sqlite_master WHERE name = 'ledger_transactions'").first<{
      sql: string;
    }>();
    const listed = [
      ...(/ledger_reason_is_known CHECK \(reason IN \(([^)]*)\)/s.exec(table?.sql ?? "")?.[1] ?? "").matchAll(
        /'([^']+)'/g,
      ),
    ].map(([, reason]) => reason);
    expect(listed.sort()).toEqual([...LEDGER_REASONS].sort());
  });

  it("never lets what is pending or in transit go below zero, nor a payout take more than is available", async () => {
    const [available, inTransit] = [influencerAvailable("i-2"), influencerInTransit("i-2")];
    const move = (
      reason: "payout.requested" | "commission.released" | "balance.written_off",
      from: typeof due,
      to: typeof due,
      key: string,
    ) =>
      commit(
        ctx,
        postingStatements(ctx, {
          reason,
          idempotencyKey: key,
          subjectId: "s",
          postings: [{ from, to, amountMinor: 100 }],
        }),
      );
    await expect(move("commission.released", influencerPending("i-2"), available, "a")).rejects.toThrow(
      "some_balances_are_never_negative",
    );
    await expect(move("payout.requested", available, inTransit, "b")).rejects.toThrow("payouts_never_overdraw");
    await move("balance.written_off", available, worldBank, "c");
    expect(await balanceOf(available.id)).toBe(-100);
    expect(await bookFaults()).toEqual(SOUND);
  });
});

describe("a lost race", () => {
  it("posts nothing: of two commits on one row one is kept, the other is a Conflict", async () => {
    await env.CORE_DB.prepare(
      "INSERT INTO tax_rates (tax, valid_from, rate_bps, source) VALUES ('race', 0, 0, 'test')",
    ).run();
    const raise = (key: string) =>
      commit(ctx, [
        ...guarded(sql`UPDATE tax_rates SET rate_bps = rate_bps + 1 WHERE tax = 'race' AND rate_bps = 0`),
        ...transaction(key, 70),
      ]);
    const before = await balanceOf(pending.id);
    const results = await Promise.allSettled([raise("race-1"), raise("race-2"), raise("race-3")]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "row.changed" });
    expect((await balanceOf(pending.id)) - before).toBe(70);
  });
});
