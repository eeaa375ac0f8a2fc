package hongyan.pipelines.episodes;

import hongyan.pipelines.air.DataFile;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which leads belong together, as {@code rules/joining.json} has it. No official source gives any
 * of it; it is the platform's own choice.
 *
 * @param families every conduct is in exactly one
 * @param combine when detections that are each too weak make a lead together
 * @param sources words for the kinds of source
 */
record Joining(
    String id,
    String version,
    String title,
    String titleEn,
    List<Family> families,
    Combine combine,
    Map<String, Words> sources) {

  /**
   * Conducts that support each other.
   *
   * @param gapHours leads further apart in time are not linked; so long a quiet ends the episode
   * @param metres leads further apart in place are not linked
   * @param kinds from so many kinds of evidence on (source and conduct) the grade goes up by one
   * @param count from so many leads on as well, or null where repeats do not raise it
   * @param sellers whether leads of one seller are linked wherever they are
   */
  record Family(
      String code,
      Words name,
      List<String> conducts,
      int gapHours,
      double metres,
      int kinds,
      @Nullable Integer count,
      boolean sellers,
      String source,
      String certainty) {

    Family {
      conducts = List.copyOf(conducts);
    }

    Duration gap() {
      return Duration.ofHours(gapHours);
    }
  }

  /** How many weak detections of one conduct, within how long and how far, make a lead. */
  record Combine(int count, int minutes, double metres, String source, String certainty) {}

  /** In both languages. */
  record Words(String zh, String en) {}

  Joining {
    families = List.copyOf(families);
    sources = Map.copyOf(sources);
    Map<String, String> seen = new HashMap<>();
    for (Family family : families) {
      for (String conduct : family.conducts()) {
        String other = seen.put(conduct, family.code());
        if (other != null) {
          throw new IllegalArgumentException(
              "joining.json: %s is in %s and in %s".formatted(conduct, other, family.code()));
        }
      }
    }
  }

  static Joining load() {
    return DataFile.read("/rules/joining.json", Joining.class);
  }

  /**
   * Returns the family of a conduct.
   *
   * @throws IllegalArgumentException when it is in none
   */
  Family familyOf(String conduct) {
    return families.stream()
        .filter(family -> family.conducts().contains(conduct))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("joining.json: no family of " + conduct));
  }

  Words wordsOf(String evidence) {
    Words known = sources.get(evidence);
    return known == null ? new Words(evidence, evidence) : known;
  }
}
