package hongyan.geo.zones;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a record lies: its county and the zones in force at its time.
 *
 * @param county adcode, or null outside the city
 */
public record Placement(@Nullable String county, List<ZoneRef> zones) {

  /** For a record without a position. */
  public static final Placement UNKNOWN = new Placement(null, List.of());

  public Placement {
    zones = List.copyOf(zones);
  }
}
