package hongyan.geo.law;

import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import hongyan.geo.zones.ZoneRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says which permit, if any, covers a conduct. */
public final class Permits {

  private Permits() {}

  /**
   * Returns the permit that covers the conduct in every bound, the one of the smallest id when
   * several do.
   *
   * <p>Leave must be certain: a bound on something that is not known of the conduct (its position,
   * county or species is null) is not met; a permit that names no conduct allows none; a place
   * bound of which only the position or only the radius is given is met by nothing. The radius is
   * inclusive, on the ellipsoid. Species are compared as scientific names, letter by letter.
   *
   * @param zones those that cover the place at that time
   */
  public static Optional<Permit> match(
      List<Permit> permits,
      String conduct,
      Instant time,
      @Nullable Position position,
      List<ZoneRef> zones,
      @Nullable String county,
      @Nullable String species) {
    return permits.stream()
        .filter(permit -> permit.conducts().contains(conduct))
        .filter(permit -> isValidAt(permit, time))
        .filter(permit -> allowsZone(permit, zones))
        .filter(permit -> permit.county() == null || permit.county().equals(county))
        .filter(permit -> allowsPosition(permit, position))
        .filter(permit -> allowsSpecies(permit, species))
        .min(Comparator.comparing(Permit::id));
  }

  private static boolean isValidAt(Permit permit, Instant time) {
    return !time.isBefore(permit.validFrom()) && time.isBefore(permit.validTo());
  }

  private static boolean allowsZone(Permit permit, List<ZoneRef> zones) {
    return permit.zone() == null
        || zones.stream().anyMatch(zone -> zone.id().equals(permit.zone()));
  }

  private static boolean allowsPosition(Permit permit, @Nullable Position position) {
    if (permit.position() == null && permit.radiusMetres() == null) {
      return true;
    }
    return permit.position() != null
        && permit.radiusMetres() != null
        && position != null
        && Geodesy.metres(permit.position(), position) <= permit.radiusMetres();
  }

  private static boolean allowsSpecies(Permit permit, @Nullable String species) {
    return permit.species().isEmpty() || (species != null && permit.species().contains(species));
  }
}
