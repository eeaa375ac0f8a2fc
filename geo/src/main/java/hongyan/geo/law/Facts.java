package hongyan.geo.law;

import hongyan.geo.zones.ZoneRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a judgement is made from.
 *
 * @param conduct a code of the catalogue
 * @param time when it happened
 * @param county adcode of the county that it happened in, or null outside the city (or unknown)
 * @param zones those that cover the place at that time, each with its season
 * @param birdsThere whether bird records of that place and time are known
 * @param deviceRegistered whether it is about a registered device or marker
 * @param permit id of a permit that covers it ({@link Permits#match}), or null
 * @param permitKind what that permit is for, or null
 * @param closedSeasons closed seasons for hunting (禁猎期) that hold there at that time
 */
public record Facts(
    String conduct,
    Instant time,
    @Nullable String county,
    List<ZoneRef> zones,
    boolean birdsThere,
    boolean deviceRegistered,
    @Nullable String permit,
    @Nullable String permitKind,
    List<NoHuntingPeriod> closedSeasons) {

  public Facts {
    zones = List.copyOf(zones);
    closedSeasons = List.copyOf(closedSeasons);
  }

  /** Facts of which no closed season is known. */
  public Facts(
      String conduct,
      Instant time,
      @Nullable String county,
      List<ZoneRef> zones,
      boolean birdsThere,
      boolean deviceRegistered,
      @Nullable String permit,
      @Nullable String permitKind) {
    this(conduct, time, county, zones, birdsThere, deviceRegistered, permit, permitKind, List.of());
  }

  boolean inSeason() {
    return zones.stream().anyMatch(ZoneRef::season);
  }
}
