-- The state folder that this database belongs to, one row: its file folder-id has the same id. path is
-- where it was last, for people. Moments are milliseconds since 1970 in UTC.
CREATE TABLE state_folder (
  id TEXT COLLATE "C" NOT NULL,
  path TEXT COLLATE "C" NOT NULL,
  since BIGINT NOT NULL
);
