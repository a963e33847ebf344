-- What every commit leans on: the guard against lost races, idempotency, audit, outbox, dead letters.

-- Inserting (changed, expected) stores nothing; it aborts the batch when a conditional update met another number of rows.
CREATE VIEW changed_rows AS SELECT 0 AS changed, 0 AS expected WHERE 0;
CREATE TRIGGER changed_rows_guard INSTEAD OF INSERT ON changed_rows
WHEN NEW.changed IS NOT NEW.expected
BEGIN
  SELECT RAISE(ABORT, 'lost_the_race');
END;

CREATE TABLE idempotency_keys (
  actor_id TEXT NOT NULL,
  operation TEXT NOT NULL,
  key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  status INTEGER NOT NULL,
  answer TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (actor_id, operation, key)
) STRICT;
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

CREATE TABLE audit_log (
  id TEXT PRIMARY KEY,
  actor_id TEXT NOT NULL,
  actor_role TEXT NOT NULL,
  action TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  details TEXT NOT NULL DEFAULT '{}',
  request_id TEXT,
  created_at INTEGER NOT NULL,
  CONSTRAINT audit_details_are_json CHECK (json_valid(details))
) STRICT;
CREATE INDEX audit_log_by_subject ON audit_log (subject_id, id);
CREATE TRIGGER audit_log_is_never_updated BEFORE UPDATE ON audit_log
BEGIN
  SELECT RAISE(ABORT, 'audit_log_is_append_only');
END;
CREATE TRIGGER audit_log_is_never_deleted BEFORE DELETE ON audit_log
BEGIN
  SELECT RAISE(ABORT, 'audit_log_is_append_only');
END;

-- done_at is set by whoever carried the event to its end; a row without an end is sent again by cron.
CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  event TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  payload TEXT NOT NULL DEFAULT '{}',
  created_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL,
  done_at INTEGER,
  CONSTRAINT outbox_payload_is_json CHECK (json_valid(payload))
) STRICT;
CREATE INDEX outbox_without_an_end ON outbox (next_attempt_at) WHERE done_at IS NULL;
CREATE INDEX outbox_open_by_subject ON outbox (subject_id) WHERE done_at IS NULL;

CREATE TABLE dead_letters (
  id TEXT PRIMARY KEY,
  queue TEXT NOT NULL,
  body TEXT NOT NULL,
  reason TEXT,
  received_at INTEGER NOT NULL,
  replayed_at INTEGER
) STRICT;
CREATE INDEX dead_letters_waiting ON dead_letters (received_at) WHERE replayed_at IS NULL;
