package hongyan.geo.zones;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a zone.
 *
 * @param version 1 for the first, counted up by each new one
 * @param geometry a GeoJSON Polygon or MultiPolygon as text, WGS 84
 * @param validFrom from this moment on, inclusive
 * @param validTo until this moment, exclusive; null while no later version ends it
 * @param document the notice that published it, with its number, where there is one
 * @param illustrative drawn by the project for want of a published polygon
 */
public record Zone(
    String id,
    String name,
    ZoneKind kind,
    int version,
    String geometry,
    Instant validFrom,
    @Nullable Instant validTo,
    List<Season> seasons,
    @Nullable String document,
    boolean illustrative) {

  public Zone {
    seasons = List.copyOf(seasons);
  }

  /** Returns whether this version is the one in force at {@code time}. */
  public boolean inForceAt(Instant time) {
    return !time.isBefore(validFrom) && (validTo == null || time.isBefore(validTo));
  }
}
