-- An affiliation request: whose it is, until when it waits, who decided it, and which moves it may make.

ALTER TABLE affiliate_requests ADD COLUMN merchant_id TEXT REFERENCES users (id);
ALTER TABLE affiliate_requests ADD COLUMN social_account_id TEXT REFERENCES social_media_accounts (id);
ALTER TABLE affiliate_requests ADD COLUMN expires_at INTEGER;
ALTER TABLE affiliate_requests ADD COLUMN decided_by TEXT
  CONSTRAINT request_decider_is_known CHECK (decided_by IN ('merchant', 'rule', 'influencer', 'time'));

UPDATE affiliate_requests SET merchant_id = (SELECT p.merchant_id FROM products p WHERE p.id = product_id);
UPDATE affiliate_requests SET expires_at = created_at + 604800000 WHERE state = 'pending';

-- The merchant of a request is the product's: nobody else may say so.
CREATE TRIGGER requests_belong_to_the_products_merchant AFTER INSERT ON affiliate_requests
BEGIN
  UPDATE affiliate_requests SET merchant_id = (SELECT p.merchant_id FROM products p WHERE p.id = NEW.product_id)
  WHERE id = NEW.id;
END;

CREATE TRIGGER request_moves_are_listed BEFORE UPDATE OF state ON affiliate_requests
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
  'pending>approved', 'pending>rejected', 'pending>cancelled', 'pending>expired', 'approved>cancelled')
BEGIN
  SELECT RAISE(ABORT, 'request_moves_are_listed');
END;

-- A merchant's inbox: what waits first, then the newest.
CREATE INDEX affiliate_requests_by_merchant ON affiliate_requests (merchant_id, (state = 'pending'), id);
CREATE INDEX affiliate_requests_by_merchant_state ON affiliate_requests (merchant_id, state, id);
CREATE INDEX affiliate_requests_by_product ON affiliate_requests (product_id, influencer_id, id);
CREATE INDEX affiliate_requests_waiting ON affiliate_requests (expires_at) WHERE state = 'pending';
CREATE INDEX affiliate_links_by_request ON affiliate_links (request_id);

CREATE TABLE influencer_blocks (
  merchant_id TEXT NOT NULL REFERENCES users (id),
  influencer_id TEXT NOT NULL REFERENCES users (id),
  reason TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  PRIMARY KEY (merchant_id, influencer_id)
) STRICT;
CREATE INDEX influencer_blocks_by_influencer ON influencer_blocks (influencer_id);

-- Inserting (merchant_id, influencer_id) stores nothing; it aborts the batch when the merchant has blocked the influencer.
CREATE VIEW unblocked_influencers AS SELECT '' AS merchant_id, '' AS influencer_id WHERE 0;
CREATE TRIGGER unblocked_influencers_guard INSTEAD OF INSERT ON unblocked_influencers
WHEN EXISTS (SELECT 1 FROM influencer_blocks b WHERE b.merchant_id = NEW.merchant_id AND b.influencer_id = NEW.influencer_id)
BEGIN
  SELECT RAISE(ABORT, 'influencer_is_blocked');
END;

-- Which requests a merchant lets through without looking.
CREATE TABLE approval_rules (
  merchant_id TEXT PRIMARY KEY REFERENCES users (id),
  enabled INTEGER NOT NULL DEFAULT 0,
  require_kyc INTEGER NOT NULL DEFAULT 1,
  min_followers INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL,
  CONSTRAINT approval_rule_is_on_or_off CHECK (enabled IN (0, 1)),
  CONSTRAINT approval_rule_asks_for_kyc_or_not CHECK (require_kyc IN (0, 1)),
  CONSTRAINT approval_rule_followers_are_not_negative CHECK (min_followers >= 0)
) STRICT;

-- What became of the orders an influencer brought: read model of the influencer cards. A prepaid order is collected before it is
-- delivered; one that was cancelled was never on its way.
CREATE VIEW influencer_orders AS
SELECT c.influencer_id, c.merchant_id, c.id AS conversion_id,
  c.status = 'delivered' OR (c.status = 'collected' AND c.payment = 'cod') AS is_delivered,
  c.status IN ('refused', 'returned', 'lost') AS is_failed
FROM conversions c WHERE c.influencer_id IS NOT NULL;
