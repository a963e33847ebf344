-- A merchant's links, and accounts of one kind, are found without reading everybody's.
CREATE INDEX affiliate_links_by_merchant ON affiliate_links (merchant_id, id);
CREATE INDEX users_by_role ON users (role, id);
