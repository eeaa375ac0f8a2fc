-- Which records of people an alert rests on: who reported something can be told how far it is.
CREATE TABLE alert_record (
  alert_id TEXT NOT NULL REFERENCES alert (id),
  record TEXT NOT NULL,
  PRIMARY KEY (alert_id, record)
);
CREATE INDEX alert_record_by_record ON alert_record (record);
INSERT INTO alert_record (alert_id, record)
  SELECT DISTINCT alert.id, json_extract(ground.value, '$.record')
  FROM alert, json_each(alert.content, '$.grounds') AS ground
  WHERE json_extract(ground.value, '$.record') LIKE 'finding/%'
    OR json_extract(ground.value, '$.record') LIKE 'casualty/%';

-- Reports of the public: under which receipt which record went through the doors. reporter: sealed,
-- null where nobody gave a name; reporter_mark: keyed hash, so that the same report sent twice by the
-- same reporter is one. Not on the log, and so not to be made again from it.
CREATE TABLE public_report (
  receipt TEXT PRIMARY KEY,
  about TEXT NOT NULL,
  record TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  attachments TEXT NOT NULL,
  reporter TEXT,
  reporter_mark TEXT NOT NULL,
  closed_at INTEGER,
  closed_by TEXT,
  closed_note TEXT,
  UNIQUE (about, record, reporter_mark)
);
CREATE INDEX public_report_by_time ON public_report (received_at DESC, receipt);
