package hongyan.pipelines.findings;

import hongyan.geo.place.Position;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which birds were there when and where a finding was.
 *
 * @param position of the finding when this was looked up: a correction may have moved it since
 * @param time of the finding then
 * @param occurrences ids of the nearest few, nearest first; empty when there were none
 * @param knownSince when the first of all of them became known, null when there were none
 */
public record BirdsThere(
    String findingID,
    Position position,
    Instant time,
    List<String> occurrences,
    @Nullable Instant knownSince) {

  public BirdsThere {
    occurrences = List.copyOf(occurrences);
  }
}
