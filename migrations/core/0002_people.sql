-- Who acts: users, their keys, plan, identity state and social numbers.

CREATE TABLE users (
  id TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  email TEXT NOT NULL,
  email_verified_at INTEGER,
  display_name TEXT NOT NULL,
  handle TEXT,
  phone TEXT,
  locale TEXT NOT NULL DEFAULT 'fr',
  state TEXT NOT NULL DEFAULT 'active',
  scopes TEXT NOT NULL DEFAULT '[]',
  suspended_at INTEGER,
  created_at INTEGER NOT NULL,
  CONSTRAINT user_role_is_known CHECK (role IN ('influencer', 'merchant', 'admin')),
  CONSTRAINT user_state_is_known CHECK (state IN ('active', 'suspended')),
  CONSTRAINT suspended_users_have_a_date CHECK ((state = 'suspended') = (suspended_at IS NOT NULL)),
  CONSTRAINT user_locale_is_known CHECK (locale IN ('fr', 'en', 'ar')),
  CONSTRAINT user_scopes_are_json CHECK (json_valid(scopes))
) STRICT;
CREATE UNIQUE INDEX users_email_is_unique ON users (email COLLATE NOCASE);
CREATE UNIQUE INDEX users_handle_is_unique ON users (handle COLLATE NOCASE) WHERE handle IS NOT NULL;

-- Only the SHA-256 of a key is kept; prefix and last_four let its owner recognise it.
CREATE TABLE api_keys (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  name TEXT NOT NULL,
  prefix TEXT NOT NULL,
  last_four TEXT NOT NULL,
  key_hash TEXT NOT NULL,
  scopes TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  revoked_at INTEGER,
  last_used_at INTEGER,
  CONSTRAINT api_key_prefix_is_known CHECK (prefix IN ('sk_live_', 'sk_test_', 'pk_')),
  CONSTRAINT api_key_scopes_are_json CHECK (json_valid(scopes))
) STRICT;
CREATE UNIQUE INDEX api_keys_hash_is_unique ON api_keys (key_hash);
CREATE INDEX api_keys_by_user ON api_keys (user_id, id);

CREATE TABLE user_subscriptions (
  user_id TEXT PRIMARY KEY REFERENCES users (id),
  plan TEXT NOT NULL DEFAULT 'FREE',
  state TEXT NOT NULL DEFAULT 'active',
  source TEXT NOT NULL DEFAULT 'manual',
  trial_ends_at INTEGER,
  current_period_end INTEGER,
  cancel_at_period_end INTEGER NOT NULL DEFAULT 0,
  pending_plan TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CONSTRAINT subscription_plan_is_known CHECK (plan IN ('FREE', 'STARTER', 'PRO', 'ENTERPRISE')),
  CONSTRAINT subscription_state_is_known CHECK (state IN ('trialing', 'active', 'past_due', 'cancelled')),
  CONSTRAINT subscription_source_is_known CHECK (source IN ('stripe', 'manual'))
) STRICT;

CREATE TABLE user_quotas (
  user_id TEXT NOT NULL REFERENCES users (id),
  quota TEXT NOT NULL,
  max_count INTEGER,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (user_id, quota),
  CONSTRAINT quota_is_known CHECK (quota IN ('products')),
  CONSTRAINT quota_is_not_negative CHECK (max_count >= 0)
) STRICT;

CREATE TABLE kyc_submissions (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  state TEXT NOT NULL,
  reason TEXT,
  submitted_at INTEGER,
  decided_at INTEGER,
  decided_by TEXT REFERENCES users (id),
  expires_at INTEGER,
  created_at INTEGER NOT NULL,
  CONSTRAINT kyc_state_is_known
    CHECK (state IN ('draft', 'submitted', 'in_review', 'approved', 'rejected', 'needs_information', 'expired'))
) STRICT;
CREATE INDEX kyc_submissions_by_user ON kyc_submissions (user_id, id);

CREATE TABLE social_media_accounts (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  provider TEXT NOT NULL,
  provider_account_id TEXT NOT NULL,
  username TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'connected',
  connected_at INTEGER NOT NULL,
  CONSTRAINT social_provider_is_known CHECK (provider IN ('instagram', 'tiktok', 'facebook')),
  CONSTRAINT social_state_is_known CHECK (state IN ('connected', 'expired', 'disconnected'))
) STRICT;
CREATE UNIQUE INDEX social_accounts_are_unique ON social_media_accounts (provider, provider_account_id);
CREATE INDEX social_accounts_by_user ON social_media_accounts (user_id);

CREATE TABLE social_media_stats (
  account_id TEXT NOT NULL REFERENCES social_media_accounts (id),
  day INTEGER NOT NULL,
  followers INTEGER NOT NULL,
  posts INTEGER NOT NULL,
  engagement_bps INTEGER NOT NULL,
  PRIMARY KEY (account_id, day)
) STRICT;

-- Inserting (key_id, at) stores nothing; it aborts the batch unless the key and its user are alive at that instant. A commit
-- that was reached from a remembered key proves it so, in its own transaction.
CREATE VIEW living_keys AS SELECT '' AS key_id, 0 AS at WHERE 0;
CREATE TRIGGER living_keys_guard INSTEAD OF INSERT ON living_keys
WHEN NOT EXISTS (SELECT 1 FROM api_keys k JOIN users u ON u.id = k.user_id WHERE k.id = NEW.key_id AND k.revoked_at IS NULL
  AND (k.expires_at IS NULL OR k.expires_at > NEW.at) AND u.state = 'active')
BEGIN
  SELECT RAISE(ABORT, 'key_is_not_alive');
END;
