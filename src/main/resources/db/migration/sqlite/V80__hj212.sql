-- Devices that may speak HJ 212 to this service. Passwords of the protocol stand here as frames carry them.
CREATE TABLE hj212_device (
  mn      TEXT PRIMARY KEY,
  content TEXT NOT NULL
);
