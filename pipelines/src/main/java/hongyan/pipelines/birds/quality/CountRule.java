package hongyan.pipelines.birds.quality;

import hongyan.geo.species.Species;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.quality.DoubtNumber;
import hongyan.pipelines.quality.QualitySheet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Rule {@code INDIVIDUAL_COUNT_OUTLIER}: a count far above all that is known of its species. Counts
 * of flocks spread over powers of ten, so their logarithms are compared: a count is in doubt when
 * it lies more than so many robust standard deviations (1.4826 times the median distance from the
 * median) above the median. Of a species with few records nothing is said.
 */
public final class CountRule implements ManyRule {
  /** Makes the median absolute deviation of a normal distribution its standard deviation. */
  private static final double TO_SIGMA = 1.4826;

  private final QualitySheet sheet = OccurrenceSheets.load("INDIVIDUAL_COUNT_OUTLIER");
  private final int fewest = sheet.get("records").intValueExact();
  private final double deviations = sheet.get("deviations").doubleValue();
  private final double narrowest = sheet.get("spread").doubleValue();
  private final int smallest = sheet.get("count").intValueExact();

  @Override
  public List<OccurrenceMark> marks(OccurrenceChange change) {
    List<OccurrenceMark> marks = new ArrayList<>();
    if (change.before() != null) {
      add(change.before(), false, marks);
    }
    add(change.after(), true, marks);
    return marks;
  }

  @Override
  public List<OccurrenceDoubt> judge(Collection<OccurrenceMark> marks) {
    if (marks.size() < fewest) {
      return List.of();
    }
    double[] logs = marks.stream().mapToDouble(CountRule::log).sorted().toArray();
    double median = middle(logs);
    double[] apart = Arrays.stream(logs).map(x -> Math.abs(x - median)).sorted().toArray();
    double sigma = Math.max(narrowest, TO_SIGMA * middle(apart));
    double limit = Math.max(smallest, Math.expm1(median + deviations * sigma));
    return marks.stream()
        .filter(mark -> count(mark) > limit)
        .map(mark -> doubt(mark, Math.expm1(median), limit, marks.size()))
        .toList();
  }

  private OccurrenceDoubt doubt(OccurrenceMark mark, double median, double limit, int records) {
    BigDecimal usual = rounded(median);
    BigDecimal most = rounded(limit);
    return OccurrenceDoubt.of(
        sheet,
        mark,
        "数量 %d，该种 %d 条记录的中位数为 %s".formatted(mark.count(), records, usual),
        "%d birds; the median of the species' %d records is %s"
            .formatted(mark.count(), records, usual),
        new DoubtNumber("median", usual, "1"),
        new DoubtNumber("limit", most, "1"));
  }

  private static void add(PlacedOccurrence placed, boolean there, List<OccurrenceMark> marks) {
    Occurrence occurrence = placed.occurrence();
    Integer count = occurrence.individualCount();
    if (count == null || !occurrence.birdsSeen()) {
      return;
    }
    marks.add(
        new OccurrenceMark(
            Species.load().accepted(occurrence.scientificName()),
            true,
            there,
            occurrence.occurrenceID(),
            occurrence.eventStart(),
            occurrence.position(),
            null,
            count));
  }

  private static int count(OccurrenceMark mark) {
    Integer count = mark.count();
    return count == null ? 0 : count;
  }

  private static double log(OccurrenceMark mark) {
    return Math.log1p(count(mark));
  }

  private static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_EVEN);
  }
}
