package hongyan.service.doors.checks;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.service.doors.rejects.Rule;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

  @ParameterizedTest
  @CsvSource({
    "2024-10-22T09:00:00+08:00, 2024-10-22T01:00:00Z",
    "2024-10-22T09:00+08:00, 2024-10-22T01:00:00Z",
    "2024-10-22T09:00+0800, 2024-10-22T01:00:00Z",
    "2024-10-22T09:00+08, 2024-10-22T01:00:00Z",
    "2024-10-22T09:00:00Z, 2024-10-22T09:00:00Z",
    "2024-10-22T09:00:00.25-03:30, 2024-10-22T12:30:00.25Z",
    "2024-02-29T23:59:59.123456789Z, 2024-02-29T23:59:59.123456789Z"
  })
  void readsMoments(String text, Instant expected) {
    assertThat(Moment.parse(text).instant()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-10-22T09:00", "2024-10-22T09:00:00", "2024-10-22T09:00:00.5"})
  void tellsALocalTime(String text) {
    assertThat(Moment.parse(text)).isEqualTo(new Moment(null, Rule.TIME_WITHOUT_OFFSET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2024-10-22",
        "2023-02-29T00:00Z",
        "2024-13-01T00:00Z",
        "2024-10-22t09:00Z",
        "2024-10-22T09:60Z",
        "2024-10-22T09:00:60Z",
        "2024-10-22T24:00Z",
        "2024-10-22T09:00:00.Z",
        "2024-10-22T09:00:00.1234567890Z",
        "2024-10-22T09:00:00Zx",
        "2024-10-22T09:00:00+08:0",
        "2024-10-22T09:00:00+19:00",
        "2024-10-22T09:00:00+08:00[Asia/Shanghai]",
        "2024-10-2２T09:00Z",
        "0000-10-22T09:00Z"
      })
  void refusesTheRest(String text) {
    assertThat(Moment.parse(text)).isEqualTo(new Moment(null, Rule.TIME_INVALID));
  }
}
