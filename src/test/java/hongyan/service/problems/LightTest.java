package hongyan.service.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightTest {
  private final Light.Rule rule = new Light.Rule(30);

  @ParameterizedTest
  @CsvSource({
    "false, 2024-12-31, 2024-11-30, GREEN",
    "false, 2024-12-31, 2024-12-01, YELLOW",
    "false, 2024-12-31, 2024-12-31, YELLOW",
    "false, 2024-12-31, 2025-01-01, RED",
    "true,  2024-12-31, 2024-12-01, GREEN",
    "true,  2024-12-31, 2025-01-01, GREEN",
    "true,  ,           2025-01-01, GREEN",
    "false, ,           2025-01-01, "
  })
  void goesFromGreenOverYellowToRed(
      boolean met, LocalDate deadline, LocalDate today, Light expected) {
    assertThat(rule.of(met, deadline, today)).isEqualTo(expected);
  }

  @Test
  void takesItsDaysFromConfiguration() {
    LocalDate deadline = LocalDate.parse("2024-12-31");
    assertThat(new Light.Rule(0).of(false, deadline, deadline.minusDays(1))).isEqualTo(Light.GREEN);
    assertThatThrownBy(() -> new Light.Rule(-1)).hasMessageContaining("yellowDays=-1");
  }
}
