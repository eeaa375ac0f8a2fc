package hongyan.geo.law;

import hongyan.geo.place.Position;
import hongyan.geo.zones.ZoneRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of something that somebody did, to be set against permits.
 *
 * @param conduct a code of the catalogue
 * @param zones those that cover the place at that time
 * @param county adcode, or null where it is not known
 * @param species scientific name, or null where it is not known
 * @param holder who did it under leave, by their own word, or null where nobody said
 */
public record Act(
    String conduct,
    Instant time,
    @Nullable Position position,
    List<ZoneRef> zones,
    @Nullable String county,
    @Nullable String species,
    @Nullable String holder) {

  public Act {
    zones = List.copyOf(zones);
  }
}
