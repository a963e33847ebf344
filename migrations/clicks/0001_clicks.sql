-- Raw clicks and the counters every chart is answered from. A database of their own: clicks never queue behind money.

-- One row per recorded micro-batch: a message delivered twice is recognised here.
CREATE TABLE click_batches (
  message_id TEXT PRIMARY KEY,
  events INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Clustered by link, Casablanca day and visitor: one row written per click, uniqueness of a visitor is one look-up,
-- a day is deleted by range. nonce is the click token's six random bytes.
CREATE TABLE tracking_events (
  link_number INTEGER NOT NULL,
  day INTEGER NOT NULL,
  visitor TEXT NOT NULL,
  clicked_at INTEGER NOT NULL,
  nonce INTEGER NOT NULL,
  kind TEXT NOT NULL DEFAULT 'click',
  class TEXT NOT NULL,
  reason TEXT,
  device TEXT,
  source TEXT,
  country TEXT,
  city TEXT,
  referrer TEXT,
  params TEXT,
  PRIMARY KEY (link_number, day, visitor, clicked_at, nonce),
  CONSTRAINT tracking_kind_is_known CHECK (kind IN ('click', 'view')),
  CONSTRAINT visitor_class_is_known CHECK (class IN ('human', 'bot', 'preview', 'prefetch'))
) STRICT, WITHOUT ROWID;

CREATE TABLE click_stats_hourly (
  link_number INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  human INTEGER NOT NULL DEFAULT 0,
  bot INTEGER NOT NULL DEFAULT 0,
  preview INTEGER NOT NULL DEFAULT 0,
  prefetch INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (link_number, hour)
) STRICT, WITHOUT ROWID;

CREATE TABLE click_stats_daily (
  link_number INTEGER NOT NULL,
  day INTEGER NOT NULL,
  human INTEGER NOT NULL DEFAULT 0,
  bot INTEGER NOT NULL DEFAULT 0,
  preview INTEGER NOT NULL DEFAULT 0,
  prefetch INTEGER NOT NULL DEFAULT 0,
  visitors INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (link_number, day)
) STRICT, WITHOUT ROWID;

CREATE VIEW click_totals AS
SELECT link_number, sum(human) AS human, sum(bot) AS bot, sum(preview) AS preview, sum(prefetch) AS prefetch,
  sum(visitors) AS visitors
FROM click_stats_daily GROUP BY link_number;
