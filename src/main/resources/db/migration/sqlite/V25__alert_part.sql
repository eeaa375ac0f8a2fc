-- Which alert a lead was joined into, where the lead has another id than the alert.
CREATE TABLE alert_part (
  part TEXT NOT NULL,
  alert_id TEXT NOT NULL REFERENCES alert (id),
  PRIMARY KEY (part, alert_id)
);
CREATE INDEX alert_part_by_alert ON alert_part (alert_id);
