-- The patrol points of the city in their grid cells, and the visits that were made. Moments are
-- milliseconds since 1970 in UTC.

CREATE TABLE patrol_point (
  id TEXT COLLATE "C" PRIMARY KEY,
  kind TEXT COLLATE "C" NOT NULL,
  lon DOUBLE PRECISION NOT NULL,
  lat DOUBLE PRECISION NOT NULL,
  cell TEXT COLLATE "C" NOT NULL,
  county TEXT COLLATE "C"
);
CREATE INDEX patrol_point_by_cell ON patrol_point (cell, id);

CREATE TABLE patrol_visit (
  id TEXT COLLATE "C" PRIMARY KEY,
  point TEXT COLLATE "C" NOT NULL,
  cell TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  who TEXT COLLATE "C" NOT NULL,
  entered_at BIGINT NOT NULL,
  note TEXT COLLATE "C"
);
CREATE INDEX patrol_visit_by_cell ON patrol_visit (cell, at);
