package hongyan.pipelines.birds.quality;

import hongyan.pipelines.quality.DoubtNumber;
import hongyan.pipelines.quality.QualitySheet;
import java.time.Instant;
import java.util.List;

/**
 * A named doubt about one bird record. One record can be in doubt by several rules.
 *
 * @param time start of the record's event
 * @param rule id of the rule's sheet: GBIF's name of the issue, where it has one
 * @param among the key of the records that it was held against ({@link OccurrenceMark#key()}),
 *     empty where the rule looks at one record alone: when a correction moves it to another key,
 *     the doubt among the former ones ends and leaves one among the new ones alone
 * @param version of the rule
 * @param fact in Chinese
 * @param factEn in English
 * @param numbers that it rests on
 * @param standing false once the records no longer give rise to it
 */
public record OccurrenceDoubt(
    String occurrenceID,
    Instant time,
    String rule,
    String among,
    String version,
    String fact,
    String factEn,
    List<DoubtNumber> numbers,
    boolean standing) {

  public OccurrenceDoubt {
    numbers = List.copyOf(numbers);
  }

  static OccurrenceDoubt of(
      QualitySheet sheet,
      String occurrenceID,
      Instant time,
      String fact,
      String factEn,
      DoubtNumber... numbers) {
    return new OccurrenceDoubt(
        occurrenceID, time, sheet.id(), "", sheet.version(), fact, factEn, List.of(numbers), true);
  }

  static OccurrenceDoubt of(
      QualitySheet sheet, OccurrenceMark mark, String fact, String factEn, DoubtNumber... numbers) {
    return new OccurrenceDoubt(
        mark.occurrenceID(),
        mark.time(),
        sheet.id(),
        mark.key(),
        sheet.version(),
        fact,
        factEn,
        List.of(numbers),
        true);
  }

  /** Returns it as one that no longer stands. */
  public OccurrenceDoubt gone() {
    return new OccurrenceDoubt(
        occurrenceID, time, rule, among, version, fact, factEn, numbers, false);
  }
}
