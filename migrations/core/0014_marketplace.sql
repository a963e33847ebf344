-- The marketplace: every product in the orders it is shown in, the words it is found by, and the figures on its card.

-- number is the row of the words in product_search: of its own, so that it stays whatever is vacuumed or restored.
-- rate_bps: of a fixed amount, its share of the price. epc_minor: -1 while nobody has clicked. indexed_at NULL: words are due.
CREATE TABLE product_listings (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  product_id TEXT NOT NULL REFERENCES products (id),
  merchant_id TEXT NOT NULL,
  category_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  price_minor INTEGER NOT NULL,
  rate_bps INTEGER NOT NULL,
  epc_minor INTEGER NOT NULL DEFAULT -1,
  cities TEXT NOT NULL,
  listed INTEGER NOT NULL,
  indexed_at INTEGER,
  CONSTRAINT listing_is_shown_or_not CHECK (listed IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX one_listing_per_product ON product_listings (product_id);
CREATE INDEX product_listings_by_newest
  ON product_listings (listed, number, category_id, kind, price_minor, rate_bps, merchant_id);
CREATE INDEX product_listings_by_rate
  ON product_listings (listed, rate_bps, number, category_id, kind, price_minor, merchant_id);
CREATE INDEX product_listings_by_price
  ON product_listings (listed, price_minor, number, category_id, kind, rate_bps, merchant_id);
CREATE INDEX product_listings_by_epc
  ON product_listings (listed, epc_minor, number, category_id, kind, price_minor, rate_bps, merchant_id);
CREATE INDEX product_listings_by_merchant ON product_listings (merchant_id, listed, number);
CREATE INDEX product_listings_by_category ON product_listings (category_id, listed, number);
CREATE INDEX product_listings_without_words ON product_listings (number) WHERE indexed_at IS NULL;

-- Holds no text, only where each word of foldSearchText stands.
CREATE VIRTUAL TABLE product_search USING fts5 (
  title, names, description, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3 4'
);

-- A product as the marketplace lists it: shown while it and its merchant are active.
CREATE VIEW product_listing_values AS
SELECT p.id AS product_id, p.merchant_id, p.category_id, p.kind, p.price_minor, p.cities,
  CASE p.commission_type WHEN 'flat' THEN p.commission_amount_minor * 10000 / p.price_minor ELSE p.commission_rate_bps END
    AS rate_bps,
  p.state = 'active' AND m.state = 'active' AND m.deleted_at IS NULL AS listed
FROM products p JOIN users m ON m.id = p.merchant_id;

INSERT INTO product_listings (product_id, merchant_id, category_id, kind, price_minor, rate_bps, cities, listed)
SELECT product_id, merchant_id, category_id, kind, price_minor, rate_bps, cities, listed
FROM product_listing_values ORDER BY product_id;

CREATE TRIGGER products_are_listed AFTER INSERT ON products
BEGIN
  INSERT INTO product_listings (product_id, merchant_id, category_id, kind, price_minor, rate_bps, cities, listed)
  SELECT product_id, merchant_id, category_id, kind, price_minor, rate_bps, cities, listed
  FROM product_listing_values WHERE product_id = NEW.id;
END;

CREATE TRIGGER listings_follow_their_products AFTER UPDATE OF
  kind, price_minor, commission_type, commission_rate_bps, commission_amount_minor, category_id, cities, state ON products
BEGIN
  UPDATE product_listings SET (category_id, kind, price_minor, rate_bps, cities, listed) =
    (SELECT v.category_id, v.kind, v.price_minor, v.rate_bps, v.cities, v.listed
      FROM product_listing_values v WHERE v.product_id = NEW.id)
  WHERE product_id = NEW.id;
END;

CREATE TRIGGER words_follow_their_products AFTER UPDATE OF
  title_fr, title_en, title_ar, description_fr, description_en, description_ar, category_id ON products
BEGIN
  UPDATE product_listings SET indexed_at = NULL WHERE product_id = NEW.id;
END;

CREATE TRIGGER listings_follow_their_merchants AFTER UPDATE OF state, deleted_at ON users WHEN NEW.role = 'merchant'
BEGIN
  UPDATE product_listings SET listed =
    (SELECT v.listed FROM product_listing_values v WHERE v.product_id = product_listings.product_id)
  WHERE merchant_id = NEW.id;
END;

CREATE TRIGGER words_follow_their_merchants AFTER UPDATE OF display_name ON users
WHEN NEW.role = 'merchant' AND NEW.display_name <> OLD.display_name
BEGIN
  UPDATE product_listings SET indexed_at = NULL WHERE merchant_id = NEW.id;
END;

-- Of the last 90 days, made anew by a cron; a product without a link has no row.
CREATE TABLE product_stats (
  product_id TEXT PRIMARY KEY REFERENCES products (id),
  clicks INTEGER NOT NULL,
  conversions INTEGER NOT NULL,
  delivered INTEGER NOT NULL,
  ended INTEGER NOT NULL,
  earned_minor INTEGER NOT NULL,
  epc_minor INTEGER,
  delivery_rate_bps INTEGER,
  computed_at INTEGER NOT NULL,
  CONSTRAINT product_stats_add_up CHECK (clicks >= 0 AND earned_minor >= 0
    AND delivered BETWEEN 0 AND ended AND ended <= conversions),
  CONSTRAINT delivery_rate_is_a_share CHECK (delivery_rate_bps BETWEEN 0 AND 10000)
) STRICT;
