package hongyan.pipelines.roosts;

import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.quality.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many birds of a species were counted at a station at a moment; a recorded absence is 0.
 *
 * @param receivedAt when it became known
 * @param there false takes an earlier one of that id at that station and moment away
 */
public record RoostCount(
    String station,
    String occurrenceID,
    String species,
    Instant time,
    int count,
    Instant receivedAt,
    boolean there) {

  /**
   * Lists what a bird record says about the station that it was made at, and takes away what it
   * said before. One that names no station, has no hour, did not count or was decided to be wrong
   * says nothing.
   */
  public static List<RoostCount> of(OccurrenceChange change) {
    return Stream.concat(of(change.before(), false), of(change.after(), true)).toList();
  }

  private static Stream<RoostCount> of(@Nullable PlacedOccurrence placed, boolean there) {
    if (placed == null || placed.verdict() == Verdict.INVALID) {
      return Stream.empty();
    }
    Occurrence o = placed.occurrence();
    if (o.station() == null || !o.hourKnown()) {
      return Stream.empty();
    }
    Integer count = o.birdsSeen() ? o.individualCount() : Integer.valueOf(0);
    return count == null
        ? Stream.empty()
        : Stream.of(
            new RoostCount(
                o.station(),
                o.occurrenceID(),
                o.scientificName(),
                o.eventStart(),
                count,
                o.receipt().receivedAt(),
                there));
  }
}
