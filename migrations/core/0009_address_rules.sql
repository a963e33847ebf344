-- Networks that an admin denies, or that are not counted by their address.

CREATE TABLE address_rules (
  id TEXT PRIMARY KEY,
  cidr TEXT NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES users (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  CONSTRAINT address_rule_kind_is_known CHECK (kind IN ('allow', 'deny')),
  CONSTRAINT address_rules_end_after_they_begin CHECK (expires_at IS NULL OR expires_at > created_at)
) STRICT;
CREATE INDEX address_rules_by_end ON address_rules (expires_at);
