package hongyan.pipelines.alerts;

/** What an alert is about. JSON has the names in lower case. */
public enum AlertKind {
  VIOLATION,
  MORTALITY,
  POLLUTION,
  DEVICE
}
