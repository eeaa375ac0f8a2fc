-- The files that the ledger of problems was read from, as they came, with what became of their rows.
CREATE TABLE problem_import (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  added INTEGER NOT NULL,
  corrections INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  faults TEXT NOT NULL,
  body BLOB NOT NULL
);
CREATE TRIGGER problem_import_stays BEFORE UPDATE ON problem_import
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER problem_import_is_kept BEFORE DELETE ON problem_import
BEGIN SELECT RAISE(ABORT, 'append only'); END;
