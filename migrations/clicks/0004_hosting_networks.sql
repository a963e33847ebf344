-- Clicks of people, by their agent, that came out of a hosting company's network: counted apart besides, one sign among others.

ALTER TABLE click_stats_hourly ADD COLUMN hosting INTEGER NOT NULL DEFAULT 0;
