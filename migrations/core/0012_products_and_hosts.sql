-- What merchants write of their products and sites, the tree of categories, and how many products may be active.

ALTER TABLE products ADD COLUMN reference TEXT;
ALTER TABLE products ADD COLUMN in_stock INTEGER NOT NULL DEFAULT 1
  CONSTRAINT product_is_in_stock_or_not CHECK (in_stock IN (0, 1));
ALTER TABLE products ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
CREATE UNIQUE INDEX products_reference_is_unique ON products (merchant_id, reference) WHERE reference IS NOT NULL;
CREATE INDEX products_by_merchant_state ON products (merchant_id, state, id);

CREATE TRIGGER archived_products_stay_archived BEFORE UPDATE OF state ON products
WHEN OLD.state = 'archived' AND NEW.state <> 'archived'
BEGIN
  SELECT RAISE(ABORT, 'archived_products_stay_archived');
END;

-- A merchant without a row has the free plan's five; a row without a number has no limit.
CREATE VIEW product_quotas AS
SELECT u.id AS merchant_id, CASE WHEN q.user_id IS NULL THEN 5 ELSE coalesce(q.max_count, 9007199254740991) END AS max_count
FROM users u LEFT JOIN user_quotas q ON q.user_id = u.id AND q.quota = 'products';

CREATE TRIGGER new_products_keep_the_quota AFTER INSERT ON products
WHEN NEW.state = 'active' AND (SELECT count(*) FROM products p WHERE p.merchant_id = NEW.merchant_id AND p.state = 'active')
  > (SELECT q.max_count FROM product_quotas q WHERE q.merchant_id = NEW.merchant_id)
BEGIN
  SELECT RAISE(ABORT, 'product_quota_is_reached');
END;
CREATE TRIGGER resumed_products_keep_the_quota AFTER UPDATE OF state ON products
WHEN NEW.state = 'active' AND OLD.state <> 'active'
  AND (SELECT count(*) FROM products p WHERE p.merchant_id = NEW.merchant_id AND p.state = 'active')
  > (SELECT q.max_count FROM product_quotas q WHERE q.merchant_id = NEW.merchant_id)
BEGIN
  SELECT RAISE(ABORT, 'product_quota_is_reached');
END;

-- Whose site it is: proven by a DNS record or a tag that carries the challenge, by one merchant at a time.
ALTER TABLE merchant_hosts ADD COLUMN challenge TEXT NOT NULL DEFAULT '';
ALTER TABLE merchant_hosts ADD COLUMN verified_by TEXT CONSTRAINT host_proof_is_known CHECK (verified_by IN ('dns', 'meta'));
ALTER TABLE merchant_hosts ADD COLUMN checked_at INTEGER;
CREATE UNIQUE INDEX verified_hosts_have_one_merchant ON merchant_hosts (host) WHERE verified_at IS NOT NULL;

