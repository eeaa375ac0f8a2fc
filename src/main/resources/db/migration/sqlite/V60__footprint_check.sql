-- Every footprint check that was made, as it was answered. Append only. Moments are milliseconds since
-- 1970 in UTC; zones and report are JSON, the geometry is GeoJSON on WGS 84 with its buffer.

CREATE TABLE footprint_check (
  id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  project TEXT,
  day TEXT NOT NULL,
  verdict TEXT NOT NULL,
  geometry_sha256 TEXT NOT NULL,
  zones TEXT NOT NULL,
  report TEXT NOT NULL,
  geometry TEXT NOT NULL
);
CREATE UNIQUE INDEX footprint_check_by_seq ON footprint_check (seq);
