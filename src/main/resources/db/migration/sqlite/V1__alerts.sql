-- What the service keeps of the log: alerts, and how far it has read. Moments are milliseconds since
-- 1970 in UTC.

CREATE TABLE log_position (
  topic TEXT NOT NULL,
  part INTEGER NOT NULL,
  next_offset INTEGER NOT NULL,
  PRIMARY KEY (topic, part)
);

-- content is the pipelines' alert as JSON; state belongs to people. change_no grows with every change,
-- so that a listener who was away can ask for what it missed.
CREATE TABLE alert (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  grade TEXT NOT NULL,
  item INTEGER,
  conduct TEXT NOT NULL,
  time INTEGER NOT NULL,
  raised_at INTEGER NOT NULL,
  county TEXT,
  lon REAL,
  lat REAL,
  authorised INTEGER NOT NULL,
  supported INTEGER NOT NULL,
  state TEXT NOT NULL,
  content TEXT NOT NULL,
  change_no INTEGER NOT NULL
);
CREATE INDEX alert_by_time ON alert (time DESC, id);
CREATE INDEX alert_by_change ON alert (change_no);

CREATE TABLE alert_zone (
  alert_id TEXT NOT NULL REFERENCES alert (id),
  zone TEXT NOT NULL,
  PRIMARY KEY (alert_id, zone)
);

-- Append only: who moved an alert on, when and why.
CREATE TABLE alert_history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  alert_id TEXT NOT NULL REFERENCES alert (id),
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  from_state TEXT,
  to_state TEXT NOT NULL,
  note TEXT
);
CREATE INDEX alert_history_by_alert ON alert_history (alert_id, id);
