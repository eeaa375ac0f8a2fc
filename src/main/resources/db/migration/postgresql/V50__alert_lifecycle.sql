-- Where an alert stands with those who handle it: since when it is in its state, by when it has to
-- leave it, at which office it lies (level 0 is the first; the table of offices says which it is),
-- how often it went up, and what it was merged into. deadline_rule: the version of the table of
-- deadlines that was used; null where none was yet.
ALTER TABLE alert ADD COLUMN since BIGINT;
ALTER TABLE alert ADD COLUMN yellow_from BIGINT;
ALTER TABLE alert ADD COLUMN deadline BIGINT;
ALTER TABLE alert ADD COLUMN escalate_at BIGINT;
ALTER TABLE alert ADD COLUMN level INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alert ADD COLUMN escalations INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alert ADD COLUMN deadline_rule TEXT COLLATE "C";
ALTER TABLE alert ADD COLUMN merged_into TEXT COLLATE "C";
CREATE INDEX alert_by_escalation ON alert (escalate_at) WHERE escalate_at IS NOT NULL;
CREATE INDEX alert_by_merge ON alert (merged_into) WHERE merged_into IS NOT NULL;

-- Which permits made an alert an authorised one: how often each was used.
CREATE TABLE alert_permit (
  alert_id TEXT COLLATE "C" NOT NULL REFERENCES alert (id),
  permit TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (alert_id, permit)
);
CREATE INDEX alert_permit_by_permit ON alert_permit (permit);

-- Every entry of the history carries the SHA-256 of itself and of the entry before it, over all
-- alerts; no entry can be changed or taken away.
ALTER TABLE alert_history ADD COLUMN action TEXT COLLATE "C" NOT NULL DEFAULT 'moved';
ALTER TABLE alert_history ADD COLUMN other TEXT COLLATE "C";
ALTER TABLE alert_history ADD COLUMN hash TEXT COLLATE "C";
CREATE TRIGGER alert_history_stays BEFORE UPDATE ON alert_history
  FOR EACH ROW WHEN (OLD.hash IS NOT NULL) EXECUTE FUNCTION append_only();
CREATE TRIGGER alert_history_is_kept BEFORE DELETE ON alert_history
  FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER alert_history_is_whole BEFORE TRUNCATE ON alert_history
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
