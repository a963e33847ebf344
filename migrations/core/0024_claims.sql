-- What an influencer misses and what a merchant takes back late: one claim, two kinds, one set of moves.

CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open',
  merchant_id TEXT NOT NULL REFERENCES users (id),
  influencer_id TEXT NOT NULL REFERENCES users (id),
  link_id TEXT NOT NULL REFERENCES affiliate_links (id),
  -- A missing sale names its order when it is accepted; until then nobody but the influencer says it exists.
  conversion_id TEXT REFERENCES conversions (id),
  order_ref TEXT,
  ordered_at INTEGER,
  -- Missing sale: what the customer paid, if known. Return: the part that comes back; NULL means all of it.
  amount_minor INTEGER,
  message TEXT NOT NULL,
  answer TEXT,
  answer_message TEXT NOT NULL DEFAULT '',
  answered_at INTEGER,
  answer_by INTEGER NOT NULL,
  decision TEXT,
  decided_by TEXT,
  decision_reason TEXT NOT NULL DEFAULT '',
  decided_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CONSTRAINT claim_kind_is_known CHECK (kind IN ('missing_sale', 'return')),
  CONSTRAINT claim_state_is_known CHECK (state IN ('open', 'contested', 'accepted', 'rejected', 'withdrawn')),
  CONSTRAINT a_missing_sale_names_the_customers_order CHECK (
    (kind = 'missing_sale') = (order_ref IS NOT NULL) AND (kind = 'missing_sale') = (ordered_at IS NOT NULL)),
  CONSTRAINT a_claim_on_an_order_names_it CHECK (
    conversion_id IS NOT NULL OR (kind = 'missing_sale' AND state <> 'accepted')),
  CONSTRAINT claim_amount_is_positive CHECK (amount_minor > 0),
  CONSTRAINT claim_answer_is_known CHECK (answer IN ('accept', 'contest')),
  CONSTRAINT claim_answer_has_its_time CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CONSTRAINT claim_decider_is_known CHECK (decided_by IN ('party', 'admin', 'time')),
  CONSTRAINT decided_claims_say_how CHECK (
    (state IN ('accepted', 'rejected')) = (decision IS NOT NULL)
    AND (decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
  CONSTRAINT claim_decision_is_its_state CHECK (
    decision IS NULL OR (decision = 'accept' AND state = 'accepted') OR (decision = 'reject' AND state = 'rejected'))
) STRICT;
CREATE UNIQUE INDEX one_open_claim_per_missing_order ON claims (influencer_id, merchant_id, order_ref)
  WHERE kind = 'missing_sale' AND state IN ('open', 'contested');
CREATE UNIQUE INDEX one_open_claim_per_conversion ON claims (conversion_id)
  WHERE conversion_id IS NOT NULL AND state IN ('open', 'contested');
CREATE INDEX claims_by_merchant ON claims (merchant_id, id);
CREATE INDEX claims_by_influencer ON claims (influencer_id, id);
CREATE INDEX claims_by_state ON claims (state, id);
CREATE INDEX claims_by_conversion ON claims (conversion_id) WHERE conversion_id IS NOT NULL;
CREATE INDEX claims_waiting_for_an_answer ON claims (answer_by) WHERE state = 'open';

CREATE TRIGGER claim_moves_are_listed BEFORE UPDATE OF state ON claims
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
  'open>accepted', 'open>contested', 'open>rejected', 'open>withdrawn',
  'contested>accepted', 'contested>rejected', 'contested>withdrawn')
BEGIN
  SELECT RAISE(ABORT, 'claim_moves_are_listed');
END;

-- Pictures and PDFs of a claim: the row names the sealed object in R2, never what is in it.
CREATE TABLE claim_evidence (
  id TEXT PRIMARY KEY,
  claim_id TEXT NOT NULL REFERENCES claims (id),
  added_by TEXT NOT NULL,
  type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  object_key TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CONSTRAINT evidence_adder_is_a_party CHECK (added_by IN ('merchant', 'influencer')),
  CONSTRAINT evidence_type_is_known
    CHECK (type IN ('image/jpeg', 'image/png', 'image/webp', 'image/avif', 'application/pdf')),
  CONSTRAINT evidence_has_a_size CHECK (bytes > 0)
) STRICT;
CREATE UNIQUE INDEX evidence_is_unique_per_party ON claim_evidence (claim_id, added_by, sha256);
CREATE INDEX claim_evidence_by_age ON claim_evidence (created_at);
CREATE TRIGGER evidence_is_never_updated BEFORE UPDATE ON claim_evidence
BEGIN
  SELECT RAISE(ABORT, 'evidence_is_append_only');
END;
CREATE TRIGGER each_party_adds_at_most_3_pieces_of_evidence BEFORE INSERT ON claim_evidence
WHEN (SELECT count(*) FROM claim_evidence e WHERE e.claim_id = NEW.claim_id AND e.added_by = NEW.added_by) >= 3
BEGIN
  SELECT RAISE(ABORT, 'each_party_adds_at_most_3_pieces_of_evidence');
END;
-- What was decided was decided on what lay there.
CREATE TRIGGER decided_claims_take_no_evidence BEFORE INSERT ON claim_evidence
WHEN NOT EXISTS (SELECT 1 FROM claims c WHERE c.id = NEW.claim_id AND c.state IN ('open', 'contested'))
BEGIN
  SELECT RAISE(ABORT, 'decided_claims_take_no_evidence');
END;
