package hongyan.geo.law;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the regulation, or higher law, attaches to a conduct: a reference for the officer, never a
 * decision.
 *
 * @param certainty A to D, as the project marks its sources: A read in the primary text, B seen in
 *     a secondary source, C from memory, D assumed
 */
public record Consequence(
    Words words, List<Provision> provisions, String source, String certainty) {

  public Consequence {
    provisions = List.copyOf(provisions);
  }

  /**
   * Returns the words with the provisions that apply to a conduct of {@code day}. A lighter law
   * that comes later (Code, article 1057) is for the officer to weigh.
   */
  public Words on(LocalDate day) {
    return new Words(
        words.zh() + "（" + listOn(day, Words::zh, "；") + "）",
        words.en() + " (" + listOn(day, Words::en, "; ") + ")");
  }

  private String listOn(LocalDate day, Function<Words, String> language, String separator) {
    return provisions.stream()
        .filter(provision -> provision.appliesOn(day))
        .map(Provision::name)
        .map(language)
        .collect(Collectors.joining(separator));
  }
}
