-- A merchant's connections to shops, couriers and servers, and everything that came in through them.

-- Secrets are sealed. polling columns: how a shop without status webhooks is asked; cursor: the last change read so far.
CREATE TABLE connectors (
  id TEXT PRIMARY KEY,
  merchant_id TEXT NOT NULL REFERENCES users (id),
  platform TEXT NOT NULL,
  name TEXT NOT NULL,
  secret_sealed TEXT NOT NULL,
  order_id_prefix TEXT,
  status_mapping TEXT NOT NULL DEFAULT '{}',
  state TEXT NOT NULL DEFAULT 'active',
  polling_url TEXT,
  polling_token_sealed TEXT,
  polling_every_minutes INTEGER,
  polling_cursor INTEGER,
  polling_page INTEGER NOT NULL DEFAULT 1,
  polling_failures INTEGER NOT NULL DEFAULT 0,
  next_poll_at INTEGER,
  last_polled_at INTEGER,
  last_error TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CONSTRAINT connector_platform_is_known CHECK (platform IN ('shopify', 'woocommerce', 'youcan', 'courier', 'postback')),
  CONSTRAINT connector_state_is_known CHECK (state IN ('active', 'paused', 'removed')),
  CONSTRAINT polling_is_whole CHECK ((polling_url IS NULL) = (polling_token_sealed IS NULL)
    AND (polling_url IS NULL) = (polling_every_minutes IS NULL) AND (polling_url IS NULL) = (next_poll_at IS NULL)
    AND (polling_url IS NULL) = (polling_cursor IS NULL))
) STRICT;
CREATE INDEX connectors_by_merchant ON connectors (merchant_id, id) WHERE state <> 'removed';
CREATE UNIQUE INDEX shops_have_their_own_prefix ON connectors (merchant_id, coalesce(order_id_prefix, ''))
  WHERE state <> 'removed' AND platform IN ('shopify', 'woocommerce', 'youcan');
CREATE INDEX connectors_to_poll ON connectors (next_poll_at) WHERE state = 'active' AND next_poll_at IS NOT NULL;
CREATE TRIGGER removed_connectors_stay_removed BEFORE UPDATE OF state ON connectors
WHEN OLD.state = 'removed' AND NEW.state <> 'removed'
BEGIN
  SELECT RAISE(ABORT, 'removed_connectors_stay_removed');
END;

-- The delivery log. delivery_key: the platform's id of the delivery, else what makes it one of a kind; told again it only counts.
-- The row is the truth: the queue's message names it, a cron sends waiting rows again. What a delivery means is sealed
-- (it holds customers' phones) and gone once it has ended.
CREATE TABLE inbound_deliveries (
  id TEXT PRIMARY KEY,
  connector_id TEXT NOT NULL REFERENCES connectors (id),
  delivery_key TEXT NOT NULL,
  delivery_id TEXT,
  topic TEXT,
  body_sha256 TEXT,
  bytes INTEGER NOT NULL,
  times INTEGER NOT NULL DEFAULT 1,
  outcome TEXT NOT NULL,
  reason TEXT,
  label TEXT,
  order_id TEXT,
  conversion_id TEXT,
  meaning_sealed TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER,
  received_at INTEGER NOT NULL,
  ended_at INTEGER,
  CONSTRAINT delivery_outcome_is_known CHECK (outcome IN ('waiting', 'recorded', 'unchanged', 'noted', 'ignored',
    'unknown_label', 'order_unknown', 'order_differs', 'refused', 'signature_wrong', 'too_large', 'malformed', 'failed')),
  CONSTRAINT waiting_deliveries_can_be_read CHECK ((outcome = 'waiting') = (meaning_sealed IS NOT NULL)
    AND (outcome = 'waiting') = (next_attempt_at IS NOT NULL) AND (outcome = 'waiting') = (ended_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX deliveries_count_once ON inbound_deliveries (connector_id, delivery_key);
CREATE INDEX deliveries_by_connector ON inbound_deliveries (connector_id, id);
CREATE INDEX deliveries_by_outcome ON inbound_deliveries (connector_id, outcome, id);
CREATE INDEX deliveries_waiting ON inbound_deliveries (next_attempt_at) WHERE outcome = 'waiting';
CREATE INDEX deliveries_with_unknown_labels ON inbound_deliveries (connector_id, label, ended_at)
  WHERE outcome = 'unknown_label';
CREATE INDEX deliveries_by_age ON inbound_deliveries (received_at);
