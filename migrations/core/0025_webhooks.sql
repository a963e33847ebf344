-- Where merchants and influencers want to be told of state changes, and what was told to whom. A delivery's row is the truth and its
-- own outbox: the queue's message only names it, a cron sends what is due.
CREATE TABLE webhook_endpoints (
  id TEXT PRIMARY KEY,
  owner_id TEXT NOT NULL REFERENCES users (id),
  url TEXT NOT NULL,
  -- JSON list; empty means all events.
  events TEXT NOT NULL,
  description TEXT NOT NULL,
  secret_sealed TEXT,
  -- Signs beside the new one until then.
  old_secret_sealed TEXT,
  old_secret_until INTEGER,
  state TEXT NOT NULL,
  paused_by TEXT,
  -- Since when every attempt has failed; null after a success.
  failing_since INTEGER,
  last_success_at INTEGER,
  last_failure_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  removed_at INTEGER,
  CONSTRAINT endpoint_state_is_known CHECK (state IN ('active', 'paused')),
  CONSTRAINT pause_is_known CHECK (paused_by IN ('owner', 'failures')),
  CONSTRAINT paused_endpoints_say_by_whom CHECK ((state = 'paused') = (paused_by IS NOT NULL)),
  CONSTRAINT old_secrets_end CHECK ((old_secret_sealed IS NULL) = (old_secret_until IS NULL)),
  CONSTRAINT removed_endpoints_keep_no_secret CHECK ((removed_at IS NULL) = (secret_sealed IS NOT NULL))
) STRICT;
CREATE INDEX webhook_endpoints_by_owner ON webhook_endpoints (owner_id, id) WHERE removed_at IS NULL;
CREATE INDEX webhook_endpoints_removed ON webhook_endpoints (removed_at) WHERE removed_at IS NOT NULL;

CREATE TRIGGER owners_have_at_most_10_endpoints BEFORE INSERT ON webhook_endpoints
WHEN (SELECT count(*) FROM webhook_endpoints WHERE owner_id = NEW.owner_id AND removed_at IS NULL) >= 10
BEGIN
  SELECT RAISE(ABORT, 'owners_have_at_most_10_endpoints');
END;

CREATE TABLE webhook_deliveries (
  id TEXT PRIMARY KEY,
  endpoint_id TEXT NOT NULL REFERENCES webhook_endpoints (id),
  -- The outbox row it tells of; null for a test.
  news_id TEXT,
  event TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  -- The body, byte for byte, as every attempt sends it.
  payload TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  -- Attempts since it was made or last replayed.
  round_attempts INTEGER NOT NULL DEFAULT 0,
  last_status INTEGER,
  last_error TEXT,
  duration_ms INTEGER,
  -- Null: ended, or held while the endpoint is paused.
  next_attempt_at INTEGER,
  created_at INTEGER NOT NULL,
  delivered_at INTEGER,
  CONSTRAINT delivery_state_is_known CHECK (state IN ('waiting', 'delivered', 'failed')),
  CONSTRAINT delivery_error_is_known CHECK (last_error IN
    ('refused_address', 'redirect', 'timeout', 'unreachable', 'bad_status', 'too_large')),
  CONSTRAINT ended_deliveries_are_not_due CHECK (state = 'waiting' OR next_attempt_at IS NULL),
  CONSTRAINT delivered_ones_know_when CHECK (state <> 'delivered' OR delivered_at IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX webhook_deliveries_tell_news_once ON webhook_deliveries (endpoint_id, news_id) WHERE news_id IS NOT NULL;
CREATE INDEX webhook_deliveries_by_endpoint ON webhook_deliveries (endpoint_id, id);
CREATE INDEX webhook_deliveries_by_state ON webhook_deliveries (endpoint_id, state, id);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX webhook_deliveries_by_age ON webhook_deliveries (created_at);

CREATE TRIGGER webhook_deliveries_move_in_turn BEFORE UPDATE OF state ON webhook_deliveries
WHEN OLD.state <> NEW.state AND OLD.state <> 'waiting' AND NEW.state <> 'waiting'
BEGIN
  SELECT RAISE(ABORT, 'webhook_deliveries_move_in_turn');
END;
