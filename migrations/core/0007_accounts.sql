-- The front door: how people prove who they are, the sessions they have open, and what is told to them.

-- scrypt with its parameters; the second factor's secret is sealed. A step is a TOTP period: a code opens once.
ALTER TABLE users ADD COLUMN password_hash TEXT;
ALTER TABLE users ADD COLUMN password_changed_at INTEGER;
ALTER TABLE users ADD COLUMN totp_sealed TEXT;
ALTER TABLE users ADD COLUMN totp_enabled_at INTEGER;
ALTER TABLE users ADD COLUMN totp_last_step INTEGER NOT NULL DEFAULT 0;
ALTER TABLE users ADD COLUMN deleted_at INTEGER;

CREATE TABLE recovery_codes (
  user_id TEXT NOT NULL REFERENCES users (id),
  code_hash TEXT NOT NULL,
  used_at INTEGER,
  PRIMARY KEY (user_id, code_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  device TEXT NOT NULL,
  country TEXT,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER,
  revoked_reason TEXT,
  CONSTRAINT session_end_is_explained CHECK ((revoked_at IS NULL) = (revoked_reason IS NULL)),
  CONSTRAINT session_end_is_known
    CHECK (revoked_reason IN ('logged_out', 'revoked', 'reused', 'password_changed', 'suspended', 'account_deleted'))
) STRICT;
CREATE INDEX sessions_open_by_user ON sessions (user_id, last_used_at) WHERE revoked_at IS NULL;
CREATE INDEX sessions_by_end ON sessions (expires_at);

-- Each refresh spends one token and makes the next; only their SHA-256 is kept. A spent one that comes again closes the session.
CREATE TABLE refresh_tokens (
  token_hash TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  spent_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);

-- Links in mails: one use, one purpose, an hour or a day.
CREATE TABLE email_tokens (
  token_hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  purpose TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  CONSTRAINT email_token_purpose_is_known CHECK (purpose IN ('verify', 'reset'))
) STRICT, WITHOUT ROWID;
CREATE INDEX email_tokens_by_user ON email_tokens (user_id, purpose);
CREATE INDEX email_tokens_by_end ON email_tokens (expires_at);

-- Wrong passwords in a row, by keyed hash of the e-mail whether or not it is somebody's: both must look alike.
CREATE TABLE login_failures (
  email_hash TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  last_failed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX login_failures_by_age ON login_failures (last_failed_at);

CREATE TABLE consents (
  user_id TEXT NOT NULL REFERENCES users (id),
  kind TEXT NOT NULL,
  version TEXT NOT NULL,
  given_at INTEGER NOT NULL,
  withdrawn_at INTEGER,
  PRIMARY KEY (user_id, kind, version),
  CONSTRAINT consent_kind_is_known CHECK (kind IN ('terms'))
) STRICT, WITHOUT ROWID;

CREATE TABLE notifications (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  kind TEXT NOT NULL,
  data TEXT NOT NULL DEFAULT '{}',
  created_at INTEGER NOT NULL,
  read_at INTEGER,
  CONSTRAINT notification_data_is_json CHECK (json_valid(data))
) STRICT;
CREATE INDEX notifications_by_user ON notifications (user_id, id);
