-- Whose live feed somebody watches, and until when that is certain: nobody else's events are looked up.
CREATE TABLE live_watchers (
  owner_id TEXT PRIMARY KEY,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX live_watchers_by_end ON live_watchers (until);
