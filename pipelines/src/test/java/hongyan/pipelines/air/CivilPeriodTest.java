package hongyan.pipelines.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CivilPeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2024-02, 2024-02-01, 2024-02-29, 1, 2023-02",
    "2024-Q1, 2024-01-01, 2024-03-31, 3, 2023-Q1",
    "2024-Q4, 2024-10-01, 2024-12-31, 3, 2023-Q4",
    "2024, 2024-01-01, 2024-12-31, 12, 2023"
  })
  void readsMonthQuarterAndYear(
      String code, LocalDate from, LocalDate to, int months, String before) {
    CivilPeriod period = CivilPeriod.parse(code);
    assertThat(period.from()).isEqualTo(from);
    assertThat(period.to()).isEqualTo(to);
    assertThat(period.months()).hasSize(months);
    assertThat(period.isYear()).isEqualTo(months == 12);
    assertThat(period.yearBefore()).isEqualTo(CivilPeriod.parse(before));
  }

  @Test
  void containsBothOfItsEnds() {
    CivilPeriod period = CivilPeriod.parse("2024-Q1");
    assertThat(period.contains(period.from())).isTrue();
    assertThat(period.contains(period.to())).isTrue();
    assertThat(period.contains(period.from().minusDays(1))).isFalse();
    assertThat(period.contains(period.to().plusDays(1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-13", "2024-00", "2024-Q5", "2024-Q0", "24", "2024-3", "", "2024-"})
  void refusesWhatIsNoPeriod(String code) {
    assertThatThrownBy(() -> CivilPeriod.parse(code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("period=" + code)
        .hasMessageContaining("2024-Q1");
  }
}
