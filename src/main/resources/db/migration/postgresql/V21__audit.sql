-- Who asked for what. hash is SHA-256 over the entry and the hash of the one before, so that a change
-- of any entry breaks the chain from there on. Append only. The ids have no gaps, or an entry was taken
-- out; a sequence would leave some, at each kill.

CREATE TABLE audit (
  id BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  account TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  address TEXT COLLATE "C" NOT NULL,
  action TEXT COLLATE "C" NOT NULL,
  object TEXT COLLATE "C" NOT NULL,
  detail TEXT COLLATE "C" NOT NULL,
  hash TEXT COLLATE "C" NOT NULL
);
CREATE INDEX audit_by_account ON audit (account, id);

CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
  FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
  FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER audit_is_whole BEFORE TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
