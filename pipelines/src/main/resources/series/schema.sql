-- The series store: written by the pipelines, read by the service. Moments are microseconds since
-- 1970 (UTC) as integers where rows are sought by them, ISO 8601 text where they are only kept.
-- zones is a JSON array of zone references, null for none.

CREATE TABLE IF NOT EXISTS reading (
  station TEXT NOT NULL,
  time INTEGER NOT NULL,
  pollutant TEXT NOT NULL,
  averaging TEXT NOT NULL,
  value TEXT NOT NULL,
  flag TEXT NOT NULL,
  county TEXT,
  zones TEXT,
  door TEXT NOT NULL,
  received_at TEXT NOT NULL,
  modified TEXT,
  body TEXT NOT NULL,
  line INTEGER NOT NULL,
  raw TEXT NOT NULL,
  reference INTEGER NOT NULL,
  PRIMARY KEY (station, time, pollutant, averaging)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS reading_time ON reading (time);
CREATE INDEX IF NOT EXISTS reading_county ON reading (county, time) WHERE county IS NOT NULL;
CREATE INDEX IF NOT EXISTS reading_zoned ON reading (time) WHERE zones IS NOT NULL;

CREATE TABLE IF NOT EXISTS occurrence (
  id TEXT NOT NULL PRIMARY KEY,
  time INTEGER NOT NULL,
  species TEXT NOT NULL,
  station TEXT,
  county TEXT,
  zones TEXT,
  json TEXT NOT NULL,
  verdict TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS occurrence_time ON occurrence (time);
CREATE INDEX IF NOT EXISTS occurrence_species ON occurrence (species, time);
CREATE INDEX IF NOT EXISTS occurrence_county ON occurrence (county, time) WHERE county IS NOT NULL;
CREATE INDEX IF NOT EXISTS occurrence_station ON occurrence (station, time) WHERE station IS NOT NULL;
CREATE INDEX IF NOT EXISTS occurrence_zoned ON occurrence (time) WHERE zones IS NOT NULL;

CREATE TABLE IF NOT EXISTS finding (
  id TEXT NOT NULL PRIMARY KEY,
  time INTEGER NOT NULL,
  conduct TEXT NOT NULL,
  species TEXT,
  county TEXT,
  zones TEXT,
  json TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS finding_time ON finding (time);
CREATE INDEX IF NOT EXISTS finding_county ON finding (county, time) WHERE county IS NOT NULL;

CREATE TABLE IF NOT EXISTS casualty (
  id TEXT NOT NULL PRIMARY KEY,
  time INTEGER NOT NULL,
  species TEXT,
  county TEXT,
  zones TEXT,
  json TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS casualty_time ON casualty (time);
CREATE INDEX IF NOT EXISTS casualty_county ON casualty (county, time) WHERE county IS NOT NULL;

-- Records that another of the same identity has replaced. digest: two of one version stay apart.
CREATE TABLE IF NOT EXISTS former (
  kind TEXT NOT NULL,
  identity TEXT NOT NULL,
  version TEXT NOT NULL,
  digest TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (kind, identity, version, digest)
) WITHOUT ROWID;

-- means: "pollutant value rounded count valid", iaqi: "pollutant index", each comma-separated.
CREATE TABLE IF NOT EXISTS air_figure (
  subject TEXT NOT NULL,
  period TEXT NOT NULL,
  time INTEGER NOT NULL,
  date TEXT NOT NULL,
  aqi INTEGER,
  level INTEGER,
  valid INTEGER NOT NULL,
  complete INTEGER NOT NULL,
  standard TEXT NOT NULL,
  reason TEXT,
  means TEXT NOT NULL,
  iaqi TEXT NOT NULL,
  primary_pollutants TEXT NOT NULL,
  PRIMARY KEY (subject, period, time)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS air_figure_time ON air_figure (period, time);

-- hour: the hour's label, 1 to 24, or 0 for what is known to the day only.
CREATE TABLE IF NOT EXISTS bird_count (
  subject_kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  species TEXT NOT NULL,
  date TEXT NOT NULL,
  hour INTEGER NOT NULL,
  records INTEGER NOT NULL,
  individuals INTEGER NOT NULL,
  uncounted INTEGER NOT NULL,
  unknown INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (subject_kind, subject, species, date, hour)
) WITHOUT ROWID;

-- Doubts about bird records that stand; the verdict on them is the record's.
CREATE TABLE IF NOT EXISTS occurrence_doubt (
  id TEXT NOT NULL,
  rule TEXT NOT NULL,
  among TEXT NOT NULL,
  time INTEGER NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (id, rule, among)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS occurrence_doubt_time ON occurrence_doubt (time, id, rule);
CREATE INDEX IF NOT EXISTS occurrence_doubt_rule ON occurrence_doubt (rule, time, id);

-- Everything that was decided about bird records; of one record the newest is in force.
CREATE TABLE IF NOT EXISTS occurrence_decision (
  id TEXT NOT NULL,
  decided_at INTEGER NOT NULL,
  content TEXT NOT NULL,
  verdict TEXT NOT NULL,
  note TEXT NOT NULL,
  who TEXT NOT NULL,
  PRIMARY KEY (id, decided_at)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS occurrence_decision_made ON occurrence_decision (decided_at, id);

-- date: the civil day forecast, yyyy-MM-dd.
CREATE TABLE IF NOT EXISTS forecast (
  id TEXT NOT NULL PRIMARY KEY,
  issuer TEXT NOT NULL,
  issued_at INTEGER NOT NULL,
  subject TEXT NOT NULL,
  item TEXT NOT NULL,
  date TEXT NOT NULL,
  json TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS forecast_subject ON forecast (subject, date);
CREATE INDEX IF NOT EXISTS forecast_issued ON forecast (issued_at, id);
-- Doubts that stand; verdict: of the decision in force, or null while it waits for one.
CREATE TABLE IF NOT EXISTS doubt (
  station TEXT NOT NULL,
  time INTEGER NOT NULL,
  pollutant TEXT NOT NULL,
  averaging TEXT NOT NULL,
  rule TEXT NOT NULL,
  county TEXT,
  verdict TEXT,
  json TEXT NOT NULL,
  PRIMARY KEY (station, time, pollutant, averaging, rule)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS doubt_time ON doubt (time);
CREATE INDEX IF NOT EXISTS doubt_county ON doubt (county, time) WHERE county IS NOT NULL;
CREATE INDEX IF NOT EXISTS doubt_rule ON doubt (rule, time);

-- Everything that was decided; of one reading the newest is in force.
CREATE TABLE IF NOT EXISTS decision (
  station TEXT NOT NULL,
  time INTEGER NOT NULL,
  pollutant TEXT NOT NULL,
  averaging TEXT NOT NULL,
  decided_at INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  value TEXT NOT NULL,
  note TEXT NOT NULL,
  who TEXT NOT NULL,
  PRIMARY KEY (station, time, pollutant, averaging, decided_at)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS decision_made ON decision (decided_at);

-- What late, corrected and decided data changed. old and new: null for no valid value.
CREATE TABLE IF NOT EXISTS figure_change (
  subject TEXT NOT NULL,
  period TEXT NOT NULL,
  time INTEGER NOT NULL,
  item TEXT NOT NULL,
  at INTEGER NOT NULL,
  date TEXT NOT NULL,
  old TEXT,
  new TEXT,
  cause TEXT NOT NULL,
  reading TEXT NOT NULL,
  PRIMARY KEY (subject, period, time, item, at)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS figure_change_at ON figure_change (at);

-- What devices said of themselves.
CREATE TABLE IF NOT EXISTS device_status (
  id TEXT NOT NULL PRIMARY KEY,
  time INTEGER NOT NULL,
  device TEXT NOT NULL,
  station TEXT,
  county TEXT,
  zones TEXT,
  json TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS device_status_time ON device_status (time, id);
CREATE INDEX IF NOT EXISTS device_status_device ON device_status (device, time);

-- Raw texts that were received before it are deleted by rule and do not come back.
CREATE TABLE IF NOT EXISTS deletion (
  topic TEXT NOT NULL PRIMARY KEY,
  before TEXT NOT NULL
) WITHOUT ROWID;

-- Points that an InfluxDB did not take, where readings, figures and counts are in one.
CREATE TABLE IF NOT EXISTS refused_point (
  measurement TEXT NOT NULL,
  key TEXT NOT NULL,
  time INTEGER NOT NULL,
  line TEXT NOT NULL,
  said TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (measurement, key)
) WITHOUT ROWID;
