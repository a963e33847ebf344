-- The double-entry book. One row per posting (from -> to, always positive), so every transaction sums to zero by construction.

CREATE TABLE ledger_accounts (
  id TEXT PRIMARY KEY,
  owner_id TEXT,
  kind TEXT NOT NULL,
  balance_minor INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT account_kind_is_known CHECK (kind IN ('merchant:due', 'influencer:pending', 'influencer:available',
    'influencer:in_transit', 'platform:fees', 'platform:vat', 'platform:losses', 'tax:withheld', 'world:bank', 'world:stripe')),
  CONSTRAINT some_balances_are_never_negative CHECK (
    kind NOT IN ('influencer:pending', 'influencer:in_transit', 'tax:withheld') OR balance_minor >= 0)
) STRICT;

CREATE TABLE ledger_transactions (
  id TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CONSTRAINT ledger_reason_is_known CHECK (reason IN ('commission.earned', 'commission.reversed', 'commission.released',
    'statement.paid', 'statement.payment_reversed', 'statement.refunded', 'payout.requested', 'payout.returned',
    'payout.settled', 'payout.bounced', 'tax.remitted', 'vat.remitted', 'balance.written_off'))
) STRICT;
CREATE UNIQUE INDEX ledger_transactions_post_once ON ledger_transactions (idempotency_key);
CREATE INDEX ledger_transactions_by_subject ON ledger_transactions (subject_id);

CREATE TABLE ledger_postings (
  id INTEGER PRIMARY KEY,
  transaction_id TEXT NOT NULL REFERENCES ledger_transactions (id),
  from_account TEXT NOT NULL REFERENCES ledger_accounts (id),
  to_account TEXT NOT NULL REFERENCES ledger_accounts (id),
  amount_minor INTEGER NOT NULL,
  CONSTRAINT posting_amount_is_positive CHECK (amount_minor > 0),
  CONSTRAINT posting_moves_between_two_accounts CHECK (from_account <> to_account)
) STRICT;
CREATE INDEX ledger_postings_by_transaction ON ledger_postings (transaction_id);
CREATE INDEX ledger_postings_out ON ledger_postings (from_account, id);
CREATE INDEX ledger_postings_in ON ledger_postings (to_account, id);

CREATE TRIGGER balances_follow_postings AFTER INSERT ON ledger_postings
BEGIN
  UPDATE ledger_accounts SET balance_minor = balance_minor - NEW.amount_minor WHERE id = NEW.from_account;
  UPDATE ledger_accounts SET balance_minor = balance_minor + NEW.amount_minor WHERE id = NEW.to_account;
  SELECT RAISE(ABORT, 'payouts_never_overdraw')
  WHERE EXISTS (SELECT 1 FROM ledger_accounts a JOIN ledger_transactions t ON t.id = NEW.transaction_id
    WHERE a.id = NEW.from_account AND a.kind = 'influencer:available' AND a.balance_minor < 0 AND t.reason = 'payout.requested');
END;

CREATE TRIGGER ledger_postings_are_never_updated BEFORE UPDATE ON ledger_postings
BEGIN
  SELECT RAISE(ABORT, 'ledger_entries_are_append_only');
END;
CREATE TRIGGER ledger_postings_are_never_deleted BEFORE DELETE ON ledger_postings
BEGIN
  SELECT RAISE(ABORT, 'ledger_entries_are_append_only');
END;
CREATE TRIGGER ledger_transactions_are_never_updated BEFORE UPDATE ON ledger_transactions
BEGIN
  SELECT RAISE(ABORT, 'ledger_entries_are_append_only');
END;
CREATE TRIGGER ledger_transactions_are_never_deleted BEFORE DELETE ON ledger_transactions
BEGIN
  SELECT RAISE(ABORT, 'ledger_entries_are_append_only');
END;
-- Accounts open at zero; only the trigger above moves a balance, and it runs inside a posting (depth 1).
CREATE TRIGGER ledger_accounts_open_at_zero BEFORE INSERT ON ledger_accounts WHEN NEW.balance_minor <> 0
BEGIN
  SELECT RAISE(ABORT, 'ledger_accounts_open_at_zero');
END;

-- Both directions of every posting, for account histories.
CREATE VIEW ledger_entries AS
SELECT p.id * 2 AS id, p.transaction_id, p.to_account AS account, p.from_account AS counter_account, p.amount_minor, 'in' AS direction
FROM ledger_postings p
UNION ALL
SELECT p.id * 2 + 1, p.transaction_id, p.from_account, p.to_account, p.amount_minor, 'out'
FROM ledger_postings p;
