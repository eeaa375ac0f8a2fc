package hongyan.geo.law;

import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says which permit, if any, covers an act, and what is wanting of one that does not. */
public final class Permits {

  private Permits() {}

  /**
   * Returns the permit that covers the act in every bound, the one of the smallest id when several
   * do.
   */
  public static Optional<Permit> match(Collection<Permit> permits, Act act) {
    return permits.stream()
        .filter(permit -> gaps(permit, act).isEmpty())
        .min(Comparator.comparing(Permit::id));
  }

  /**
   * Returns why the permit does not cover the act; empty when it does.
   *
   * <p>Leave must be certain: a bound on something that is not known of the act (its position,
   * county or species is null) is not met; a permit that names no conduct allows none; a place
   * bound of which only the position or only the radius is given is met by nothing. The radius is
   * inclusive, on the ellipsoid. Species are compared as scientific names, letter by letter. The
   * holder is the one exception: who did it is seldom reported, so that only somebody who is named
   * and is not the holder is a gap.
   */
  public static Set<PermitGap> gaps(Permit permit, Act act) {
    Set<PermitGap> gaps = EnumSet.noneOf(PermitGap.class);
    add(gaps, PermitGap.CONDUCT, !permit.conducts().contains(act.conduct()));
    add(gaps, PermitGap.NOT_YET, act.time().isBefore(permit.validFrom()));
    add(gaps, PermitGap.RUN_OUT, !act.time().isBefore(permit.validTo()));
    add(gaps, PermitGap.ZONE, !allowsZone(permit, act));
    add(gaps, PermitGap.COUNTY, permit.county() != null && !permit.county().equals(act.county()));
    add(gaps, PermitGap.PLACE, !allowsPosition(permit, act.position()));
    add(gaps, PermitGap.SPECIES, !allowsSpecies(permit, act.species()));
    add(
        gaps,
        PermitGap.HOLDER,
        act.holder() != null && !act.holder().strip().equals(permit.holder().strip()));
    return gaps;
  }

  private static void add(Set<PermitGap> gaps, PermitGap gap, boolean isOne) {
    if (isOne) {
      gaps.add(gap);
    }
  }

  private static boolean allowsZone(Permit permit, Act act) {
    return permit.zone() == null
        || act.zones().stream().anyMatch(zone -> zone.id().equals(permit.zone()));
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
