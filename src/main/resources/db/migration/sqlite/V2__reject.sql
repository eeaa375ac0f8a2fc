-- What the doors refused, kept verbatim with the reason. Filled from the log's topic "rejects".
CREATE TABLE reject (
  id          TEXT    PRIMARY KEY,
  door        TEXT    NOT NULL,
  kind        TEXT    NOT NULL,
  received_at TEXT    NOT NULL,  -- UTC with six decimals, so that text order is time order
  body        TEXT    NOT NULL,  -- SHA-256 of the body that it came in
  line        INTEGER NOT NULL,
  field       TEXT,
  value       TEXT,
  rule        TEXT    NOT NULL,
  extra       TEXT,              -- what the rule's message adds
  message     TEXT    NOT NULL,
  raw         TEXT    NOT NULL,
  raw_sha256  TEXT               -- of the whole, where raw is cut
);

CREATE INDEX reject_received ON reject (received_at, id);
