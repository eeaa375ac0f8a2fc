package hongyan.service.birds;

import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.birds.quality.OccurrenceDoubt;
import hongyan.pipelines.quality.DoubtNumber;
import hongyan.pipelines.series.DoubtedOccurrence;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A doubt about a bird record as the API gives it.
 *
 * @param county that the record counts in, or null
 * @param fact in the reader's language
 * @param verdict of the decision in force on the record's present content, or null
 */
record OccurrenceDoubtView(
    String occurrenceID,
    String scientificName,
    Instant time,
    @Nullable String county,
    Rule rule,
    String fact,
    List<DoubtNumber> numbers,
    @Nullable String verdict) {

  /** Which rule raised it. */
  record Rule(String id, String version) {}

  static OccurrenceDoubtView of(DoubtedOccurrence doubted, Locale locale) {
    OccurrenceDoubt doubt = doubted.doubt();
    PlacedOccurrence placed = doubted.record();
    Occurrence occurrence = placed.occurrence();
    return new OccurrenceDoubtView(
        doubt.occurrenceID(),
        occurrence.scientificName(),
        doubt.time(),
        placed.placement().county(),
        new Rule(doubt.rule(), doubt.version()),
        locale.getLanguage().equals("en") ? doubt.factEn() : doubt.fact(),
        doubt.numbers(),
        placed.verdict() == null ? null : placed.verdict().code());
  }
}
