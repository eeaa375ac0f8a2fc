package hongyan.pipelines.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Hj663Test {
  private final Hj663 old = Hj663.list().get(0);
  private final Hj663 current = Hj663.list().get(1);

  @ParameterizedTest
  @CsvSource({
    "10, 95, 9.55",
    "10, 90, 9.1",
    "365, 90, 328.6",
    "365, 95, 346.8",
    "365, 98, 357.72",
    "10, 100, 10",
    "10, 0, 1",
    "1, 95, 1"
  })
  void interpolatesAPercentile(int n, int percent, BigDecimal expected) {
    List<BigDecimal> descending =
        IntStream.rangeClosed(1, n).map(i -> n + 1 - i).mapToObj(BigDecimal::valueOf).toList();
    assertThat(Hj663.percentile(descending, percent)).isEqualByComparingTo(expected);
  }

  @Test
  void refusesAPercentileOfNothing() {
    assertThatThrownBy(() -> Hj663.percentile(List.of(), 95))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "PM25, 35.5, 36, 35.5",
    "PM25, 34.5, 34, 34.5",
    "PM25, 30.05, 30, 30.0",
    "PM25, 30.15, 30, 30.2",
    "CO, 4.05, 4.0, 4.0",
    "O3, 160.50001, 161, 161"
  })
  void roundsAHalfToTheEvenDigit(
      Pollutant pollutant, BigDecimal statistic, BigDecimal by2013, BigDecimal by2026) {
    assertThat(old.rounded(pollutant, statistic)).isEqualTo(by2013);
    assertThat(current.rounded(pollutant, statistic)).isEqualTo(by2026);
  }

  @Test
  void asksForDaysInEachMonthAndInTheYear() {
    assertThat(old.enoughDays(year(31), CivilPeriod.ofYear(2023))).isTrue();
    // 11 months of at most 27 and February of 25 keep each month's rule and make 322 days.
    assertThat(
            old.enoughDays(
                year(27).stream().filter(notLateFebruary(25)).toList(), CivilPeriod.ofYear(2023)))
        .isFalse();
    // February of 27 makes 324.
    assertThat(old.enoughDays(year(27), CivilPeriod.ofYear(2023))).isTrue();
    assertThat(
            old.enoughDays(
                year(31).stream().filter(notLateFebruary(25)).toList(), CivilPeriod.ofYear(2023)))
        .isTrue();
    assertThat(
            old.enoughDays(
                year(31).stream().filter(notLateFebruary(24)).toList(), CivilPeriod.ofYear(2023)))
        .isFalse();
    assertThat(
            old.enoughDays(
                year(31).stream().filter(Hj663Test::notLateMay).toList(), CivilPeriod.ofYear(2023)))
        .isFalse();
    assertThat(old.enoughDays(year(31), CivilPeriod.ofYear(2024))).isFalse();
  }

  @Test
  void goesWithTheLimitsOfItsTime() {
    List<Gb3095.Standard> limits =
        Gb3095.load().listBetween(LocalDate.parse("2025-01-01"), LocalDate.parse("2032-01-01"));
    assertThat(limits)
        .extracting(each -> Hj663.belongingTo(each).id())
        .containsExactly("HJ 663-2013", "HJ 663-2026", "HJ 663-2026");
  }

  /** The days of 2023 up to that day of each month. */
  private static List<LocalDate> year(int lastDay) {
    return LocalDate.parse("2023-01-01")
        .datesUntil(LocalDate.parse("2024-01-01"))
        .filter(day -> day.getDayOfMonth() <= lastDay)
        .toList();
  }

  private static Predicate<LocalDate> notLateFebruary(int lastDay) {
    return day -> day.getMonthValue() != 2 || day.getDayOfMonth() <= lastDay;
  }

  private static boolean notLateMay(LocalDate day) {
    return day.getMonthValue() != 5 || day.getDayOfMonth() <= 26;
  }
}
