-- What was deleted by rule: what it was, by its hash or its place on the log, and who deleted it why.
-- Append only. Moments are milliseconds since 1970 in UTC.
CREATE TABLE tombstone (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,         -- attachment, records
  sha256 TEXT UNIQUE,         -- of an attachment
  topic TEXT,                 -- of records on the log, with partition and range of offsets
  part INTEGER,
  from_offset INTEGER,
  to_offset INTEGER,          -- exclusive
  amount INTEGER NOT NULL,    -- bytes of an attachment, number of records
  newest INTEGER NOT NULL,    -- when the newest of it was received
  rule TEXT NOT NULL,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  reason TEXT NOT NULL
);

CREATE TRIGGER tombstone_stays BEFORE UPDATE ON tombstone
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER tombstone_is_kept BEFORE DELETE ON tombstone
BEGIN SELECT RAISE(ABORT, 'append only'); END;
