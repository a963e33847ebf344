-- What is sold, and the hosts a merchant has proven to own.

CREATE TABLE categories (
  id TEXT PRIMARY KEY,
  parent_id TEXT REFERENCES categories (id),
  name_fr TEXT NOT NULL,
  name_en TEXT NOT NULL,
  name_ar TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE merchant_hosts (
  id TEXT PRIMARY KEY,
  merchant_id TEXT NOT NULL REFERENCES users (id),
  host TEXT NOT NULL,
  verified_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX merchant_hosts_are_unique ON merchant_hosts (merchant_id, host);

CREATE TABLE products (
  id TEXT PRIMARY KEY,
  merchant_id TEXT NOT NULL REFERENCES users (id),
  kind TEXT NOT NULL DEFAULT 'product',
  title_fr TEXT NOT NULL,
  title_en TEXT,
  title_ar TEXT,
  description_fr TEXT NOT NULL DEFAULT '',
  description_en TEXT,
  description_ar TEXT,
  price_minor INTEGER NOT NULL,
  currency TEXT NOT NULL DEFAULT 'MAD',
  commission_type TEXT NOT NULL DEFAULT 'rate',
  commission_rate_bps INTEGER,
  commission_amount_minor INTEGER,
  category_id TEXT NOT NULL REFERENCES categories (id),
  cities TEXT NOT NULL DEFAULT '[]',
  landing_url TEXT NOT NULL,
  image_url TEXT,
  hold_days INTEGER,
  attribution_days INTEGER NOT NULL DEFAULT 30,
  state TEXT NOT NULL DEFAULT 'active',
  ended_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CONSTRAINT product_kind_is_known CHECK (kind IN ('product', 'service')),
  CONSTRAINT product_state_is_known CHECK (state IN ('active', 'paused', 'archived')),
  CONSTRAINT ended_products_have_a_date CHECK ((state = 'active') = (ended_at IS NULL)),
  CONSTRAINT product_price_is_positive CHECK (price_minor > 0),
  CONSTRAINT product_commission_is_rate_or_flat CHECK (
    (commission_type = 'rate' AND commission_rate_bps BETWEEN 0 AND 5000 AND commission_amount_minor IS NULL)
    OR (commission_type = 'flat' AND commission_amount_minor >= 0 AND commission_rate_bps IS NULL)
  ),
  CONSTRAINT product_hold_is_0_to_60_days CHECK (hold_days BETWEEN 0 AND 60),
  CONSTRAINT product_attribution_is_1_to_90_days CHECK (attribution_days BETWEEN 1 AND 90),
  CONSTRAINT product_cities_are_json CHECK (json_valid(cities))
) STRICT;
CREATE INDEX products_by_merchant ON products (merchant_id, id);
