-- What shops' pages say of an order with a publishable key: that a click was there. Never a commission, never a status.

CREATE TABLE touches (
  id TEXT PRIMARY KEY,
  merchant_id TEXT NOT NULL REFERENCES users (id),
  order_id TEXT NOT NULL,
  -- The click, as its token proved it: link, instant and six random bytes.
  link_number INTEGER NOT NULL,
  clicked_at INTEGER NOT NULL,
  nonce INTEGER NOT NULL,
  -- The conversion that it was decided by; null while no report needed it.
  conversion_id TEXT REFERENCES conversions (id),
  received_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX touches_are_unique_per_order ON touches (merchant_id, order_id, link_number, clicked_at, nonce);
CREATE INDEX touches_by_merchant ON touches (merchant_id, received_at);
CREATE INDEX touches_that_decided_nothing ON touches (received_at) WHERE conversion_id IS NULL;
