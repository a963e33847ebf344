-- How often answers came from the cache, per name and Casablanca day.

CREATE TABLE cache_counts (
  day INTEGER NOT NULL,
  name TEXT NOT NULL,
  hits INTEGER NOT NULL,
  misses INTEGER NOT NULL,
  stale INTEGER NOT NULL,
  PRIMARY KEY (day, name)
) STRICT, WITHOUT ROWID;
