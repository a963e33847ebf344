-- One order of one merchant, everything that happened to it, and the commission it carries.

CREATE TABLE conversions (
  id TEXT PRIMARY KEY,
  merchant_id TEXT NOT NULL REFERENCES users (id),
  order_id TEXT NOT NULL,
  status TEXT NOT NULL,
  payment TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  base_minor INTEGER,
  mad_per_unit_micros INTEGER,
  refunded_minor INTEGER NOT NULL DEFAULT 0,
  collected_at INTEGER,
  ordered_at INTEGER NOT NULL,
  attributed_by TEXT NOT NULL,
  attribution_reason TEXT NOT NULL,
  attribution_lost TEXT NOT NULL DEFAULT '[]',
  link_id TEXT,
  influencer_id TEXT,
  product_id TEXT,
  coupon_id TEXT,
  clicked_at INTEGER,
  rule TEXT,
  plan TEXT NOT NULL,
  fee_bps INTEGER NOT NULL,
  hold_days INTEGER,
  customer_phone_hash TEXT,
  customer_email_hash TEXT,
  customer_city TEXT,
  customer_phone_sealed TEXT,
  items TEXT NOT NULL DEFAULT '[]',
  metadata TEXT NOT NULL DEFAULT '{}',
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CONSTRAINT conversion_status_is_known CHECK (status IN
    ('placed', 'confirmed', 'shipped', 'delivered', 'collected', 'cancelled', 'refused', 'returned', 'lost')),
  CONSTRAINT conversion_payment_is_known CHECK (payment IN ('cod', 'prepaid')),
  CONSTRAINT conversion_amount_is_sane CHECK (amount_minor BETWEEN 1 AND 1000000000000),
  CONSTRAINT refunds_never_exceed_the_order CHECK (refunded_minor BETWEEN 0 AND amount_minor),
  CONSTRAINT base_is_known_in_dirhams CHECK (currency <> 'MAD' OR base_minor = amount_minor),
  CONSTRAINT attribution_is_known CHECK (attributed_by IN ('click', 'coupon', 'none')),
  CONSTRAINT attributed_orders_name_link_influencer_and_rule CHECK (
    (attributed_by = 'none') = (link_id IS NULL)
    AND (link_id IS NULL) = (influencer_id IS NULL)
    AND (link_id IS NULL) = (rule IS NULL)
  ),
  CONSTRAINT fee_is_0_to_5000_bps CHECK (fee_bps BETWEEN 0 AND 5000)
) STRICT;
CREATE UNIQUE INDEX conversions_order_is_unique_per_merchant ON conversions (merchant_id, order_id);
CREATE INDEX conversions_by_merchant ON conversions (merchant_id, id);
CREATE INDEX conversions_by_influencer ON conversions (influencer_id, id) WHERE influencer_id IS NOT NULL;
CREATE INDEX conversions_by_link ON conversions (link_id) WHERE link_id IS NOT NULL;
CREATE INDEX conversions_with_a_phone ON conversions (created_at) WHERE customer_phone_sealed IS NOT NULL;

