-- What people decided about suggested warnings, what was officially published, and the documents of
-- the environment bureau. Append only: the last row of a document is what holds. Moments are
-- milliseconds since 1970 in UTC. There are no accounts: "who" and "role" are kept as they were given.

CREATE TABLE warning_decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  alert_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  decision TEXT NOT NULL,
  who TEXT NOT NULL,
  role TEXT NOT NULL,
  basis TEXT NOT NULL,
  note TEXT
);
CREATE INDEX warning_decision_by_alert ON warning_decision (alert_id, id);

CREATE TABLE warning_published (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  alert_id TEXT,
  at INTEGER NOT NULL,
  level TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER,
  document TEXT NOT NULL,
  basis TEXT NOT NULL,
  who TEXT NOT NULL,
  role TEXT NOT NULL,
  note TEXT
);
CREATE INDEX warning_published_by_alert ON warning_published (alert_id, id);

CREATE TABLE notice_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  date TEXT NOT NULL,
  state TEXT NOT NULL,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  role TEXT NOT NULL,
  content TEXT NOT NULL
);
CREATE INDEX notice_version_by_date ON notice_version (kind, date, id);
CREATE UNIQUE INDEX notice_issued_once ON notice_version (kind, date) WHERE state = 'issued';

CREATE TRIGGER warning_decision_stays BEFORE UPDATE ON warning_decision
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER warning_decision_is_kept BEFORE DELETE ON warning_decision
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER warning_published_stays BEFORE UPDATE ON warning_published
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER warning_published_is_kept BEFORE DELETE ON warning_published
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER notice_version_stays BEFORE UPDATE ON notice_version
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER notice_version_is_kept BEFORE DELETE ON notice_version
BEGIN SELECT RAISE(ABORT, 'append only'); END;
