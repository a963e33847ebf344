import { env } from "cloudflare:workers";

/** Balance of an account in centimes; 0 for one that was never used. */
export async function balanceOf(account: string): Promise<number> {
  const row = await env.CORE_DB.prepare("SELECT balance_minor AS balance FROM ledger_accounts WHERE id = ?")
    .bind(account)
    .first<{ balance: number }>();
  return row?.balance ?? 0;
}

export interface BookFaults {
  readonly sumMinor: number;
  readonly accountsOff: number;
  readonly commissionsOff: number;
}

/** What a sound book shows as zeros: the sum of all balances, balances unlike their entries, commissions unlike their postings. */
export async function bookFaults(): Promise<BookFaults> {
  const row = await env.CORE_DB.prepare(`SELECT
    (SELECT coalesce(sum(balance_minor), 0) FROM ledger_accounts) AS sumMinor,
    (SELECT count(*) FROM ledger_accounts a WHERE a.balance_minor <> (SELECT coalesce(sum(CASE direction WHEN 'in' THEN amount_minor ELSE -amount_minor END), 0)
      FROM ledger_entries e WHERE e.account = a.id)) AS accountsOff,
    (SELECT count(*) FROM commissions c WHERE c.posted_minor <> (SELECT coalesce(sum(CASE WHEN t.reason = 'commission.earned' THEN p.amount_minor ELSE -p.amount_minor END), 0)
      FROM ledger_transactions t JOIN ledger_postings p ON p.transaction_id = t.id
      WHERE t.subject_id = c.id AND (p.to_account LIKE 'influencer:%' OR p.from_account LIKE 'influencer:%'))) AS commissionsOff`).first<BookFaults>();
  if (!row) throw new Error("the book has no answer");
  return row;
}

export const SOUND: BookFaults = { sumMinor: 0, accountsOff: 0, commissionsOff: 0 };
