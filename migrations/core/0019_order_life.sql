-- What the order desk, couriers and claims need to know of an order, and remarks and undoing among its events.

ALTER TABLE conversions ADD COLUMN source TEXT NOT NULL DEFAULT 'api';
-- How far the parcel ever came, which an exit does not take back: what the funnel counts.
ALTER TABLE conversions ADD COLUMN furthest TEXT NOT NULL DEFAULT 'placed'
  CONSTRAINT furthest_is_a_step CHECK (furthest IN ('placed', 'confirmed', 'shipped', 'delivered', 'collected'));
ALTER TABLE conversions ADD COLUMN city TEXT;
ALTER TABLE conversions ADD COLUMN courier TEXT;
ALTER TABLE conversions ADD COLUMN tracking_number TEXT;
ALTER TABLE conversions ADD COLUMN reminders_sent INTEGER NOT NULL DEFAULT 0;
UPDATE conversions SET furthest = CASE
  WHEN collected_at IS NOT NULL AND payment = 'cod' THEN 'collected'
  WHEN status = 'collected' THEN 'placed'
  WHEN status IN ('confirmed', 'shipped', 'delivered', 'collected') THEN status
  WHEN status IN ('refused', 'returned', 'lost') THEN 'shipped'
  ELSE 'placed' END;
CREATE INDEX conversions_by_tracking_number ON conversions (merchant_id, tracking_number) WHERE tracking_number IS NOT NULL;
CREATE INDEX conversions_by_merchant_status ON conversions (merchant_id, status, id);
CREATE INDEX conversions_without_an_end ON conversions (ordered_at)
  WHERE collected_at IS NULL AND status IN ('placed', 'confirmed', 'shipped', 'delivered');

-- note: a remark, or a label that moves no status. undoes: the event that counts no more.
CREATE TABLE conversion_events_with_remarks (
  id TEXT PRIMARY KEY,
  conversion_id TEXT NOT NULL REFERENCES conversions (id),
  source TEXT NOT NULL,
  event_id TEXT NOT NULL,
  status TEXT,
  refund_id TEXT,
  refund_minor INTEGER,
  note TEXT,
  undoes TEXT,
  occurred_at INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  CONSTRAINT event_status_is_known CHECK (status IN
    ('placed', 'confirmed', 'shipped', 'delivered', 'collected', 'cancelled', 'refused', 'returned', 'lost')),
  CONSTRAINT event_says_something
    CHECK (status IS NOT NULL OR refund_id IS NOT NULL OR note IS NOT NULL OR undoes IS NOT NULL),
  CONSTRAINT an_undo_says_nothing_else CHECK (undoes IS NULL OR (status IS NULL AND refund_id IS NULL))
) STRICT;
INSERT INTO conversion_events_with_remarks (id, conversion_id, source, event_id, status, refund_id, refund_minor,
  occurred_at, content_hash, received_at)
SELECT id, conversion_id, source, event_id, status, refund_id, refund_minor, occurred_at, content_hash, received_at
FROM conversion_events;
DROP TABLE conversion_events;
ALTER TABLE conversion_events_with_remarks RENAME TO conversion_events;
CREATE UNIQUE INDEX conversion_events_are_unique_per_source ON conversion_events (conversion_id, source, event_id);
CREATE UNIQUE INDEX an_event_is_undone_once ON conversion_events (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER conversion_events_are_never_updated BEFORE UPDATE ON conversion_events
BEGIN
  SELECT RAISE(ABORT, 'conversion_events_are_append_only');
END;
CREATE TRIGGER conversion_events_are_never_deleted BEFORE DELETE ON conversion_events
BEGIN
  SELECT RAISE(ABORT, 'conversion_events_are_append_only');
END;

-- A commission that is barred earns nothing, whatever becomes of its order (money.md 4).
ALTER TABLE commissions ADD COLUMN barred_reason TEXT
  CONSTRAINT bar_is_known CHECK (barred_reason IN ('fraud', 'contested_touch'));

-- How far each reader of the outbox has come, by rowid. The version proves that nobody else read on in between.
CREATE TABLE news_readers (
  reader TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