ALTER TABLE categories ADD COLUMN key TEXT;
CREATE UNIQUE INDEX categories_key_is_unique ON categories (key) WHERE key IS NOT NULL;
CREATE INDEX categories_by_parent ON categories (parent_id);
INSERT INTO categories (id, parent_id, key, name_fr, name_en, name_ar, position) VALUES
  ('cat_01kay000000000000000000001', NULL, 'mode', 'Mode', 'Fashion', 'أزياء', 0),
  ('cat_01kay000000000000000000002', 'cat_01kay000000000000000000001', 'djellabas', 'Djellabas et caftans', 'Djellabas and kaftans', 'جلابيب وقفاطين', 0),
  ('cat_01kay000000000000000000003', 'cat_01kay000000000000000000001', 'babouches', 'Babouches', 'Babouches', 'بلاغي', 1),
  ('cat_01kay000000000000000000004', 'cat_01kay000000000000000000001', 'hijabs', 'Foulards et hijabs', 'Scarves and hijabs', 'شالات وحجابات', 2),
  ('cat_01kay000000000000000000005', 'cat_01kay000000000000000000001', 'sacs', 'Sacs et maroquinerie', 'Bags and leather goods', 'حقائب وجلديات', 3),
  ('cat_01kay000000000000000000006', 'cat_01kay000000000000000000001', 'bijoux', 'Bijoux', 'Jewellery', 'مجوهرات', 4),
  ('cat_01kay000000000000000000007', 'cat_01kay000000000000000000001', 'montres', 'Montres', 'Watches', 'ساعات', 5),
  ('cat_01kay000000000000000000008', NULL, 'beaute', 'Beauté', 'Beauty', 'جمال', 1),
  ('cat_01kay000000000000000000009', 'cat_01kay000000000000000000008', 'huiles', 'Huiles et soins', 'Oils and care', 'زيوت وعناية', 0),
  ('cat_01kay000000000000000000010', 'cat_01kay000000000000000000008', 'hammam', 'Hammam', 'Hammam', 'حمّام', 1),
  ('cat_01kay000000000000000000011', 'cat_01kay000000000000000000008', 'parfums', 'Parfums', 'Perfumes', 'عطور', 2),
  ('cat_01kay000000000000000000012', 'cat_01kay000000000000000000008', 'maquillage', 'Maquillage', 'Make-up', 'مكياج', 3),
  ('cat_01kay000000000000000000013', NULL, 'maison', 'Maison', 'Home', 'منزل', 2),
  ('cat_01kay000000000000000000014', 'cat_01kay000000000000000000013', 'tapis', 'Tapis', 'Rugs', 'زرابي', 0),
  ('cat_01kay000000000000000000015', 'cat_01kay000000000000000000013', 'poterie', 'Poterie et zellige', 'Pottery and zellige', 'فخار وزليج', 1),
  ('cat_01kay000000000000000000016', 'cat_01kay000000000000000000013', 'cuisine', 'Cuisine', 'Kitchen', 'مطبخ', 2),
  ('cat_01kay000000000000000000017', 'cat_01kay000000000000000000013', 'decoration', 'Décoration', 'Decoration', 'ديكور', 3),
  ('cat_01kay000000000000000000018', 'cat_01kay000000000000000000013', 'electromenager', 'Électroménager', 'Appliances', 'أجهزة منزلية', 4),
  ('cat_01kay000000000000000000019', NULL, 'epicerie', 'Épicerie', 'Grocery', 'بقالة', 3),
  ('cat_01kay000000000000000000020', 'cat_01kay000000000000000000019', 'epices', 'Épices', 'Spices', 'توابل', 0),
  ('cat_01kay000000000000000000021', 'cat_01kay000000000000000000019', 'the', 'Thé et infusions', 'Tea and infusions', 'شاي وأعشاب', 1),
  ('cat_01kay000000000000000000022', 'cat_01kay000000000000000000019', 'miel', 'Miel et amlou', 'Honey and amlou', 'عسل وأملو', 2),
  ('cat_01kay000000000000000000023', 'cat_01kay000000000000000000019', 'dattes', 'Dattes et fruits secs', 'Dates and dried fruit', 'تمور وفواكه جافة', 3),
  ('cat_01kay000000000000000000024', 'cat_01kay000000000000000000019', 'patisserie', 'Pâtisserie marocaine', 'Moroccan pastries', 'حلويات مغربية', 4),
  ('cat_01kay000000000000000000025', NULL, 'telephonie', 'Téléphonie', 'Phones', 'هواتف', 4),
  ('cat_01kay000000000000000000026', 'cat_01kay000000000000000000025', 'accessoires', 'Accessoires de téléphone', 'Phone accessories', 'إكسسوارات الهاتف', 0),
  ('cat_01kay000000000000000000027', 'cat_01kay000000000000000000025', 'audio', 'Audio', 'Audio', 'صوتيات', 1),
  ('cat_01kay000000000000000000028', 'cat_01kay000000000000000000025', 'informatique', 'Informatique', 'Computing', 'معلوميات', 2),
  ('cat_01kay000000000000000000029', NULL, 'enfants', 'Enfants', 'Children', 'أطفال', 5),
  ('cat_01kay000000000000000000030', 'cat_01kay000000000000000000029', 'jouets', 'Jouets', 'Toys', 'ألعاب', 0),
  ('cat_01kay000000000000000000031', 'cat_01kay000000000000000000029', 'tenues', 'Tenues de fête', 'Festive wear', 'ملابس العيد', 1),
  ('cat_01kay000000000000000000032', 'cat_01kay000000000000000000029', 'bebe', 'Bébé', 'Baby', 'مستلزمات الرضيع', 2),
  ('cat_01kay000000000000000000033', NULL, 'sport', 'Sport', 'Sport', 'رياضة', 6),
  ('cat_01kay000000000000000000034', 'cat_01kay000000000000000000033', 'baskets', 'Baskets', 'Trainers', 'أحذية رياضية', 0),
  ('cat_01kay000000000000000000035', 'cat_01kay000000000000000000033', 'fitness', 'Fitness', 'Fitness', 'لياقة', 1),
  ('cat_01kay000000000000000000036', NULL, 'services', 'Services', 'Services', 'خدمات', 7),
  ('cat_01kay000000000000000000037', 'cat_01kay000000000000000000036', 'formations', 'Formations', 'Courses', 'دورات تكوينية', 0),
  ('cat_01kay000000000000000000038', 'cat_01kay000000000000000000036', 'hammam-spa', 'Hammam et spa', 'Hammam and spa', 'حمّام وسبا', 1),
  ('cat_01kay000000000000000000039', 'cat_01kay000000000000000000036', 'voyages', 'Voyages et excursions', 'Trips and excursions', 'رحلات وجولات', 2),
  ('cat_01kay000000000000000000040', 'cat_01kay000000000000000000036', 'artisans', 'Artisans et réparation', 'Craftsmen and repair', 'حرفيون وإصلاح', 3),
  ('cat_01kay000000000000000000041', 'cat_01kay000000000000000000036', 'evenements', 'Fêtes et mariages', 'Parties and weddings', 'حفلات وأعراس', 4);
