import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "../../db/columns.ts";

export const LEDGER_REASONS = [
  "commission.earned",
  "commission.reversed",
  "commission.released",
  "statement.paid",
  "statement.payment_reversed",
  "statement.refunded",
  "payout.requested",
  "payout.returned",
  "payout.settled",
  "payout.bounced",
  "tax.remitted",
  "vat.remitted",
  "balance.written_off",
] as const;
export type LedgerReason = (typeof LEDGER_REASONS)[number];

export const ledgerAccounts = sqliteTable("ledger_accounts", {
  id: id("id").primaryKey(),
  ownerId: text("owner_id"),
  kind: text("kind").notNull(),
  balanceMinor: integer("balance_minor").notNull().default(0),
});

export const ledgerTransactions = sqliteTable("ledger_transactions", {
  id: id("id").primaryKey(),
  reason: text("reason").$type<LedgerReason>().notNull(),
  idempotencyKey: text("idempotency_key").notNull(),
  subjectId: text("subject_id").notNull(),
  createdAt: instant("created_at").notNull(),
});

export const ledgerPostings = sqliteTable("ledger_postings", {
  id: integer("id").primaryKey(),
  transactionId: text("transaction_id").notNull(),
  fromAccount: text("from_account").notNull(),
  toAccount: text("to_account").notNull(),
  amountMinor: integer("amount_minor").notNull(),
});
