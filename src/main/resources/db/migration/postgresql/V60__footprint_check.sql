-- Every footprint check that was made, as it was answered. Append only. Moments are milliseconds since
-- 1970 in UTC; zones and report are JSON, the geometry is GeoJSON on WGS 84 with its buffer.

CREATE TABLE footprint_check (
  id TEXT COLLATE "C" PRIMARY KEY,
  seq BIGINT NOT NULL,
  at BIGINT NOT NULL,
  who TEXT COLLATE "C" NOT NULL,
  project TEXT COLLATE "C",
  day TEXT COLLATE "C" NOT NULL,
  verdict TEXT COLLATE "C" NOT NULL,
  geometry_sha256 TEXT COLLATE "C" NOT NULL,
  zones TEXT COLLATE "C" NOT NULL,
  report TEXT COLLATE "C" NOT NULL,
  geometry TEXT COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX footprint_check_by_seq ON footprint_check (seq);
