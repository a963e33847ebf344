import { and, eq, inArray, sql } from "drizzle-orm";
import type { PageQuery } from "../../../schemas/page.ts";
import type { LedgerEntry } from "../../../schemas/payments.ts";
import { actingUser } from "../../core/actor.ts";
import { Forbidden } from "../../core/errors.ts";
import { pageFrom } from "../../db/page.ts";
import type { Context } from "../../platform/context.ts";
import { influencerAvailable, influencerInTransit, influencerPending, merchantDue } from "./rules.ts";
import { ledgerAccounts, ledgerPostings } from "./tables.ts";

/** Balances (in - out, centimes) of the accounts; one that was never used is 0. */
export async function getBalances(ctx: Context, accountIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await ctx.db.orm
    .select({ id: ledgerAccounts.id, balanceMinor: ledgerAccounts.balanceMinor })
    .from(ledgerAccounts)
    .where(inArray(ledgerAccounts.id, [...accountIds]));
  return new Map(rows.map(({ id, balanceMinor }) => [id, balanceMinor]));
}

/** What the transactions of some reasons moved out of an account (`out`) or into it (`in`), in centimes. */
export async function getMovedMinor(
  ctx: Context,
  account: string,
  direction: "in" | "out",
  reasons: readonly string[],
): Promise<number> {
  const column = direction === "in" ? ledgerPostings.toAccount : ledgerPostings.fromAccount;
  const [row] = await ctx.db.orm
    .select({ total: sql<number>`coalesce(sum(${ledgerPostings.amountMinor}), 0)` })
    .from(ledgerPostings)
    .where(
      and(
        eq(column, account),
        sql`(SELECT reason FROM ledger_transactions t WHERE t.id = ${ledgerPostings.transactionId}) IN (SELECT value FROM json_each(${JSON.stringify(reasons)}))`,
      ),
    );
  return row?.total ?? 0;
}

/** The ids of the accounts that are the actor's own. @throws Forbidden `role.required` for admins */
function ownAccounts(ctx: Context): string[] {
  const user = actingUser(ctx);
  if (user.role === "merchant") return [merchantDue(user.id).id];
  if (user.role === "influencer")
    return [influencerPending(user.id), influencerAvailable(user.id), influencerInTransit(user.id)].map(({ id }) => id);
  throw new Forbidden("role.required");
}

interface EntryRow {
  id: number;
  transactionId: string;
  reason: string;
  subject: string;
  account: string;
  counterAccount: string;
  amountMinor: number;
  direction: "in" | "out";
  at: number;
}

// Each account is one range of an index, so a page costs the same however long the book is. D1 allows five terms in a
// compound select: one per side, not one per account and side.
function entriesOf(accounts: readonly string[], side: "in" | "out", before: number, limit: number) {
  const [own, other, offset] =
    side === "in" ? [sql`to_account`, sql`from_account`, 0] : [sql`from_account`, sql`to_account`, 1];
  return sql`SELECT p.id * 2 + ${offset} AS id, p.transaction_id, p.${own} AS account, p.${other} AS counter_account, p.amount_minor, ${side} AS direction
    FROM json_each(${JSON.stringify(accounts)}) a JOIN ledger_postings p ON p.id IN (SELECT q.id FROM ledger_postings q
      WHERE q.${own} = a.value AND q.id < ${Math.ceil((before - offset) / 2)} ORDER BY q.id DESC LIMIT ${limit})`;
}

/** Entries of the actor's own accounts, newest first; a posting between two of them shows as two entries. */
export async function listLedgerEntries(ctx: Context, query: PageQuery) {
  const before = query.cursor && /^\d{1,15}$/.test(query.cursor) ? Number(query.cursor) : Number.MAX_SAFE_INTEGER;
  const limit = query.limit + 1;
  const accounts = ownAccounts(ctx);
  const parts = [entriesOf(accounts, "in", before, limit), entriesOf(accounts, "out", before, limit)];
  const rows = await ctx.db.orm.all<EntryRow>(sql`
    SELECT e.id, e.transaction_id AS transactionId, t.reason, t.subject_id AS subject, e.account,
      e.counter_account AS counterAccount, e.amount_minor AS amountMinor, e.direction, t.created_at AS at
    FROM (${sql.join(parts, sql` UNION ALL `)} ORDER BY 1 DESC LIMIT ${limit}) e
    JOIN ledger_transactions t ON t.id = e.transaction_id ORDER BY e.id DESC`);
  return pageFrom(rows, query.limit, ({ id }) => String(id));
}

export function ledgerEntryOf(row: EntryRow): LedgerEntry {
  return { ...row, id: String(row.id), at: new Date(row.at).toISOString() };
}
