package hongyan.service.inspection;

import hongyan.geo.law.Words;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Gb3095;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One inspection target, or a figure of the gazette that stands beside the targets.
 *
 * @param period a year, or a span as {@code 2021-2025}
 * @param county adcode, or null for the city
 * @param standard the version of the limits that it is judged by, where that matters
 * @param direction which way the target is met; null without a target
 * @param target what was asked, or null where no source names it
 * @param declared what the gazette declares
 * @param baseline what it was before
 * @param deadline the day by which it is due, or null where no source names it
 * @param document where it was read
 * @param sumOf ids of the targets that should add up to this one; several lists for several ways
 * @param ledger what the ledger of problems is counted for, or null
 * @param split what is declared for single counties, by adcode
 */
record Target(
    String id,
    Section section,
    Words title,
    Words lawBasis,
    Words department,
    String metric,
    String period,
    @Nullable String county,
    Gb3095.@Nullable Standard standard,
    @Nullable Direction direction,
    @Nullable BigDecimal target,
    @Nullable BigDecimal declared,
    @Nullable BigDecimal baseline,
    Words unit,
    @Nullable LocalDate deadline,
    Source source,
    Words document,
    @Nullable Words note,
    List<List<String>> sumOf,
    @Nullable LedgerCount ledger,
    Map<String, BigDecimal> split) {

  /** Which way a target is met; the target itself meets it. */
  enum Direction {
    AT_MOST,
    AT_LEAST;

    boolean met(BigDecimal actual, BigDecimal target) {
      int order = actual.compareTo(target);
      return this == AT_MOST ? order <= 0 : order >= 0;
    }
  }

  /** Where the actual figure comes from. */
  enum Source {
    COMPUTED,
    LEDGER,
    DECLARED
  }

  Target {
    sumOf = List.copyOf(sumOf);
    split = Map.copyOf(split);
  }

  /** Returns whether the period is that year or a span with that year in it. */
  boolean coversYear(int year) {
    int first = Integer.parseInt(period.substring(0, 4));
    int last = Integer.parseInt(period.substring(period.length() - 4));
    return first <= year && year <= last;
  }

  /** Returns the first year of the period. */
  int year() {
    return Integer.parseInt(period.substring(0, 4));
  }

  /** Returns the last day that it is about. */
  LocalDate lastDay() {
    return period.matches("\\d{4}(-\\d{4})?")
        ? LocalDate.of(Integer.parseInt(period.substring(period.length() - 4)), 12, 31)
        : CivilPeriod.parse(period).to();
  }

  /** Returns the same of one county, where a document or the ledger tells counties apart. */
  Optional<Target> of(String adcode) {
    if (ledger == null && !split.containsKey(adcode)) {
      return Optional.empty();
    }
    return Optional.of(
        new Target(
            id + "-" + adcode,
            section,
            title,
            lawBasis,
            department,
            metric,
            period,
            adcode,
            standard,
            null,
            null,
            split.get(adcode),
            null,
            unit,
            null,
            source,
            document,
            note,
            List.of(),
            ledger,
            Map.of()));
  }
}
