package hongyan.pipelines.alerts;

/** How urgent an alert is. JSON has the names in lower case. */
public enum Grade {
  NOTICE,
  SERIOUS,
  GRAVE
}
