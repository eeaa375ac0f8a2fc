-- Rescue cases: birds of a casualty in somebody's care, and what became of them. Outcomes are append
-- only; what is not told of is still in care. Moments are milliseconds since 1970 in UTC.
CREATE TABLE rescue (
  id TEXT PRIMARY KEY,
  casualty TEXT NOT NULL,
  species TEXT,
  birds INTEGER NOT NULL,
  county TEXT,
  carer TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  year INTEGER NOT NULL,
  who TEXT NOT NULL,
  note TEXT
);
CREATE INDEX rescue_by_time ON rescue (opened_at DESC, id);
CREATE INDEX rescue_by_casualty ON rescue (casualty);

CREATE TABLE rescue_outcome (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rescue_id TEXT NOT NULL REFERENCES rescue (id),
  outcome TEXT NOT NULL,
  birds INTEGER NOT NULL,
  at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  who TEXT NOT NULL,
  note TEXT
);
CREATE INDEX rescue_outcome_by_rescue ON rescue_outcome (rescue_id, id);
CREATE TRIGGER rescue_outcome_stays BEFORE UPDATE ON rescue_outcome
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER rescue_outcome_is_kept BEFORE DELETE ON rescue_outcome
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER rescue_is_kept BEFORE DELETE ON rescue
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER rescue_stays BEFORE UPDATE ON rescue
BEGIN SELECT RAISE(ABORT, 'append only'); END;
