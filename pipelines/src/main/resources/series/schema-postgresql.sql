-- The twin of schema.sql for PostgreSQL: the same tables, columns and indexes. Text sorts by its
-- bytes, as in SQLite, whatever the language of the server: so lists and cursors are the same.

CREATE TABLE IF NOT EXISTS reading (
  station TEXT COLLATE "C" NOT NULL,
  time BIGINT NOT NULL,
  pollutant TEXT COLLATE "C" NOT NULL,
  averaging TEXT COLLATE "C" NOT NULL,
  value TEXT COLLATE "C" NOT NULL,
  flag TEXT COLLATE "C" NOT NULL,
  county TEXT COLLATE "C",
  zones TEXT COLLATE "C",
  door TEXT COLLATE "C" NOT NULL,
  received_at TEXT COLLATE "C" NOT NULL,
  modified TEXT COLLATE "C",
  body TEXT COLLATE "C" NOT NULL,
  line BIGINT NOT NULL,
  raw TEXT COLLATE "C" NOT NULL,
  reference BIGINT NOT NULL,
  PRIMARY KEY (station, time, pollutant, averaging)
);
CREATE INDEX IF NOT EXISTS reading_time ON reading (time);
CREATE INDEX IF NOT EXISTS reading_county ON reading (county, time) WHERE county IS NOT NULL;
CREATE INDEX IF NOT EXISTS reading_zoned ON reading (time) WHERE zones IS NOT NULL;

CREATE TABLE IF NOT EXISTS occurrence (
  id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  time BIGINT NOT NULL,
  species TEXT COLLATE "C" NOT NULL,
  station TEXT COLLATE "C",
  county TEXT COLLATE "C",
  zones TEXT COLLATE "C",
  json TEXT COLLATE "C" NOT NULL,
  verdict TEXT COLLATE "C"
);
CREATE INDEX IF NOT EXISTS occurrence_time ON occurrence (time);
CREATE INDEX IF NOT EXISTS occurrence_species ON occurrence (species, time);
CREATE INDEX IF NOT EXISTS occurrence_county ON occurrence (county, time) WHERE county IS NOT NULL;
CREATE INDEX IF NOT EXISTS occurrence_station ON occurrence (station, time) WHERE station IS NOT NULL;
CREATE INDEX IF NOT EXISTS occurrence_zoned ON occurrence (time) WHERE zones IS NOT NULL;

CREATE TABLE IF NOT EXISTS finding (
  id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  time BIGINT NOT NULL,
  conduct TEXT COLLATE "C" NOT NULL,
  species TEXT COLLATE "C",
  county TEXT COLLATE "C",
  zones TEXT COLLATE "C",
  json TEXT COLLATE "C" NOT NULL
);
CREATE INDEX IF NOT EXISTS finding_time ON finding (time);
CREATE INDEX IF NOT EXISTS finding_county ON finding (county, time) WHERE county IS NOT NULL;

CREATE TABLE IF NOT EXISTS casualty (
  id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  time BIGINT NOT NULL,
  species TEXT COLLATE "C",
  county TEXT COLLATE "C",
  zones TEXT COLLATE "C",
  json TEXT COLLATE "C" NOT NULL
);
CREATE INDEX IF NOT EXISTS casualty_time ON casualty (time);
CREATE INDEX IF NOT EXISTS casualty_county ON casualty (county, time) WHERE county IS NOT NULL;

CREATE TABLE IF NOT EXISTS former (
  kind TEXT COLLATE "C" NOT NULL,
  identity TEXT COLLATE "C" NOT NULL,
  version TEXT COLLATE "C" NOT NULL,
  digest TEXT COLLATE "C" NOT NULL,
  json TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (kind, identity, version, digest)
);

CREATE TABLE IF NOT EXISTS air_figure (
  subject TEXT COLLATE "C" NOT NULL,
  period TEXT COLLATE "C" NOT NULL,
  time BIGINT NOT NULL,
  date TEXT COLLATE "C" NOT NULL,
  aqi BIGINT,
  level BIGINT,
  valid BOOLEAN NOT NULL,
  complete BOOLEAN NOT NULL,
  standard TEXT COLLATE "C" NOT NULL,
  reason TEXT COLLATE "C",
  means TEXT COLLATE "C" NOT NULL,
  iaqi TEXT COLLATE "C" NOT NULL,
  primary_pollutants TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (subject, period, time)
);
CREATE INDEX IF NOT EXISTS air_figure_time ON air_figure (period, time);

CREATE TABLE IF NOT EXISTS bird_count (
  subject_kind TEXT COLLATE "C" NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  species TEXT COLLATE "C" NOT NULL,
  date TEXT COLLATE "C" NOT NULL,
  hour BIGINT NOT NULL,
  records BIGINT NOT NULL,
  individuals BIGINT NOT NULL,
  uncounted BIGINT NOT NULL,
  unknown BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (subject_kind, subject, species, date, hour)
);

