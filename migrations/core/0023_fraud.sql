-- Rules that notice, cases that people decide, and the commissions a case holds. No state here ends by time.

-- What is known of a customer's number without keeping it: told at intake, where the number is still there.
ALTER TABLE conversions ADD COLUMN phone_quality TEXT
  CONSTRAINT phone_quality_is_known CHECK (phone_quality IN ('mobile', 'other', 'invented'));
DROP INDEX conversions_by_link;
CREATE INDEX conversions_by_link ON conversions (link_id, ordered_at) WHERE link_id IS NOT NULL;
CREATE INDEX conversions_by_phone ON conversions (customer_phone_hash, ordered_at) WHERE customer_phone_hash IS NOT NULL;

-- The rules' numbers, as data. threshold and minimum are in the rule's own unit; window_hours is how far it looks back.
CREATE TABLE fraud_rules (
  rule TEXT PRIMARY KEY,
  enabled INTEGER NOT NULL DEFAULT 1,
  score INTEGER NOT NULL,
  threshold INTEGER NOT NULL,
  minimum INTEGER NOT NULL,
  window_hours INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT fraud_rule_is_known CHECK (rule IN ('self_purchase', 'phone_with_many_codes', 'order_too_fast', 'click_burst',
    'order_burst', 'returns_above_programme', 'fake_phones', 'coupon_leaked', 'data_centre_clicks', 'duplicate_account',
    'contested_touch')),
  CONSTRAINT fraud_rule_is_on_or_off CHECK (enabled IN (0, 1)),
  CONSTRAINT fraud_score_is_0_to_100 CHECK (score BETWEEN 0 AND 100),
  CONSTRAINT fraud_numbers_are_not_negative CHECK (threshold >= 0 AND minimum >= 0 AND window_hours BETWEEN 0 AND 8760)
) STRICT, WITHOUT ROWID;
INSERT INTO fraud_rules (rule, score, threshold, minimum, window_hours) VALUES
  ('self_purchase', 80, 1, 1, 0),
  ('phone_with_many_codes', 50, 4, 4, 720),
  ('order_too_fast', 60, 3, 1, 0),
  ('click_burst', 30, 20, 500, 24),
  ('order_burst', 50, 5, 20, 24),
  ('returns_above_programme', 50, 30, 20, 2160),
  ('fake_phones', 50, 40, 10, 720),
  ('coupon_leaked', 50, 200, 20, 168),
  ('data_centre_clicks', 20, 30, 200, 168),
  ('duplicate_account', 60, 1, 1, 0),
  ('contested_touch', 60, 2, 1, 0);

-- subject: the order, the link, the influencer, or the influencer with a product. A decision names the person who made it.
CREATE TABLE fraud_cases (
  id TEXT PRIMARY KEY,
  subject TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open',
  score INTEGER NOT NULL,
  influencer_id TEXT NOT NULL REFERENCES users (id),
  merchant_id TEXT REFERENCES users (id),
  link_id TEXT REFERENCES affiliate_links (id),
  conversion_id TEXT REFERENCES conversions (id),
  opened_at INTEGER NOT NULL,
  decided_at INTEGER,
  decided_by TEXT REFERENCES users (id),
  reason TEXT,
  appeal_message TEXT,
  appealed_at INTEGER,
  reopened_at INTEGER,
  rejected_before_by TEXT REFERENCES users (id),
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT fraud_state_is_known CHECK (state IN ('open', 'cleared', 'rejected')),
  CONSTRAINT fraud_decisions_name_a_person_and_a_reason CHECK (
    (state = 'open') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)
    AND (decided_by IS NULL) = (reason IS NULL)),
  CONSTRAINT a_second_person_looks_again CHECK (decided_by IS NULL OR decided_by IS NOT rejected_before_by),
  CONSTRAINT reopened_cases_name_who_rejected CHECK ((reopened_at IS NULL) = (rejected_before_by IS NULL)),
  CONSTRAINT appeals_have_a_message CHECK ((appealed_at IS NULL) = (appeal_message IS NULL))
) STRICT;
CREATE UNIQUE INDEX one_open_case_per_subject ON fraud_cases (subject) WHERE state = 'open';
CREATE INDEX fraud_cases_by_subject ON fraud_cases (subject, id);
CREATE INDEX fraud_cases_by_state ON fraud_cases (state, id);
CREATE INDEX fraud_cases_by_state_score ON fraud_cases (state, score, id);
CREATE INDEX fraud_cases_by_influencer ON fraud_cases (influencer_id, id);
CREATE INDEX fraud_cases_by_merchant ON fraud_cases (merchant_id, id) WHERE merchant_id IS NOT NULL;

