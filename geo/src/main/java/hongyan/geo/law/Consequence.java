package hongyan.geo.law;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the regulation, or higher law, attaches to a conduct: a reference for the officer, never a
 * decision.
 *
 * @param local what the city's own regulation attaches to it
 * @param prohibitions where national law forbids it
 * @param provisions where the law says what follows
 * @param certainty A to D, as the project marks its sources: A read in the primary text, B seen in
 *     a secondary source, C from memory, D assumed
 */
public record Consequence(
    Words words,
    Words local,
    List<Provision> prohibitions,
    List<Provision> provisions,
    String source,
    String certainty) {

  public Consequence {
    prohibitions = List.copyOf(prohibitions);
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

  /** Returns the provisions that forbid it, and those that say what follows, on {@code day}. */
  public List<Words> nationalOn(LocalDate day) {
    return Stream.concat(prohibitions.stream(), provisions.stream())
        .filter(provision -> provision.appliesOn(day))
        .map(Provision::name)
        .toList();
  }

  private String listOn(LocalDate day, Function<Words, String> language, String separator) {
    return provisions.stream()
        .filter(provision -> provision.appliesOn(day))
        .map(Provision::name)
        .map(language)
        .collect(Collectors.joining(separator));
  }
}
