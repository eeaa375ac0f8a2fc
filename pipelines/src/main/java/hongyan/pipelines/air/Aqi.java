package hongyan.pipelines.air;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The air quality index of one hour or one day, exact, by one version of HJ 633.
 *
 * @param iaqi of each pollutant that has one
 * @param aqi the largest IAQI (HJ 633-2012, 4.4.1; HJ 633-2026, 4.2.4), or null for NA
 * @param level 1 to 6, null with {@code aqi}
 * @param primary all pollutants with the largest IAQI, when the AQI is above 50 (HJ 633-2012,
 *     4.4.2; HJ 633-2026, 4.3.1)
 * @param reason why there is no AQI, null when there is one
 */
public record Aqi(
    Map<Pollutant, Integer> iaqi,
    @Nullable Integer aqi,
    @Nullable Integer level,
    List<Pollutant> primary,
    @Nullable String reason) {

  /** Up to here the air is excellent, and no pollutant is named. */
  private static final int NO_PRIMARY_UP_TO = 50;

  /**
   * Returns the index of a real-time report.
   *
   * @param means the valid hourly means, in the pollutants' units, not rounded
   */
  public static Aqi ofHour(AqiStandard standard, Map<AqiItem, BigDecimal> means) {
    return of(standard, standard.reports().hour(), means);
  }

  /**
   * Returns the index of a daily report.
   *
   * @param means the valid daily means, in the pollutants' units, not rounded; items that the
   *     version's daily report has not are left aside
   */
  public static Aqi ofDay(AqiStandard standard, Map<AqiItem, BigDecimal> means) {
    return of(standard, standard.reports().day(), means);
  }

  /**
   * Returns the index of a day as a version gives it that need not be the one of its date, for
   * comparing days across a change of the standard.
   *
   * <p>The day's own version gives what the day has. Another one is applied to the day's means; the
   * highest hour of ozone is not among these, so that HJ 633-2012 gives a later day with eight
   * hours of ozone above 800 µg/m³ no sub-index for it.
   */
  public static Aqi ofDay(AqiStandard standard, AirFigure day) {
    return day.standard().equals(standard.id())
        ? new Aqi(day.iaqi(), day.aqi(), day.level(), day.primary(), day.reason())
        : ofDay(standard, Means.dayItems(day.means(), List.of()));
  }

  private static Aqi of(AqiStandard standard, List<AqiItem> items, Map<AqiItem, BigDecimal> means) {
    Map<Pollutant, Integer> iaqi = new EnumMap<>(Pollutant.class);
    Set<Pollutant> missing = EnumSet.allOf(Pollutant.class);
    for (AqiItem item : items) {
      BigDecimal mean = means.get(item);
      if (mean != null) {
        missing.remove(item.pollutant());
        iaqi(standard, item, means).ifPresent(index -> iaqi.put(item.pollutant(), index));
      }
    }
    return judged(standard, Collections.unmodifiableMap(iaqi), missing);
  }

  /** The sub-index of an item, or of the one that the version has for where it gives none. */
  private static OptionalInt iaqi(
      AqiStandard standard, AqiItem item, Map<AqiItem, BigDecimal> means) {
    OptionalInt own = standard.iaqi(item, means.get(item));
    AqiItem other = standard.reports().instead().get(item);
    return own.isPresent() || other == null || means.get(other) == null
        ? own
        : standard.iaqi(other, means.get(other));
  }

  private static Aqi judged(
      AqiStandard standard, Map<Pollutant, Integer> iaqi, Set<Pollutant> missing) {
    if (iaqi.isEmpty()) {
      return new Aqi(iaqi, null, null, List.of(), "no pollutant with a sub-index" + named(missing));
    }
    int largest = Collections.max(iaqi.values());
    Integer bound = standard.reports().incompleteAbove();
    if (bound != null && !missing.isEmpty() && largest <= bound) {
      return new Aqi(
          iaqi,
          null,
          null,
          List.of(),
          "the others give %d, which is not above %d%s".formatted(largest, bound, named(missing)));
    }
    int aqi = Math.max(largest, standard.scale().min());
    int level = standard.scale().getLevel(aqi).level();
    return new Aqi(iaqi, aqi, level, primary(iaqi, largest), null);
  }

  private static List<Pollutant> primary(Map<Pollutant, Integer> iaqi, int largest) {
    return Arrays.stream(Pollutant.values())
        .filter(p -> largest > NO_PRIMARY_UP_TO && Integer.valueOf(largest).equals(iaqi.get(p)))
        .toList();
  }

  private static String named(Set<Pollutant> missing) {
    return missing.isEmpty()
        ? ""
        : missing.stream()
            .map(Pollutant::code)
            .collect(Collectors.joining(", ", "; missing: ", ""));
  }
}
