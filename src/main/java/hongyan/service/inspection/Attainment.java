package hongyan.service.inspection;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Gb3095;
import hongyan.pipelines.air.Gb3095.Average;
import hongyan.pipelines.air.Gb3095.Standard;
import hongyan.pipelines.air.Hj663;
import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an area's air met Grade II in one year, under one version of the limits: the year's means
 * of SO2, NO2, PM10 and PM2.5, and the percentiles of the daily values of all six.
 *
 * <p>First cut: days of sand-dust events are not deducted.
 *
 * @param meets null while it cannot be said: nothing valid exceeds, but not every item is valid
 */
public record Attainment(
    String subject, String standard, @Nullable Boolean meets, List<Item> items) {

  /**
   * One statistic of one pollutant.
   *
   * @param statistic {@code mean}, or the percentile as {@code P95}
   * @param value rounded as HJ 663 has it; null without a valid day
   * @param validDays how many valid daily values it is made of
   * @param valid whether those are enough for a year
   */
  public record Item(
      String pollutant,
      String statistic,
      @Nullable BigDecimal value,
      BigDecimal limit,
      int validDays,
      boolean valid) {

    boolean exceeds() {
      return valid && value != null && value.compareTo(limit) > 0;
    }
  }

  public Attainment {
    items = List.copyOf(items);
  }

  static Attainment of(String subject, int year, Standard standard, List<AirFigure> days) {
    List<Item> items = new ArrayList<>();
    for (Pollutant pollutant : Pollutant.values()) {
      DailyValues values = DailyValues.of(pollutant, year, days);
      standard
          .findLimit(pollutant, Average.YEAR, Gb3095.Grade.II)
          .ifPresent(limit -> items.add(mean(values, standard, limit)));
      Average daily = pollutant == Pollutant.O3 ? Average.EIGHT_HOURS : Average.DAY;
      standard
          .findLimit(pollutant, daily, Gb3095.Grade.II)
          .ifPresent(limit -> items.add(percentile(values, standard, limit)));
    }
    return new Attainment(subject, standard.id(), verdict(items), items);
  }

  private static Item mean(DailyValues values, Standard standard, BigDecimal limit) {
    Hj663 rules = Hj663.belongingTo(standard);
    return item("mean", values, rules, values.findMean().orElse(null), limit);
  }

  private static Item percentile(DailyValues values, Standard standard, BigDecimal limit) {
    Hj663 rules = Hj663.belongingTo(standard);
    int percent = rules.percentileOf(values.pollutant());
    return item("P" + percent, values, rules, values.findPercentile(percent).orElse(null), limit);
  }

  private static Item item(
      String name, DailyValues values, Hj663 rules, @Nullable BigDecimal value, BigDecimal limit) {
    return new Item(
        values.pollutant().code(),
        name,
        value == null ? null : rules.rounded(values.pollutant(), value),
        limit,
        values.count(),
        values.enoughUnder(rules));
  }

  private static @Nullable Boolean verdict(List<Item> items) {
    if (items.stream().anyMatch(Item::exceeds)) {
      return false;
    }
    return items.stream().allMatch(Item::valid) ? true : null;
  }
}
