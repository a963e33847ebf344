-- Where clicks came from, whose links they are counted for, and what of them has gone to the archive.

-- How the clicks of a link and Casablanca day spread over countries, devices, apps and the like: a list of
-- [dimension, value, human, other hits]. Of each dimension the 40 commonest values; '*' is all others (docs/decisions/0019).
CREATE TABLE click_breakdowns (
  link_number INTEGER NOT NULL,
  day INTEGER NOT NULL,
  counts TEXT NOT NULL,
  PRIMARY KEY (link_number, day),
  CONSTRAINT click_breakdowns_are_json CHECK (json_valid(counts))
) STRICT, WITHOUT ROWID;

-- Merchant and influencer of a link, which never change.
CREATE TABLE link_owners (
  link_number INTEGER NOT NULL,
  owner_id TEXT NOT NULL,
  PRIMARY KEY (link_number, owner_id)
) STRICT, WITHOUT ROWID;

-- The same counters for all links of an owner: an overview does not grow with them.
CREATE TABLE owner_clicks_hourly (
  owner_id TEXT NOT NULL,
  hour INTEGER NOT NULL,
  human INTEGER NOT NULL DEFAULT 0,
  bot INTEGER NOT NULL DEFAULT 0,
  preview INTEGER NOT NULL DEFAULT 0,
  prefetch INTEGER NOT NULL DEFAULT 0,
  scans INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (owner_id, hour)
) STRICT, WITHOUT ROWID;
CREATE TABLE owner_clicks_daily (
  owner_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  human INTEGER NOT NULL DEFAULT 0,
  bot INTEGER NOT NULL DEFAULT 0,
  preview INTEGER NOT NULL DEFAULT 0,
  prefetch INTEGER NOT NULL DEFAULT 0,
  scans INTEGER NOT NULL DEFAULT 0,
  visitors INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (owner_id, day)
) STRICT, WITHOUT ROWID;
CREATE TABLE owner_breakdowns (
  owner_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  counts TEXT NOT NULL,
  PRIMARY KEY (owner_id, day),
  CONSTRAINT owner_breakdowns_are_json CHECK (json_valid(counts))
) STRICT, WITHOUT ROWID;

-- Whoever learns the owners of a link brings them, in the same transaction, all that was counted of it before.
CREATE TRIGGER owners_begin_with_what_was_counted AFTER INSERT ON link_owners
BEGIN
  INSERT INTO owner_clicks_hourly (owner_id, hour, human, bot, preview, prefetch, scans)
  SELECT NEW.owner_id, hour, human, bot, preview, prefetch, scans
  FROM click_stats_hourly WHERE link_number = NEW.link_number
  ON CONFLICT (owner_id, hour) DO UPDATE SET human = human + excluded.human, bot = bot + excluded.bot,
    preview = preview + excluded.preview, prefetch = prefetch + excluded.prefetch, scans = scans + excluded.scans;
  INSERT INTO owner_clicks_daily (owner_id, day, human, bot, preview, prefetch, scans, visitors)
  SELECT NEW.owner_id, day, human, bot, preview, prefetch, scans, visitors
  FROM click_stats_daily WHERE link_number = NEW.link_number
  ON CONFLICT (owner_id, day) DO UPDATE SET human = human + excluded.human, bot = bot + excluded.bot,
    preview = preview + excluded.preview, prefetch = prefetch + excluded.prefetch, scans = scans + excluded.scans,
    visitors = visitors + excluded.visitors;
  INSERT INTO owner_breakdowns (owner_id, day, counts)
  SELECT NEW.owner_id, day, counts FROM click_breakdowns WHERE link_number = NEW.link_number
  ON CONFLICT (owner_id, day) DO UPDATE SET counts = (
    SELECT json_group_array(json_array(d, v, h, b)) FROM (
      SELECT d, v, sum(h) AS h, sum(b) AS b FROM (
        SELECT d, h, b, iif(row_number() OVER (PARTITION BY d ORDER BY v = '*', h + b DESC, v) > 40, '*', v) AS v FROM (
          SELECT value ->> 0 AS d, value ->> 1 AS v, sum(value ->> 2) AS h, sum(value ->> 3) AS b FROM (
            SELECT value FROM json_each(owner_breakdowns.counts) UNION ALL SELECT value FROM json_each(excluded.counts))
          GROUP BY 1, 2))
      GROUP BY 1, 2));
END;

-- Links that were clicked before owners were kept here: a cron asks the core database whose they are.
CREATE TABLE links_without_owner (
  link_number INTEGER PRIMARY KEY
) STRICT;
INSERT INTO links_without_owner (link_number) SELECT DISTINCT link_number FROM click_stats_daily;

-- Pieces of the archive in R2. Only what stands here was moved; a file that does not is left from a run that was cut off.
CREATE TABLE archived_clicks (
  day INTEGER NOT NULL,
  name TEXT NOT NULL,
  first_link INTEGER NOT NULL,
  last_link INTEGER NOT NULL,
  clicks INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  archived_at INTEGER NOT NULL,
  PRIMARY KEY (day, name)
) STRICT, WITHOUT ROWID;

-- Raw clicks of before, on the days of Casablanca's calendar (schemas/calendar.ts).
INSERT INTO click_breakdowns (link_number, day, counts)
WITH offsets AS (
  SELECT value ->> 0 AS from_ms, value ->> 1 AS offset_ms FROM json_each('[[-9007199254740991, 3600000], [1740276000000, 0],
    [1743904800000, 3600000], [1771120800000, 0], [1774144800000, 3600000], [1789866000000, 0]]')),
clicks AS (
  SELECT e.link_number, e.class = 'human' AS human,
    (e.clicked_at + (SELECT offset_ms FROM offsets WHERE from_ms <= e.clicked_at ORDER BY from_ms DESC LIMIT 1)) / 86400000
      AS day,
    json_patch(iif(json_valid(e.params), e.params, '{}'), json_object('country', e.country, 'city', e.city,
      'device', e.device, 'source', e.source, 'referrer', e.referrer)) AS parts
  FROM tracking_events e),
counted AS (
  SELECT link_number, day, key AS d, substr(value, 1, 80) AS v, sum(human) AS h, sum(1 - human) AS b
  FROM clicks, json_each(parts)
  WHERE value IS NOT NULL AND key IN ('country', 'city', 'device', 'source', 'referrer', 'utm_source', 'utm_medium',
    'utm_campaign', 'sub1', 'sub2', 'sub3', 'sub4', 'sub5')
  GROUP BY 1, 2, 3, 4),
ranked AS (
  SELECT link_number, day, d, h, b,
    iif(row_number() OVER (PARTITION BY link_number, day, d ORDER BY v = '*', h + b DESC, v) > 40, '*', v) AS v
  FROM counted),
kept AS (
  SELECT link_number, day, d, v, sum(h) AS h, sum(b) AS b FROM ranked GROUP BY 1, 2, 3, 4)
SELECT link_number, day, json_group_array(json_array(d, v, h, b)) FROM kept GROUP BY link_number, day;
