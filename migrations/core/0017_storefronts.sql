-- An influencer's public page: how it looks, and which links it shows in which order.

CREATE TABLE storefronts (
  user_id TEXT PRIMARY KEY REFERENCES users (id),
  theme TEXT NOT NULL DEFAULT 'paper',
  published INTEGER NOT NULL DEFAULT 0,
  headline_fr TEXT NOT NULL DEFAULT '',
  headline_en TEXT,
  headline_ar TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  CONSTRAINT storefront_theme_is_known CHECK (theme IN ('paper', 'night', 'majorelle', 'saffron', 'mint')),
  CONSTRAINT storefront_is_published_or_not CHECK (published IN (0, 1))
) STRICT;

CREATE TABLE storefront_items (
  user_id TEXT NOT NULL REFERENCES storefronts (user_id),
  link_id TEXT NOT NULL REFERENCES affiliate_links (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (user_id, link_id),
  CONSTRAINT storefront_positions_are_distinct UNIQUE (user_id, position),
  CONSTRAINT storefront_positions_are_not_negative CHECK (position >= 0)
) STRICT;
