-- The review that the law wants before something is evidence. Append only; number counts the steps of
-- one subject. at is milliseconds since 1970 in UTC.
CREATE TABLE evidence_review (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  number INTEGER NOT NULL,
  state TEXT NOT NULL,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  name TEXT NOT NULL,
  note TEXT,
  UNIQUE (kind, subject, number)
);

CREATE TRIGGER evidence_review_stays BEFORE UPDATE ON evidence_review
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER evidence_review_is_kept BEFORE DELETE ON evidence_review
BEGIN SELECT RAISE(ABORT, 'append only'); END;
