-- The patrol points of the city in their grid cells, and the visits that were made. Moments are
-- milliseconds since 1970 in UTC.

CREATE TABLE patrol_point (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  lon DOUBLE PRECISION NOT NULL,
  lat DOUBLE PRECISION NOT NULL,
  cell TEXT NOT NULL,
  county TEXT
);
CREATE INDEX patrol_point_by_cell ON patrol_point (cell, id);

CREATE TABLE patrol_visit (
  id TEXT PRIMARY KEY,
  point TEXT NOT NULL,
  cell TEXT NOT NULL,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  entered_at INTEGER NOT NULL,
  note TEXT
);
CREATE INDEX patrol_visit_by_cell ON patrol_visit (cell, at);
