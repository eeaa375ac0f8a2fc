package hongyan.pipelines.roosts;

import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrenceChange;
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
   * said before. One that names no station, has no hour or did not count says nothing.
   */
  public static List<RoostCount> of(OccurrenceChange change) {
    Occurrence before = change.before() == null ? null : change.before().occurrence();
    return Stream.concat(of(before, false), of(change.after().occurrence(), true)).toList();
  }

  private static Stream<RoostCount> of(@Nullable Occurrence o, boolean there) {
    if (o == null || o.station() == null || !o.hourKnown()) {
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
