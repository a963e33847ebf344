-- The pictures of a product, in their order, and how far a CSV import has come.

CREATE TABLE product_images (
  id TEXT PRIMARY KEY,
  product_id TEXT NOT NULL REFERENCES products (id),
  position INTEGER NOT NULL,
  file_key TEXT NOT NULL,
  content_type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  alt TEXT NOT NULL DEFAULT '',
  sha256 TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CONSTRAINT image_type_is_known CHECK (content_type IN ('image/jpeg', 'image/png', 'image/webp', 'image/avif')),
  CONSTRAINT image_has_a_size CHECK (width > 0 AND height > 0 AND bytes > 0),
  CONSTRAINT image_position_is_not_negative CHECK (position >= 0)
) STRICT;
CREATE INDEX product_images_by_product ON product_images (product_id, position, id);
CREATE UNIQUE INDEX product_images_are_unique ON product_images (product_id, sha256);
CREATE INDEX product_images_by_file ON product_images (file_key);

CREATE TRIGGER products_have_at_most_8_images BEFORE INSERT ON product_images
WHEN (SELECT count(*) FROM product_images i WHERE i.product_id = NEW.product_id) >= 8
BEGIN
  SELECT RAISE(ABORT, 'products_have_at_most_8_images');
END;

-- A file is known by its content: sent again after it was cut off, it goes on behind the lines that are done.
CREATE TABLE product_imports (
  id TEXT PRIMARY KEY,
  merchant_id TEXT NOT NULL REFERENCES users (id),
  file_sha256 TEXT NOT NULL,
  lines_total INTEGER NOT NULL,
  lines_done INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  finished_at INTEGER,
  CONSTRAINT import_does_its_lines_once CHECK (lines_done BETWEEN 0 AND lines_total),
  CONSTRAINT finished_imports_are_complete CHECK (finished_at IS NULL OR lines_done = lines_total)
) STRICT;
CREATE UNIQUE INDEX open_imports_are_unique ON product_imports (merchant_id, file_sha256) WHERE finished_at IS NULL;

-- The picture of a shared link is the product's first.
DROP VIEW link_entries;
ALTER TABLE products DROP COLUMN image_url;
CREATE VIEW link_entries AS
SELECT
  l.id, l.slug, l.number, l.target_url, l.state, l.rules, l.utm, l.sub, l.starts_at, l.ends_at, l.version,
  p.state AS product_state, r.state AS request_state, u.state AS influencer_state, m.state AS merchant_state, u.locale,
  m.display_name AS merchant_name, p.title_fr, p.title_en, p.title_ar, p.description_fr, p.description_en,
  p.description_ar, i.file_key AS image_key, i.content_type AS image_type, i.width AS image_width, i.height AS image_height
FROM affiliate_links l
JOIN affiliate_requests r ON r.id = l.request_id
JOIN products p ON p.id = l.product_id
JOIN users u ON u.id = l.influencer_id
JOIN users m ON m.id = l.merchant_id
LEFT JOIN product_images i ON i.id = (
  SELECT f.id FROM product_images f WHERE f.product_id = p.id ORDER BY f.position, f.id LIMIT 1)
WHERE l.deleted_at IS NULL;
