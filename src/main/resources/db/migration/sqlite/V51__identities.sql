-- Subjects of a case (法释〔2022〕12号 art. 12). mark: keyed hash, by which cases of one person are
-- found; sealed: the text itself, encrypted. The keys lie in the state folder, not in here.
CREATE TABLE alert_subject (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  alert_id TEXT NOT NULL REFERENCES alert (id),
  kind TEXT NOT NULL,
  mark TEXT NOT NULL,
  sealed TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  added_by TEXT NOT NULL,
  UNIQUE (alert_id, kind, mark)
);
CREATE INDEX alert_subject_by_mark ON alert_subject (kind, mark);

-- Who opened which sealed identity, when and why. Append only.
CREATE TABLE identity_opening (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  what TEXT NOT NULL,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX identity_opening_by_what ON identity_opening (what, id);
CREATE TRIGGER identity_opening_stays BEFORE UPDATE ON identity_opening
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER identity_opening_is_kept BEFORE DELETE ON identity_opening
BEGIN SELECT RAISE(ABORT, 'append only'); END;
