package hongyan.geo.law;

import hongyan.geo.place.Position;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leave for a conduct, with its bounds; a bound that is null or empty does not bind.
 *
 * @param conducts codes of the catalogue that it allows
 * @param validFrom inclusive
 * @param validTo exclusive
 * @param zone only in this zone
 * @param county only in this county (adcode)
 * @param position with {@code radiusMetres}: only within that distance of it
 * @param species only these, by scientific name
 * @param document number of the permit
 * @param kind one of {@link #KINDS}; null where nobody said
 */
public record Permit(
    String id,
    String holder,
    List<String> conducts,
    Instant validFrom,
    Instant validTo,
    @Nullable String zone,
    @Nullable String county,
    @Nullable Position position,
    @Nullable Double radiusMetres,
    List<String> species,
    @Nullable String document,
    @Nullable String kind) {

  /** What leave is given for. */
  public static final List<String> KINDS =
      List.of("banding", "research", "airport-safety", "rescue", "other");

  public Permit {
    conducts = List.copyOf(conducts);
    species = List.copyOf(species);
  }
}
