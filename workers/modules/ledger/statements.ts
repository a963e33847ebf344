import { sql } from "drizzle-orm";
import type { Statement } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import { nonZero, type Posting } from "./rules.ts";
import { type LedgerReason, ledgerTransactions } from "./tables.ts";

export interface Transaction {
  readonly reason: LedgerReason;
  /** UNIQUE: the same effect is never posted twice, whoever tries. */
  readonly idempotencyKey: string;
  readonly subjectId: string;
  readonly postings: readonly Posting[];
}

/** One transaction of the book: accounts opened where new, the transaction, its postings. Balances follow by trigger. */
export function postingStatements(ctx: Context, transaction: Transaction): Statement[] {
  const postings = nonZero(transaction.postings);
  if (postings.length === 0) return [];
  const transactionId = ctx.newId("txn");
  const accounts = postings.flatMap(({ from, to }) => [from, to]);
  const rows = postings.map(({ from, to, amountMinor }) => [from.id, to.id, amountMinor]);
  return [
    sql`INSERT INTO ledger_accounts (id, owner_id, kind)
      SELECT value ->> 'id', value ->> 'ownerId', value ->> 'kind' FROM json_each(${JSON.stringify(accounts)}) WHERE true
      ON CONFLICT (id) DO NOTHING`,
    insertRow(ledgerTransactions, {
      id: transactionId,
      reason: transaction.reason,
      idempotencyKey: transaction.idempotencyKey,
      subjectId: transaction.subjectId,
      createdAt: ctx.now(),
    }),
    sql`INSERT INTO ledger_postings (transaction_id, from_account, to_account, amount_minor)
      SELECT ${transactionId}, value ->> 0, value ->> 1, value ->> 2 FROM json_each(${JSON.stringify(rows)})`,
  ];
}
