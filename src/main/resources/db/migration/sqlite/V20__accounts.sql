-- Who may use the service. Nothing here is readable as it was given: passwords as Argon2id, tokens as
-- SHA-256 of 256 random bits, secrets of the second factor encrypted with the key of the state folder.
-- Moments are milliseconds since 1970 in UTC; roles and counties are words with blanks between.

CREATE TABLE account (
  account TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  counties TEXT NOT NULL,
  password TEXT NOT NULL,
  -- grows when everybody who is logged in with it must do so again
  stamp INTEGER NOT NULL,
  disabled INTEGER NOT NULL,
  -- null: no second factor; pending until a code has been given once
  second_factor TEXT,
  second_factor_pending INTEGER NOT NULL,
  -- time step of the last code that was taken: none is taken twice
  second_factor_step INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  last_log_in INTEGER
);

CREATE TABLE api_token (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  roles TEXT NOT NULL,
  counties TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  -- null: until it is revoked
  expires_at INTEGER,
  last_used INTEGER,
  revoked_at INTEGER,
  revoked_by TEXT
);

-- Tries to log in that have not succeeded, by account and by address.
CREATE TABLE log_in_attempt (
  subject TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  last_at INTEGER NOT NULL
);
