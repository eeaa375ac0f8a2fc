-- Who may use the service. Nothing here is readable as it was given: passwords as Argon2id, tokens as
-- SHA-256 of 256 random bits, secrets of the second factor encrypted with the key of the state folder.
-- Moments are milliseconds since 1970 in UTC; roles and counties are words with blanks between.

CREATE TABLE account (
  account TEXT COLLATE "C" PRIMARY KEY,
  name TEXT COLLATE "C" NOT NULL,
  roles TEXT COLLATE "C" NOT NULL,
  counties TEXT COLLATE "C" NOT NULL,
  password TEXT COLLATE "C" NOT NULL,
  -- grows when everybody who is logged in with it must do so again
  stamp INTEGER NOT NULL,
  disabled BOOLEAN NOT NULL,
  -- null: no second factor; pending until a code has been given once
  second_factor TEXT COLLATE "C",
  second_factor_pending BOOLEAN NOT NULL,
  -- time step of the last code that was taken: none is taken twice
  second_factor_step BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  created_by TEXT COLLATE "C" NOT NULL,
  last_log_in BIGINT
);

CREATE TABLE api_token (
  id TEXT COLLATE "C" PRIMARY KEY,
  name TEXT COLLATE "C" NOT NULL,
  hash TEXT COLLATE "C" NOT NULL UNIQUE,
  roles TEXT COLLATE "C" NOT NULL,
  counties TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL,
  created_by TEXT COLLATE "C" NOT NULL,
  -- null: until it is revoked
  expires_at BIGINT,
  last_used BIGINT,
  revoked_at BIGINT,
  revoked_by TEXT COLLATE "C"
);

-- Tries to log in that have not succeeded, by account and by address.
CREATE TABLE log_in_attempt (
  subject TEXT COLLATE "C" PRIMARY KEY,
  failures INTEGER NOT NULL,
  last_at BIGINT NOT NULL
);
