-- Clicks that came from a printed code: people like all others, counted apart besides.

ALTER TABLE click_stats_hourly ADD COLUMN scans INTEGER NOT NULL DEFAULT 0;
ALTER TABLE click_stats_daily ADD COLUMN scans INTEGER NOT NULL DEFAULT 0;
DROP VIEW click_totals;
CREATE VIEW click_totals AS
SELECT link_number, sum(human) AS human, sum(bot) AS bot, sum(preview) AS preview, sum(prefetch) AS prefetch,
  sum(visitors) AS visitors, sum(scans) AS scans
FROM click_stats_daily GROUP BY link_number;
