package hongyan.pipelines.air.assessment;

import hongyan.pipelines.air.assessment.RankingMetric.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Areas in the order of one metric, best first. Equal values share a rank and the next rank is
 * skipped (1, 2, 2, 4). Only valid figures have a rank; the others follow without one.
 *
 * @param standard the version that all figures are made by, those of the year before too
 * @param certainty of the version
 * @param series as {@link Series#code()}
 */
public record Ranking(String standard, String certainty, String series, List<Row> rows) {

  /**
   * One area before it is ranked.
   *
   * @param before its figure one year earlier, by the same standard and series
   */
  public record Entry(String subject, String name, Figure figure, Figure before) {}

  /** One area in its place. */
  public record Row(
      @Nullable Integer rank,
      String subject,
      String name,
      @Nullable BigDecimal value,
      int count,
      boolean valid,
      Change yearOnYear) {}

  public Ranking {
    rows = List.copyOf(rows);
  }

  /** Puts areas in order; where values are equal, by their codes. */
  public static Ranking of(
      RankingMetric.Version version, Series series, boolean lessIsBetter, List<Entry> entries) {
    Comparator<BigDecimal> better =
        lessIsBetter ? Comparator.naturalOrder() : Comparator.reverseOrder();
    List<Entry> ordered =
        entries.stream()
            .sorted(
                Comparator.comparing((Entry each) -> !each.figure().valid())
                    .thenComparing(each -> each.figure().value(), Comparator.nullsLast(better))
                    .thenComparing(Entry::subject))
            .toList();
    List<Row> rows = new ArrayList<>();
    for (Entry entry : ordered) {
      rows.add(row(entry, rank(entry, rows)));
    }
    return new Ranking(version.standard(), version.certainty(), series.code(), rows);
  }

  private static @Nullable Integer rank(Entry entry, List<Row> better) {
    BigDecimal value = entry.figure().value();
    if (!entry.figure().valid() || value == null) {
      return null;
    }
    if (!better.isEmpty()) {
      Row last = better.get(better.size() - 1);
      if (last.value() != null && last.value().compareTo(value) == 0) {
        return last.rank();
      }
    }
    return better.size() + 1;
  }

  private static Row row(Entry entry, @Nullable Integer rank) {
    Figure now = entry.figure();
    Figure before = entry.before();
    return new Row(
        rank,
        entry.subject(),
        entry.name(),
        now.value(),
        now.count(),
        now.valid(),
        Change.of(now.value(), now.valid(), before.value(), before.valid()));
  }
}
