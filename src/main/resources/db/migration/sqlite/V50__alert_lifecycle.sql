-- Where an alert stands with those who handle it: since when it is in its state, by when it has to
-- leave it, at which office it lies (level 0 is the first; the table of offices says which it is),
-- how often it went up, and what it was merged into. deadline_rule: the version of the table of
-- deadlines that was used; null where none was yet.
ALTER TABLE alert ADD COLUMN since INTEGER;
ALTER TABLE alert ADD COLUMN yellow_from INTEGER;
ALTER TABLE alert ADD COLUMN deadline INTEGER;
ALTER TABLE alert ADD COLUMN escalate_at INTEGER;
ALTER TABLE alert ADD COLUMN level INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alert ADD COLUMN escalations INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alert ADD COLUMN deadline_rule TEXT;
ALTER TABLE alert ADD COLUMN merged_into TEXT;
UPDATE alert SET since = coalesce(
  (SELECT max(at) FROM alert_history WHERE alert_history.alert_id = alert.id), raised_at);
CREATE INDEX alert_by_escalation ON alert (escalate_at) WHERE escalate_at IS NOT NULL;
CREATE INDEX alert_by_merge ON alert (merged_into) WHERE merged_into IS NOT NULL;

-- Which permits made an alert an authorised one: how often each was used.
CREATE TABLE alert_permit (
  alert_id TEXT NOT NULL REFERENCES alert (id),
  permit TEXT NOT NULL,
  PRIMARY KEY (alert_id, permit)
);
CREATE INDEX alert_permit_by_permit ON alert_permit (permit);
INSERT INTO alert_permit (alert_id, permit)
  SELECT DISTINCT alert.id, substr(json_extract(ground.value, '$.record'), 8)
  FROM alert, json_each(alert.content, '$.grounds') AS ground
  WHERE alert.authorised = 1 AND json_extract(ground.value, '$.record') LIKE 'permit/%';

-- Every entry of the history carries the SHA-256 of itself and of the entry before it, over all
-- alerts. Entries from before that are chained once, when the service first starts; then no entry
-- can be changed or taken away.
ALTER TABLE alert_history ADD COLUMN action TEXT NOT NULL DEFAULT 'moved';
ALTER TABLE alert_history ADD COLUMN other TEXT;
ALTER TABLE alert_history ADD COLUMN hash TEXT;
UPDATE alert_history SET action = 'raised' WHERE from_state IS NULL;
CREATE TRIGGER alert_history_stays BEFORE UPDATE ON alert_history WHEN OLD.hash IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER alert_history_is_kept BEFORE DELETE ON alert_history
BEGIN SELECT RAISE(ABORT, 'append only'); END;
