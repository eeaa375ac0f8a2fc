package hongyan.pipelines.air;

/** The periods that a figure of air quality is made for. JSON has the names in lower case. */
public enum Period {
  HOUR,
  DAY
}
