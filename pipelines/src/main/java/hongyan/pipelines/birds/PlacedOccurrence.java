package hongyan.pipelines.birds;

import hongyan.geo.zones.Placement;
import hongyan.pipelines.quality.Verdict;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A bird record with its place.
 *
 * @param placement the county and the zones that it counts in
 * @param chances where its position has a stated uncertainty, the areas that it lies or may lie in;
 *     empty when it has none and the position was taken at its word
 * @param verdict what a person decided about its present content, or null
 */
public record PlacedOccurrence(
    Occurrence occurrence,
    Placement placement,
    List<AreaChance> chances,
    @Nullable Verdict verdict) {

  public PlacedOccurrence {
    // Records stored by an earlier version have none.
    chances = chances == null ? List.of() : List.copyOf(chances);
  }

  /** A record whose position is taken at its word, and on which nobody has decided. */
  public PlacedOccurrence(Occurrence occurrence, Placement placement) {
    this(occurrence, placement, List.of(), null);
  }

  /** Returns whether it says that birds were there, and nobody has decided that it is wrong. */
  public boolean counts() {
    return occurrence.birdsSeen() && verdict != Verdict.INVALID;
  }

  /** Returns the probability that it lies in an area; empty when its uncertainty is not stated. */
  public OptionalDouble probability(String kind, String id) {
    return chances.stream()
        .filter(chance -> chance.kind().equals(kind) && chance.id().equals(id))
        .mapToDouble(AreaChance::probability)
        .findFirst();
  }

  /** Returns it with another verdict. */
  public PlacedOccurrence judged(@Nullable Verdict other) {
    return new PlacedOccurrence(occurrence, placement, chances, other);
  }

  /** Returns it at the same place with a record that says the same. */
  public PlacedOccurrence repeatedBy(Occurrence same) {
    return new PlacedOccurrence(same, placement, chances, verdict);
  }
}
