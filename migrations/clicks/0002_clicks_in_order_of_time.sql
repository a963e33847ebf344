-- Raw clicks in the order they come: a batch touches the last page of each of its links, not one page per visitor. Who is
-- new to a day is known from a sketch, no longer from the rows (docs/decisions/0007).

CREATE TABLE tracking_events_in_order (
  link_number INTEGER NOT NULL,
  clicked_at INTEGER NOT NULL,
  nonce INTEGER NOT NULL,
  visitor INTEGER NOT NULL,
  kind TEXT NOT NULL DEFAULT 'click',
  class TEXT NOT NULL,
  reason TEXT,
  device TEXT,
  source TEXT,
  country TEXT,
  city TEXT,
  referrer TEXT,
  params TEXT,
  PRIMARY KEY (link_number, clicked_at, nonce),
  CONSTRAINT tracking_kind_is_known CHECK (kind IN ('click', 'view')),
  CONSTRAINT visitor_class_is_known CHECK (class IN ('human', 'bot', 'preview', 'prefetch'))
) STRICT, WITHOUT ROWID;

-- A visitor of before keeps being one and the same within each day, under a number instead of eight bytes of text.
INSERT INTO tracking_events_in_order
  (link_number, clicked_at, nonce, visitor, kind, class, reason, device, source, country, city, referrer, params)
SELECT link_number, clicked_at, nonce, dense_rank() OVER (ORDER BY visitor), kind, class, reason, device, source, country,
  city, referrer, params
FROM tracking_events;
DROP TABLE tracking_events;
ALTER TABLE tracking_events_in_order RENAME TO tracking_events;

-- The 512 smallest visitor hashes of a link and Casablanca day, six bytes each: fewer are all there were, more are an
-- estimate. Read, merged and written back by the consumer; the version proves that nobody else did so in between.
CREATE TABLE daily_visitors (
  link_number INTEGER NOT NULL,
  day INTEGER NOT NULL,
  version INTEGER NOT NULL,
  smallest BLOB NOT NULL,
  PRIMARY KEY (link_number, day),
  CONSTRAINT a_visitor_is_six_bytes CHECK (length(smallest) % 6 = 0)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER daily_visitors_change_by_one_version BEFORE UPDATE ON daily_visitors
WHEN NEW.version IS NOT OLD.version + 1
BEGIN
  SELECT RAISE(ABORT, 'lost_the_race');
END;