CREATE TRIGGER fraud_moves_are_listed BEFORE UPDATE OF state ON fraud_cases
WHEN OLD.state <> NEW.state AND NOT (
  OLD.state || '>' || NEW.state IN ('open>cleared', 'open>rejected')
  OR (OLD.state = 'rejected' AND NEW.state = 'open' AND OLD.reopened_at IS NULL AND NEW.reopened_at IS NOT NULL))
BEGIN
  SELECT RAISE(ABORT, 'fraud_moves_are_listed');
END;
CREATE TRIGGER fraud_cases_are_never_deleted BEFORE DELETE ON fraud_cases
BEGIN
  SELECT RAISE(ABORT, 'fraud_cases_are_never_deleted');
END;

-- about: the one thing that is held against the subject once: the order, the other account, or the case itself.
CREATE TABLE fraud_hits (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES fraud_cases (id),
  subject TEXT NOT NULL,
  rule TEXT NOT NULL,
  about TEXT NOT NULL,
  score INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CONSTRAINT fraud_evidence_is_json CHECK (json_valid(evidence))
) STRICT;
CREATE UNIQUE INDEX a_hit_counts_once ON fraud_hits (subject, rule, about);
CREATE INDEX fraud_hits_by_case ON fraud_hits (case_id, id);

CREATE TABLE fraud_holds (
  commission_id TEXT NOT NULL REFERENCES commissions (id),
  case_id TEXT NOT NULL REFERENCES fraud_cases (id),
  held_at INTEGER NOT NULL,
  PRIMARY KEY (commission_id, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX fraud_holds_by_case ON fraud_holds (case_id, commission_id);

-- What nothing may release: read by commission, in any list and before any release.
CREATE VIEW commissions_with_an_open_case AS
SELECT h.commission_id, h.case_id FROM fraud_holds h JOIN fraud_cases k ON k.id = h.case_id WHERE k.state = 'open';

-- What people said and did about a case, in order. Each of them once, but a case looked at again is decided twice.
CREATE TABLE fraud_case_events (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES fraud_cases (id),
  kind TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  message TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CONSTRAINT fraud_event_is_known CHECK (kind IN ('explained', 'appealed', 'cleared', 'rejected'))
) STRICT;
CREATE INDEX fraud_case_events_by_case ON fraud_case_events (case_id, id);
CREATE UNIQUE INDEX a_case_is_explained_and_appealed_once ON fraud_case_events (case_id, kind)
  WHERE kind IN ('explained', 'appealed');
CREATE TRIGGER fraud_case_events_are_never_updated BEFORE UPDATE ON fraud_case_events
BEGIN
  SELECT RAISE(ABORT, 'fraud_case_events_are_append_only');
END;
CREATE TRIGGER fraud_case_events_are_never_deleted BEFORE DELETE ON fraud_case_events
BEGIN
  SELECT RAISE(ABORT, 'fraud_case_events_are_append_only');
END;

-- Keyed hashes by which one person is known behind two accounts or behind an order: phone and email as customers' are
-- hashed, mailbox without dots and tags, rib and identity where they are known. Never a network address.
CREATE TABLE fraud_marks (
  kind TEXT NOT NULL,
  mark TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users (id),
  PRIMARY KEY (kind, mark, user_id),
  CONSTRAINT fraud_mark_is_known CHECK (kind IN ('phone', 'email', 'mailbox', 'rib', 'identity'))
) STRICT, WITHOUT ROWID;
CREATE INDEX fraud_marks_by_user ON fraud_marks (user_id);

-- Links with orders since the rates were last looked at.
CREATE TABLE fraud_watched_links (
  link_id TEXT PRIMARY KEY,
  watched_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX fraud_watched_links_by_time ON fraud_watched_links (watched_at);
