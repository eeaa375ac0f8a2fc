package hongyan.service.doors.checks;

/**
 * What the reference data knew at one moment: one is asked for each body, so that a body is judged
 * by one state. Immutable.
 */
public interface KnownPlaces {
  boolean isStation(String id);

  boolean isZone(String id);

  boolean isDevice(String id);

  /** Returns whether that adcode is one of the city's counties. */
  boolean isCounty(String adcode);

  /** Returns the end of the reference log that this state was read from. */
  long end();
}