CREATE TABLE conversion_events (
  id TEXT PRIMARY KEY,
  conversion_id TEXT NOT NULL REFERENCES conversions (id),
  source TEXT NOT NULL,
  event_id TEXT NOT NULL,
  status TEXT,
  refund_id TEXT,
  refund_minor INTEGER,
  occurred_at INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  CONSTRAINT event_status_is_known CHECK (status IN
    ('placed', 'confirmed', 'shipped', 'delivered', 'collected', 'cancelled', 'refused', 'returned', 'lost')),
  CONSTRAINT event_says_something CHECK (status IS NOT NULL OR refund_id IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX conversion_events_are_unique_per_source ON conversion_events (conversion_id, source, event_id);
CREATE TRIGGER conversion_events_are_never_updated BEFORE UPDATE ON conversion_events
BEGIN
  SELECT RAISE(ABORT, 'conversion_events_are_append_only');
END;
CREATE TRIGGER conversion_events_are_never_deleted BEFORE DELETE ON conversion_events
BEGIN
  SELECT RAISE(ABORT, 'conversion_events_are_append_only');
END;

-- amount_minor NULL means "the rest of the order".
CREATE TABLE refunds (
  id TEXT PRIMARY KEY,
  conversion_id TEXT NOT NULL REFERENCES conversions (id),
  refund_id TEXT NOT NULL,
  amount_minor INTEGER,
  occurred_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  CONSTRAINT refund_amount_is_positive CHECK (amount_minor > 0)
) STRICT;
CREATE UNIQUE INDEX refunds_are_unique_per_order ON refunds (conversion_id, refund_id);
CREATE TRIGGER refunds_are_never_updated BEFORE UPDATE ON refunds
BEGIN
  SELECT RAISE(ABORT, 'refunds_are_append_only');
END;
CREATE TRIGGER refunds_are_never_deleted BEFORE DELETE ON refunds
BEGIN
  SELECT RAISE(ABORT, 'refunds_are_append_only');
END;

-- original_*: frozen with the order. amount, fee, vat: what will be or was earned. posted_*: what the ledger holds now.
CREATE TABLE commissions (
  id TEXT PRIMARY KEY,
  conversion_id TEXT NOT NULL REFERENCES conversions (id),
  link_id TEXT NOT NULL,
  influencer_id TEXT NOT NULL REFERENCES users (id),
  merchant_id TEXT NOT NULL REFERENCES users (id),
  state TEXT NOT NULL DEFAULT 'forecast',
  rate_bps INTEGER,
  original_minor INTEGER NOT NULL,
  original_fee_minor INTEGER NOT NULL,
  amount_minor INTEGER NOT NULL,
  fee_minor INTEGER NOT NULL,
  vat_bps INTEGER NOT NULL,
  vat_minor INTEGER NOT NULL,
  reversed_minor INTEGER NOT NULL DEFAULT 0,
  posted_minor INTEGER NOT NULL DEFAULT 0,
  posted_fee_minor INTEGER NOT NULL DEFAULT 0,
  posted_vat_minor INTEGER NOT NULL DEFAULT 0,
  hold_until INTEGER,
  earned_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CONSTRAINT commission_state_is_known
    CHECK (state IN ('forecast', 'earned', 'available', 'paid', 'void', 'reversed')),
  CONSTRAINT commission_amounts_are_not_negative CHECK (original_minor >= 0 AND original_fee_minor >= 0
    AND amount_minor >= 0 AND fee_minor >= 0 AND vat_minor >= 0
    AND posted_minor >= 0 AND posted_fee_minor >= 0 AND posted_vat_minor >= 0),
  CONSTRAINT commission_never_exceeds_its_original CHECK (amount_minor <= original_minor),
  CONSTRAINT reversal_never_exceeds_the_commission CHECK (reversed_minor BETWEEN 0 AND amount_minor),
  CONSTRAINT forecasts_and_voids_have_nothing_posted CHECK (
    state NOT IN ('forecast', 'void') OR (posted_minor = 0 AND posted_fee_minor = 0 AND posted_vat_minor = 0))
) STRICT;
CREATE UNIQUE INDEX one_commission_per_conversion ON commissions (conversion_id);
CREATE INDEX commissions_by_influencer ON commissions (influencer_id, id);
CREATE INDEX commissions_by_merchant ON commissions (merchant_id, id);
CREATE INDEX commissions_by_influencer_state ON commissions (influencer_id, state, id, amount_minor);
CREATE INDEX commissions_by_merchant_state ON commissions (merchant_id, state, id, amount_minor, fee_minor, vat_minor);

CREATE TRIGGER commission_moves_are_listed BEFORE UPDATE OF state ON commissions
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
  'forecast>earned', 'forecast>void', 'void>forecast', 'void>earned',
  'earned>available', 'earned>reversed', 'reversed>earned',
  'available>paid', 'available>reversed', 'paid>available', 'paid>reversed')
BEGIN
  SELECT RAISE(ABORT, 'commission_moves_are_listed');
END;

CREATE TABLE tax_rates (
  tax TEXT NOT NULL,
  valid_from INTEGER NOT NULL,
  rate_bps INTEGER NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (tax, valid_from),
  CONSTRAINT tax_rate_is_a_share CHECK (rate_bps BETWEEN 0 AND 10000)
) STRICT;
INSERT INTO tax_rates (tax, valid_from, rate_bps, source)
VALUES ('vat', 0, 2000, 'Code general des impots (Maroc), art. 98: taux normal de 20 %');

-- What a link has brought: read model of the links list.
CREATE VIEW link_results AS
SELECT l.id AS link_id,
  (SELECT count(*) FROM conversions c WHERE c.link_id = l.id) AS conversions,
  (SELECT coalesce(sum(k.amount_minor - k.reversed_minor), 0) FROM conversions c JOIN commissions k ON k.conversion_id = c.id
    WHERE c.link_id = l.id AND k.state IN ('earned', 'available', 'paid')) AS earned_minor
FROM affiliate_links l;
