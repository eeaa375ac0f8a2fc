-- The ledger of problems. problem holds each entry as it is now, content is all of it as JSON;
-- problem_step holds what happened to it, append only. Days are ISO dates, moments milliseconds since
-- 1970 in UTC. kinds is the list of codes between commas, ",with-deadline,case-filed,".

CREATE TABLE problem (
  id TEXT PRIMARY KEY,
  campaign TEXT NOT NULL,
  county TEXT,
  enterprise TEXT,
  found_on TEXT NOT NULL,
  kinds TEXT NOT NULL,
  deadline TEXT,
  state TEXT NOT NULL,
  content TEXT NOT NULL
);
CREATE INDEX problem_by_day ON problem (found_on DESC, id);
CREATE INDEX problem_by_campaign ON problem (campaign, found_on);
CREATE INDEX problem_by_deadline ON problem (deadline);

CREATE TABLE problem_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  problem_id TEXT NOT NULL REFERENCES problem (id),
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL,
  from_state TEXT,
  to_state TEXT NOT NULL,
  note TEXT,
  evidence TEXT NOT NULL,
  content TEXT NOT NULL
);
CREATE INDEX problem_step_by_problem ON problem_step (problem_id, id);

CREATE TABLE campaign_version (
  version INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  content TEXT NOT NULL
);
CREATE VIEW campaign AS
  SELECT id, content FROM campaign_version AS newest
  WHERE version = (SELECT MAX(version) FROM campaign_version WHERE id = newest.id);

CREATE TRIGGER problem_step_stays BEFORE UPDATE ON problem_step
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER problem_step_is_kept BEFORE DELETE ON problem_step
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER campaign_version_stays BEFORE UPDATE ON campaign_version
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER campaign_version_is_kept BEFORE DELETE ON campaign_version
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER problem_is_kept BEFORE DELETE ON problem
BEGIN SELECT RAISE(ABORT, 'a problem is closed, never deleted'); END;
-- An entry changes only together with a step that holds what it becomes.
CREATE TRIGGER problem_has_its_step BEFORE UPDATE ON problem
WHEN NEW.content IS NOT (SELECT content FROM problem_step WHERE problem_id = NEW.id
  ORDER BY id DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'no step holds this'); END;
