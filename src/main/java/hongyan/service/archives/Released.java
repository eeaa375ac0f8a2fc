package hongyan.service.archives;

import hongyan.geo.place.Position;
import hongyan.pipelines.birds.Occurrence;
import org.jspecify.annotations.Nullable;

/**
 * A bird record as somebody may see it.
 *
 * @param generalised what was done to its position, or null for an exact one
 * @param withheld what is not told, or null
 */
record Released(
    Occurrence occurrence,
    Position position,
    @Nullable Double uncertainty,
    @Nullable String generalised,
    @Nullable String withheld) {

  static Released exactly(Occurrence occurrence) {
    return new Released(
        occurrence, occurrence.position(), occurrence.coordinateUncertaintyInMeters(), null, null);
  }

  /** Returns what leads to the place, unless that is withheld. */
  @Nullable String unlessWithheld(@Nullable String value) {
    return withheld == null ? value : null;
  }
}
