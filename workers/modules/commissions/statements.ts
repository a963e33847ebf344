import { and, eq } from "drizzle-orm";
import { guarded, type Statement } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import {
  influencerAvailable,
  influencerPending,
  merchantDue,
  type Posting,
  platformFees,
  platformVat,
} from "../ledger/rules.ts";
import { postingStatements } from "../ledger/statements.ts";
import type { CommissionMove, Parts } from "./rules.ts";
import { type CommissionRow, commissions } from "./tables.ts";

export function insertCommission(row: CommissionRow): Statement {
  return insertRow(commissions, row);
}

/** Moves the commission only if nobody did since it was read: the version is the guard of everything posted with it. */
export function moveCommission(ctx: Context, read: CommissionRow, changes: CommissionMove["changes"]): Statement[] {
  return guarded(
    ctx.db.orm
      .update(commissions)
      .set({ ...changes, version: read.version + 1, updatedAt: ctx.now() })
      .where(and(eq(commissions.id, read.id), eq(commissions.version, read.version))),
  );
}

/** Puts the row in the place of the one that was read, if nobody changed that. */
export function replaceCommission(ctx: Context, read: CommissionRow, row: CommissionRow): Statement[] {
  return guarded(
    ctx.db.orm
      .update(commissions)
      .set(row)
      .where(and(eq(commissions.id, read.id), eq(commissions.version, read.version))),
  );
}

/** The postings of a move: what is newly earned, and what goes back (money.md 5). */
export function commissionPostings(ctx: Context, read: CommissionRow, delta: Parts): Statement[] {
  const version = read.version + 1;
  const merchant = merchantDue(read.merchantId);
  const owed =
    read.state === "available" || read.state === "paid"
      ? influencerAvailable(read.influencerId)
      : influencerPending(read.influencerId);
  const earned: Posting[] = [
    { from: merchant, to: influencerPending(read.influencerId), amountMinor: Math.max(0, delta.commissionMinor) },
    { from: merchant, to: platformFees, amountMinor: Math.max(0, delta.feeMinor) },
    { from: merchant, to: platformVat, amountMinor: Math.max(0, delta.vatMinor) },
  ];
  const reversed: Posting[] = [
    { from: owed, to: merchant, amountMinor: Math.max(0, -delta.commissionMinor) },
    { from: platformFees, to: merchant, amountMinor: Math.max(0, -delta.feeMinor) },
    { from: platformVat, to: merchant, amountMinor: Math.max(0, -delta.vatMinor) },
  ];
  const transaction = (reason: "commission.earned" | "commission.reversed", postings: Posting[]) =>
    postingStatements(ctx, { reason, idempotencyKey: `${reason}:${read.id}:${version}`, subjectId: read.id, postings });
  return [...transaction("commission.earned", earned), ...transaction("commission.reversed", reversed)];
}
