-- Who may promote what, and through which links and codes.

CREATE TABLE affiliate_requests (
  id TEXT PRIMARY KEY,
  product_id TEXT NOT NULL REFERENCES products (id),
  influencer_id TEXT NOT NULL REFERENCES users (id),
  message TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'pending',
  reason TEXT,
  rate_bps INTEGER,
  created_at INTEGER NOT NULL,
  decided_at INTEGER,
  CONSTRAINT request_state_is_known CHECK (state IN ('pending', 'approved', 'rejected', 'cancelled', 'expired')),
  CONSTRAINT request_rate_is_0_to_5000_bps CHECK (rate_bps BETWEEN 0 AND 5000)
) STRICT;
CREATE UNIQUE INDEX one_open_request_per_product
  ON affiliate_requests (product_id, influencer_id) WHERE state IN ('pending', 'approved');
CREATE INDEX affiliate_requests_by_influencer ON affiliate_requests (influencer_id, id);

-- number is what a click token carries (5 bytes); id is what people see.
CREATE TABLE affiliate_links (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  slug TEXT NOT NULL,
  request_id TEXT NOT NULL REFERENCES affiliate_requests (id),
  product_id TEXT NOT NULL REFERENCES products (id),
  influencer_id TEXT NOT NULL REFERENCES users (id),
  merchant_id TEXT NOT NULL REFERENCES users (id),
  title TEXT,
  target_url TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'active',
  rules TEXT NOT NULL DEFAULT '{}',
  utm TEXT NOT NULL DEFAULT '{}',
  sub TEXT NOT NULL DEFAULT '{}',
  starts_at INTEGER,
  ends_at INTEGER,
  clicks_max INTEGER,
  paused_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT link_state_is_known CHECK (state IN ('active', 'paused', 'capped')),
  CONSTRAINT stopped_links_have_a_date CHECK ((state = 'active') = (paused_at IS NULL)),
  CONSTRAINT link_number_fits_five_bytes CHECK (number BETWEEN 1 AND 1099511627775),
  CONSTRAINT link_clicks_max_is_positive CHECK (clicks_max > 0),
  CONSTRAINT link_ends_after_it_starts CHECK (ends_at > starts_at),
  CONSTRAINT link_rules_are_json CHECK (json_valid(rules)),
  CONSTRAINT link_utm_is_json CHECK (json_valid(utm)),
  CONSTRAINT link_sub_is_json CHECK (json_valid(sub))
) STRICT;
CREATE UNIQUE INDEX affiliate_links_id_is_unique ON affiliate_links (id);
CREATE UNIQUE INDEX affiliate_links_slug_is_unique ON affiliate_links (slug);
CREATE INDEX affiliate_links_by_influencer ON affiliate_links (influencer_id, id);
CREATE INDEX affiliate_links_by_product ON affiliate_links (product_id);
CREATE INDEX affiliate_links_with_a_cap ON affiliate_links (number) WHERE clicks_max IS NOT NULL AND state = 'active';

CREATE TABLE coupons (
  id TEXT PRIMARY KEY,
  merchant_id TEXT NOT NULL REFERENCES users (id),
  link_id TEXT NOT NULL REFERENCES affiliate_links (id),
  code TEXT NOT NULL,
  rate_bps INTEGER,
  ends_at INTEGER,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT coupon_rate_is_0_to_5000_bps CHECK (rate_bps BETWEEN 0 AND 5000),
  CONSTRAINT coupon_code_is_upper_case CHECK (code = upper(code))
) STRICT;
CREATE UNIQUE INDEX coupons_code_is_unique_per_merchant ON coupons (merchant_id, code) WHERE deleted_at IS NULL;
CREATE INDEX coupons_by_link ON coupons (link_id);

-- Everything the redirect needs to know of a link: the links Worker reads it on a cache miss, the platform writes it to KV.
CREATE VIEW link_entries AS
SELECT
  l.id, l.slug, l.number, l.target_url, l.state, l.rules, l.utm, l.sub, l.starts_at, l.ends_at, l.version,
  p.state AS product_state, u.state AS influencer_state, m.state AS merchant_state, u.locale,
  m.display_name AS merchant_name, p.title_fr, p.title_en, p.title_ar, p.description_fr, p.description_en,
  p.description_ar, p.image_url
FROM affiliate_links l
JOIN products p ON p.id = l.product_id
JOIN users u ON u.id = l.influencer_id
JOIN users m ON m.id = l.merchant_id
WHERE l.deleted_at IS NULL;

-- The terms under which a touch of a link, or of one of its codes, may carry an order.
CREATE VIEW link_terms AS
SELECT
  l.number, l.id AS link_id, l.merchant_id, l.influencer_id, l.product_id, l.request_id,
  l.state AS link_state, l.paused_at, l.starts_at, l.ends_at,
  r.state AS request_state, r.rate_bps AS request_rate_bps,
  p.state AS product_state, p.ended_at AS product_ended_at, p.commission_type, p.commission_rate_bps,
  p.commission_amount_minor, p.hold_days, p.attribution_days,
  u.state AS influencer_state, u.suspended_at
FROM affiliate_links l
JOIN affiliate_requests r ON r.id = l.request_id
JOIN products p ON p.id = l.product_id
JOIN users u ON u.id = l.influencer_id;
