package hongyan.pipelines.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One version of the technical regulation for assessing ambient air quality: which percentiles a
 * year is judged by, how many valid days it needs, how its statistics are rounded. Source: {@code
 * air/hj663.json}, which says what was read and what was not.
 *
 * @param id for example {@code HJ 663-2013}
 * @param percentiles of the daily values, by pollutant code, in percent
 * @param yearDays valid days that a year needs, {@link #monthDays} each month, {@link
 *     #februaryDays} in February
 */
public record Hj663(
    String id,
    Timeline.Effect effect,
    Source source,
    Map<String, Integer> percentiles,
    Rounding rounding,
    int yearDays,
    int monthDays,
    int februaryDays) {
  private static final String FILE = "/air/hj663.json";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What a statistic is rounded for. */
  public enum Stage {
    /** To be shown, and to go into an index. */
    STATISTIC,
    /** To be compared with a limit. */
    EVALUATION
  }

  /**
   * Decimal places by stage. A figure is rounded once, from its unrounded value, for the stage that
   * it is used at (GB/T 8170 forbids rounding what was rounded).
   *
   * @param statistic by pollutant code
   * @param evaluation by pollutant code
   * @param rate of a share of days, in percent
   */
  public record Rounding(
      Map<String, Integer> statistic, Map<String, Integer> evaluation, int rate) {

    public Rounding {
      statistic = Map.copyOf(statistic);
      evaluation = Map.copyOf(evaluation);
    }
  }

  /** Read at first use, once. */
  private static final class Loaded {
    static final Timeline<Hj663> TIMELINE = read(DataFile::text);
  }

  public Hj663 {
    percentiles = Map.copyOf(percentiles);
    for (Pollutant pollutant : Pollutant.values()) {
      String code = pollutant.code();
      if (!percentiles.containsKey(code)
          || !rounding.statistic().containsKey(code)
          || !rounding.evaluation().containsKey(code)) {
        throw new IllegalArgumentException("%s: nothing for %s".formatted(id, code));
      }
    }
  }

  /** Returns all versions, oldest first. */
  public static List<Hj663> list() {
    return Loaded.TIMELINE.list();
  }

  /** Returns the versions in force on any day of {@code period}, oldest first. */
  public static List<Hj663> listIn(CivilPeriod period) {
    return Loaded.TIMELINE.between(period.from(), period.to());
  }

  /**
   * Returns the version of that id.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Hj663 getVersion(String id) {
    return list().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(FILE + ": no " + id));
  }

  /**
   * Reads and checks all versions.
   *
   * @param files gives the text of a file by its path
   * @throws IllegalStateException naming the versions and dates of every gap and overlap
   */
  public static Timeline<Hj663> read(UnaryOperator<String> files) {
    Hj663[] all = DataFile.parse(FILE, files.apply(FILE), Hj663[].class);
    return Timeline.of(FILE, List.of(all), Hj663::id, Hj663::effect);
  }

  /** Returns the version that goes with a version of the limits: the newest that began no later. */
  public static Hj663 belongingTo(Gb3095.Standard standard) {
    LocalDate began = standard.effect().from();
    return began == null ? list().get(0) : Loaded.TIMELINE.at(began);
  }

  public int percentileOf(Pollutant pollutant) {
    return percentiles.get(pollutant.code());
  }

  /** Returns the statistic as it is compared with a limit. */
  public BigDecimal rounded(Pollutant pollutant, BigDecimal statistic) {
    return rounded(Stage.EVALUATION, pollutant, statistic);
  }

  /** Returns the unrounded statistic rounded for a stage, as GB/T 8170 has it. */
  public BigDecimal rounded(Stage stage, Pollutant pollutant, BigDecimal statistic) {
    Map<String, Integer> places =
        stage == Stage.STATISTIC ? rounding.statistic() : rounding.evaluation();
    return Gbt8170.round(statistic, places.get(pollutant.code()));
  }

  /** Returns what share of {@code all} days {@code some} are, in percent; {@code all} is not 0. */
  public BigDecimal rate(int some, int all) {
    return Gbt8170.percent(BigDecimal.valueOf(some), BigDecimal.valueOf(all), rounding.rate());
  }

  /**
   * Returns whether these valid days are enough for a figure of the period: each of its months has
   * enough, and a year enough in all.
   */
  public boolean enoughDays(Collection<LocalDate> days, CivilPeriod period) {
    Map<YearMonth, Long> months =
        days.stream()
            .distinct()
            .filter(period::contains)
            .collect(Collectors.groupingBy(YearMonth::from, Collectors.counting()));
    long all = months.values().stream().mapToLong(Long::longValue).sum();
    return (!period.isYear() || all >= yearDays)
        && period.months().stream()
            .allMatch(month -> months.getOrDefault(month, 0L) >= daysOf(month.getMonth()));
  }

  private int daysOf(Month month) {
    return month == Month.FEBRUARY ? februaryDays : monthDays;
  }

  /**
   * Returns the percentile of some values, exact: {@code k = 1 + (n - 1) p}, between the values of
   * the ranks on both sides of k in proportion.
   *
   * @throws IllegalArgumentException when there are no values or {@code percent} is not 0 to 100
   */
  public static BigDecimal percentile(Collection<BigDecimal> values, int percent) {
    if (values.isEmpty() || percent < 0 || percent > 100) {
      throw new IllegalArgumentException(
          "no percentile %d of %d values".formatted(percent, values.size()));
    }
    List<BigDecimal> ascending = values.stream().sorted().toList();
    int scaled = (ascending.size() - 1) * percent;
    int rank = scaled / 100;
    BigDecimal below = ascending.get(rank);
    if (scaled % 100 == 0) {
      return below;
    }
    BigDecimal share = BigDecimal.valueOf(scaled % 100).divide(HUNDRED);
    return below.add(ascending.get(rank + 1).subtract(below).multiply(share));
  }
}
