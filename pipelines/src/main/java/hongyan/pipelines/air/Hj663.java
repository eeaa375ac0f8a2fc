package hongyan.pipelines.air;

import hongyan.pipelines.records.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * One version of the technical regulation for assessing ambient air quality: which percentiles a
 * year is judged by, how many valid days it needs, how its statistics are rounded. Source: {@code
 * air/hj663.json}, which says what was read and what was not.
 *
 * @param id for example {@code HJ 663-2013}
 * @param percentiles of the daily values, by pollutant code, in percent
 * @param decimals of a statistic before it is compared with a limit, by pollutant code
 * @param yearDays valid days that a year needs, {@link #monthDays} each month, {@link
 *     #februaryDays} in February
 */
public record Hj663(
    String id,
    @Nullable LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    String source,
    Map<String, Integer> percentiles,
    Map<String, Integer> decimals,
    int yearDays,
    int monthDays,
    int februaryDays) {
  private static final String FILE = "/air/hj663.json";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final List<Hj663> ALL = read();

  public Hj663 {
    percentiles = Map.copyOf(percentiles);
    decimals = Map.copyOf(decimals);
  }

  /** Returns all versions, oldest first. */
  public static List<Hj663> list() {
    return ALL;
  }

  private static List<Hj663> read() {
    try (InputStream in = Hj663.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + ": missing from the class path");
      }
      return List.copyOf(Json.MAPPER.readValue(in, new TypeReference<List<Hj663>>() {}));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Returns the version that goes with a version of the limits: the newest that began no later.
   *
   * @throws IllegalStateException when there is none, which the file rules out
   */
  public static Hj663 belongingTo(Gb3095.Standard standard) {
    return ALL.stream()
        .filter(each -> each.beganBy(standard.effectiveFrom()))
        .reduce((older, newer) -> newer)
        .orElseThrow(() -> new IllegalStateException(FILE + ": nothing for " + standard.id()));
  }

  private boolean beganBy(@Nullable LocalDate day) {
    return effectiveFrom == null || (day != null && !effectiveFrom.isAfter(day));
  }

  public int percentileOf(Pollutant pollutant) {
    return percentiles.get(pollutant.code());
  }

  /** Returns the statistic rounded as GB/T 8170 has it, a half to the even digit. */
  public BigDecimal rounded(Pollutant pollutant, BigDecimal statistic) {
    return statistic.setScale(decimals.get(pollutant.code()), RoundingMode.HALF_EVEN);
  }

  /** Returns whether these valid days of one year are enough for a figure of the year. */
  public boolean enoughDays(Collection<LocalDate> days, int year) {
    Map<Month, Long> months =
        days.stream()
            .distinct()
            .filter(day -> day.getYear() == year)
            .collect(Collectors.groupingBy(LocalDate::getMonth, Collectors.counting()));
    long all = months.values().stream().mapToLong(Long::longValue).sum();
    return all >= yearDays
        && Arrays.stream(Month.values())
            .allMatch(month -> months.getOrDefault(month, 0L) >= daysOf(month));
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