CREATE TABLE IF NOT EXISTS occurrence_doubt (
  id TEXT COLLATE "C" NOT NULL,
  rule TEXT COLLATE "C" NOT NULL,
  among TEXT COLLATE "C" NOT NULL,
  time BIGINT NOT NULL,
  json TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (id, rule, among)
);
CREATE INDEX IF NOT EXISTS occurrence_doubt_time ON occurrence_doubt (time, id, rule);
CREATE INDEX IF NOT EXISTS occurrence_doubt_rule ON occurrence_doubt (rule, time, id);

CREATE TABLE IF NOT EXISTS occurrence_decision (
  id TEXT COLLATE "C" NOT NULL,
  decided_at BIGINT NOT NULL,
  content TEXT COLLATE "C" NOT NULL,
  verdict TEXT COLLATE "C" NOT NULL,
  note TEXT COLLATE "C" NOT NULL,
  who TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (id, decided_at)
);
CREATE INDEX IF NOT EXISTS occurrence_decision_made ON occurrence_decision (decided_at, id);

CREATE TABLE IF NOT EXISTS forecast (
  id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  issuer TEXT COLLATE "C" NOT NULL,
  issued_at BIGINT NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  item TEXT COLLATE "C" NOT NULL,
  date TEXT COLLATE "C" NOT NULL,
  json TEXT COLLATE "C" NOT NULL
);
CREATE INDEX IF NOT EXISTS forecast_subject ON forecast (subject, date);
CREATE INDEX IF NOT EXISTS forecast_issued ON forecast (issued_at, id);
CREATE TABLE IF NOT EXISTS doubt (
  station TEXT COLLATE "C" NOT NULL,
  time BIGINT NOT NULL,
  pollutant TEXT COLLATE "C" NOT NULL,
  averaging TEXT COLLATE "C" NOT NULL,
  rule TEXT COLLATE "C" NOT NULL,
  county TEXT COLLATE "C",
  verdict TEXT COLLATE "C",
  json TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (station, time, pollutant, averaging, rule)
);
CREATE INDEX IF NOT EXISTS doubt_time ON doubt (time);
CREATE INDEX IF NOT EXISTS doubt_county ON doubt (county, time) WHERE county IS NOT NULL;
CREATE INDEX IF NOT EXISTS doubt_rule ON doubt (rule, time);

CREATE TABLE IF NOT EXISTS decision (
  station TEXT COLLATE "C" NOT NULL,
  time BIGINT NOT NULL,
  pollutant TEXT COLLATE "C" NOT NULL,
  averaging TEXT COLLATE "C" NOT NULL,
  decided_at BIGINT NOT NULL,
  verdict TEXT COLLATE "C" NOT NULL,
  value TEXT COLLATE "C" NOT NULL,
  note TEXT COLLATE "C" NOT NULL,
  who TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (station, time, pollutant, averaging, decided_at)
);
CREATE INDEX IF NOT EXISTS decision_made ON decision (decided_at);

CREATE TABLE IF NOT EXISTS figure_change (
  subject TEXT COLLATE "C" NOT NULL,
  period TEXT COLLATE "C" NOT NULL,
  time BIGINT NOT NULL,
  item TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  date TEXT COLLATE "C" NOT NULL,
  old TEXT COLLATE "C",
  new TEXT COLLATE "C",
  cause TEXT COLLATE "C" NOT NULL,
  reading TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (subject, period, time, item, at)
);
CREATE INDEX IF NOT EXISTS figure_change_at ON figure_change (at);

CREATE TABLE IF NOT EXISTS device_status (
  id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  time BIGINT NOT NULL,
  device TEXT COLLATE "C" NOT NULL,
  station TEXT COLLATE "C",
  county TEXT COLLATE "C",
  zones TEXT COLLATE "C",
  json TEXT COLLATE "C" NOT NULL
);
CREATE INDEX IF NOT EXISTS device_status_time ON device_status (time, id);
CREATE INDEX IF NOT EXISTS device_status_device ON device_status (device, time);

CREATE TABLE IF NOT EXISTS deletion (
  topic TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  before TEXT COLLATE "C" NOT NULL
);

-- Points that an InfluxDB did not take, where readings, figures and counts are in one.
CREATE TABLE IF NOT EXISTS refused_point (
  measurement TEXT COLLATE "C" NOT NULL,
  key TEXT COLLATE "C" NOT NULL,
  time BIGINT NOT NULL,
  line TEXT NOT NULL,
  said TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (measurement, key)
);
