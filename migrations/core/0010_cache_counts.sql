-- How often answers came from the cache, per name and Casablanca day.

CREATE TABLE cache_counts (
  name TEXT NOT NULL,
  day INTEGER NOT NULL,
  hits INTEGER NOT NULL,
  misses INTEGER NOT NULL,
  stale INTEGER NOT NULL,
  PRIMARY KEY (name, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX cache_counts_by_day ON cache_counts (day);
