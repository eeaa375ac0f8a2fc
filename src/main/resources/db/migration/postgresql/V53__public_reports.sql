-- Which records of people an alert rests on: who reported something can be told how far it is.
CREATE TABLE alert_record (
  alert_id TEXT COLLATE "C" NOT NULL REFERENCES alert (id),
  record TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (alert_id, record)
);
CREATE INDEX alert_record_by_record ON alert_record (record);

-- Reports of the public: under which receipt which record went through the doors. reporter: sealed,
-- null where nobody gave a name; reporter_mark: keyed hash, so that the same report sent twice by the
-- same reporter is one. Not on the log, and so not to be made again from it.
CREATE TABLE public_report (
  receipt TEXT COLLATE "C" PRIMARY KEY,
  about TEXT COLLATE "C" NOT NULL,
  record TEXT COLLATE "C" NOT NULL,
  received_at BIGINT NOT NULL,
  attachments TEXT COLLATE "C" NOT NULL,
  reporter TEXT COLLATE "C",
  reporter_mark TEXT COLLATE "C" NOT NULL,
  closed_at BIGINT,
  closed_by TEXT COLLATE "C",
  closed_note TEXT COLLATE "C",
  UNIQUE (about, record, reporter_mark)
);
CREATE INDEX public_report_by_time ON public_report (received_at DESC, receipt);
