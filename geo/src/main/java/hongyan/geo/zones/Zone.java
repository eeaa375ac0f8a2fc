package hongyan.geo.zones;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
 * @param origin who entered it, and from which file; null for one of the city's folder
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
    boolean illustrative,
    @Nullable ZoneOrigin origin) {

  public Zone {
    seasons = List.copyOf(seasons);
  }

  /** A version of which nobody noted how it came. */
  public Zone(
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
    this(
        id,
        name,
        kind,
        version,
        geometry,
        validFrom,
        validTo,
        seasons,
        document,
        illustrative,
        null);
  }

  /** Returns the same under another number. */
  public Zone numbered(int number) {
    return new Zone(
        id,
        name,
        kind,
        number,
        geometry,
        validFrom,
        validTo,
        seasons,
        document,
        illustrative,
        origin);
  }

  /** Returns the same version with another end. */
  public Zone until(@Nullable Instant end) {
    return new Zone(
        id, name, kind, version, geometry, validFrom, end, seasons, document, illustrative, origin);
  }

  /** Returns whether this version is the one in force at {@code time}. */
  public boolean inForceAt(Instant time) {
    return !time.isBefore(validFrom) && (validTo == null || time.isBefore(validTo));
  }

  /** Returns whether it was in force at some moment from {@code from} on and before {@code to}. */
  public boolean inForceBetween(Instant from, Instant to) {
    return validFrom.isBefore(to) && (validTo == null || validTo.isAfter(from));
  }

  /**
   * Returns whether the other version says the same, whatever its number, its origin, and the
   * moment at which another version ended it.
   */
  public boolean saysTheSameAs(Zone other) {
    return id.equals(other.id)
        && name.equals(other.name)
        && kind == other.kind
        && geometry.equals(other.geometry)
        && validFrom.equals(other.validFrom)
        && seasons.equals(other.seasons)
        && Objects.equals(document, other.document)
        && illustrative == other.illustrative;
  }
}
