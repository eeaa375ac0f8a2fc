package hongyan.geo.footprint;

import hongyan.geo.zones.SeasonDays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One zone that a footprint touches or comes near.
 *
 * @param relation {@code overlaps}, {@code touches} (no common area or length), {@code near}
 * @param counts whether its kind makes the verdict
 * @param overlapHectares common area on the ellipsoid
 * @param shareOfZone of the zone's area, 0 to 1
 * @param shareOfFootprint of the footprint's area, 0 to 1; null for one without area
 * @param metresInside length of lines within the zone
 * @param distanceMetres 0 when they touch
 * @param seasons the runs of its key protection periods that the day lies in
 * @param nextSeason the first run that begins after the day, or null
 */
public record ZoneConcerned(
    String id,
    String name,
    String kind,
    int version,
    @Nullable String document,
    boolean illustrative,
    String relation,
    boolean counts,
    double overlapHectares,
    double shareOfZone,
    @Nullable Double shareOfFootprint,
    double metresInside,
    double distanceMetres,
    List<SeasonDays> seasons,
    @Nullable SeasonDays nextSeason) {

  public ZoneConcerned {
    seasons = List.copyOf(seasons);
  }
}
