package hongyan.pipelines.air.assessment;

import hongyan.pipelines.air.Gb3095.Average;
import hongyan.pipelines.air.Gb3095.Grade;
import hongyan.pipelines.air.Gb3095.Standard;
import hongyan.pipelines.air.Hj663;
import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a subject's air met the limits in one year, under one version of them: the year's means
 * of SO2, NO2, PM10 and PM2.5, and the percentiles of the daily values of all six (HJ 663).
 *
 * <p>The version need not be the one in force: that is how a year is shown under both, and how two
 * years are compared under one.
 *
 * @param standard the version of GB 3095
 * @param rules the version of HJ 663 that goes with it
 * @param series as {@link Series#code()}
 * @param meets Grade II; null while it cannot be said: nothing valid exceeds, but not every item is
 *     valid
 * @param meetsGradeI likewise
 * @param daysAbove for each pollutant the days above the limit of the day
 */
public record Attainment(
    String subject,
    String period,
    String standard,
    String certainty,
    String rules,
    String series,
    @Nullable Boolean meets,
    @Nullable Boolean meetsGradeI,
    List<Item> items,
    List<DaysAbove> daysAbove) {

  /**
   * One statistic beside its limits.
   *
   * @param statistic {@code mean}, or the percentile as {@code P95}
   * @param value rounded as HJ 663 has it; null without a valid day
   * @param limit of Grade II
   * @param meets Grade II; null when the value is not valid
   * @param validDays how many valid daily values it is made of
   * @param deducted how many the series leaves out
   * @param valid whether the year was measured on enough days
   */
  public record Item(
      String pollutant,
      String statistic,
      @Nullable BigDecimal value,
      String unit,
      BigDecimal limit,
      BigDecimal limitGradeI,
      @Nullable Boolean meets,
      @Nullable Boolean meetsGradeI,
      int validDays,
      int deducted,
      boolean valid) {}

  /**
   * How many days of a pollutant are above the limit of the day.
   *
   * @param average {@code day}, for ozone {@code eight-hours}
   * @param limit of Grade II
   * @param above days above it
   * @param validDays of all valid days that the series has
   * @param within share of the valid days within Grade II, per cent (达标率); null without any
   */
  public record DaysAbove(
      String pollutant,
      String average,
      BigDecimal limit,
      BigDecimal limitGradeI,
      int above,
      int aboveGradeI,
      int validDays,
      @Nullable BigDecimal within) {}

  public Attainment {
    items = List.copyOf(items);
    daysAbove = List.copyOf(daysAbove);
  }

  /**
   * Judges a year.
   *
   * @throws IllegalArgumentException for a period that is no year: the standard judges years
   */
  public static Attainment of(SubjectDays year, Standard standard, Series series) {
    if (!year.period().isYear()) {
      throw new IllegalArgumentException("%s is no year".formatted(year.period().code()));
    }
    Hj663 rules = Hj663.belongingTo(standard);
    List<Item> items =
        PeriodStatistics.of(year, rules, series).items().stream()
            .flatMap(each -> item(each, standard).stream())
            .toList();
    return new Attainment(
        year.subject(),
        year.period().code(),
        standard.id(),
        standard.source().certainty(),
        rules.id(),
        series.code(),
        verdict(items, Item::meets),
        verdict(items, Item::meetsGradeI),
        items,
        daysAbove(year, standard, rules, series));
  }

  private static Optional<Item> item(Statistic statistic, Standard standard) {
    Pollutant pollutant = Pollutant.findByCode(statistic.pollutant()).orElseThrow();
    Average average =
        statistic.statistic().equals("mean") ? Average.YEAR : Average.daily(pollutant);
    Optional<BigDecimal> gradeII = standard.findLimit(pollutant, average, Grade.II);
    Optional<BigDecimal> gradeI = standard.findLimit(pollutant, average, Grade.I);
    if (gradeII.isEmpty() || gradeI.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Item(
            statistic.pollutant(),
            statistic.statistic(),
            statistic.evaluation(),
            statistic.unit(),
            gradeII.get(),
            gradeI.get(),
            meets(statistic, gradeII.get()),
            meets(statistic, gradeI.get()),
            statistic.count(),
            statistic.deducted(),
            statistic.valid()));
  }

  private static @Nullable Boolean meets(Statistic statistic, BigDecimal limit) {
    BigDecimal value = statistic.evaluation();
    return !statistic.valid() || value == null ? null : value.compareTo(limit) <= 0;
  }

  private static @Nullable Boolean verdict(
      List<Item> items, Function<Item, @Nullable Boolean> grade) {
    if (items.stream().anyMatch(each -> Boolean.FALSE.equals(grade.apply(each)))) {
      return false;
    }
    return items.stream().allMatch(each -> Boolean.TRUE.equals(grade.apply(each))) ? true : null;
  }

  private static List<DaysAbove> daysAbove(
      SubjectDays year, Standard standard, Hj663 rules, Series series) {
    return Arrays.stream(Pollutant.values())
        .flatMap(each -> daysAbove(DailyValues.of(each, year, series), standard, rules))
        .toList();
  }

  private static Stream<DaysAbove> daysAbove(DailyValues values, Standard standard, Hj663 rules) {
    Average average = Average.daily(values.pollutant());
    Optional<BigDecimal> gradeII = standard.findLimit(values.pollutant(), average, Grade.II);
    Optional<BigDecimal> gradeI = standard.findLimit(values.pollutant(), average, Grade.I);
    if (gradeII.isEmpty() || gradeI.isEmpty()) {
      return Stream.empty();
    }
    int above = values.countAbove(gradeII.get());
    int count = values.count();
    return Stream.of(
        new DaysAbove(
            values.pollutant().code(),
            average.code(),
            gradeII.get(),
            gradeI.get(),
            above,
            values.countAbove(gradeI.get()),
            count,
            count == 0 ? null : rules.rate(count - above, count)));
  }
}
