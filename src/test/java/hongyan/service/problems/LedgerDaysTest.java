package hongyan.service.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerDaysTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024年7月3日", "2024年07月03号", "2024年 7 月 3 日", "2024/7/3", "2024-07-03", "2024.7.3",
        "20240703", "2024-07-03 08:30", "2024-07-03T00:00:00", "45476", "45476.5", "２０２４年７月３日"
      })
  void readsADayHoweverLedgersWriteIt(String text) {
    assertThat(LedgerDays.read(text)).contains(LocalDate.of(2024, 7, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024年7月", "7月3日", "7/3/2024", "2024-02-30", "长期", "", "2024", "24.7.3"})
  void guessesNoDayThatIsNotWritten(String text) {
    assertThat(LedgerDays.read(text)).isEmpty();
  }
}
