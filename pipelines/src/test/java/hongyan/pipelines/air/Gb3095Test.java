package hongyan.pipelines.air;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.air.Gb3095.Average;
import hongyan.pipelines.air.Gb3095.Grade;
import hongyan.pipelines.air.Gb3095.Standard;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gb3095Test {
  private final Gb3095 limits = Gb3095.load();

  @ParameterizedTest
  @CsvSource({
    "PM25, YEAR, 35, 30, 25",
    "PM25, DAY, 75, 60, 50",
    "PM10, YEAR, 70, 60, 50",
    "PM10, DAY, 150, 120, 100",
    "SO2, YEAR, 60, 60, 20",
    "SO2, DAY, 150, 150, 50",
    "NO2, YEAR, 40, 40, 30",
    "NO2, DAY, 80, 80, 50",
    "CO, DAY, 4, 4, 4",
    "O3, EIGHT_HOURS, 160, 160, 160"
  })
  void changesTheGradeTwoLimitWithTheDay(
      Pollutant pollutant, Average average, BigDecimal old, BigDecimal transition, BigDecimal end) {
    assertThat(gradeTwo(pollutant, average, "2013-03-01")).isEqualTo(old);
    assertThat(gradeTwo(pollutant, average, "2026-02-28")).isEqualTo(old);
    assertThat(gradeTwo(pollutant, average, "2026-03-01")).isEqualTo(transition);
    assertThat(gradeTwo(pollutant, average, "2030-12-31")).isEqualTo(transition);
    assertThat(gradeTwo(pollutant, average, "2031-01-01")).isEqualTo(end);
  }

  private BigDecimal gradeTwo(Pollutant pollutant, Average average, String day) {
    return limits.limitOf(pollutant, average, Grade.II, LocalDate.parse(day)).orElseThrow();
  }

  @Test
  void keepsGradeOneApart() {
    assertThat(limits.limitOf(Pollutant.PM25, Average.YEAR, Grade.I, LocalDate.parse("2025-06-01")))
        .contains(BigDecimal.valueOf(15));
  }

  @Test
  void hasNoLimitForAnAverageThatTheStandardDoesNotName() {
    assertThat(limits.limitOf(Pollutant.CO, Average.YEAR, Grade.II, LocalDate.parse("2025-06-01")))
        .isEmpty();
  }

  @Test
  void givesBothVersionsForAYearThatStraddlesThem() {
    assertThat(limits.listBetween(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31")))
        .extracting(Standard::id)
        .containsExactly("GB 3095-2012", "GB 3095-2026 transition");
    assertThat(limits.listBetween(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-12-31")))
        .extracting(Standard::id)
        .containsExactly("GB 3095-2012");
  }
}
