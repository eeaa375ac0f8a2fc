-- What the doors refused, kept verbatim with the reason. Filled from the log's topic "rejects".
CREATE TABLE reject (
  id          TEXT COLLATE "C"    PRIMARY KEY,
  door        TEXT COLLATE "C"    NOT NULL,
  kind        TEXT COLLATE "C"    NOT NULL,
  received_at TEXT COLLATE "C"    NOT NULL,  -- UTC with six decimals, so that text order is time order
  body        TEXT COLLATE "C"    NOT NULL,  -- SHA-256 of the body that it came in
  line        INTEGER NOT NULL,
  field       TEXT COLLATE "C",
  value       TEXT COLLATE "C",
  rule        TEXT COLLATE "C"    NOT NULL,
  extra       TEXT COLLATE "C",              -- what the rule's message adds
  message     TEXT COLLATE "C"    NOT NULL,
  raw         TEXT COLLATE "C"    NOT NULL,
  raw_sha256  TEXT COLLATE "C"               -- of the whole, where raw is cut
);

CREATE INDEX reject_received ON reject (received_at, id);
