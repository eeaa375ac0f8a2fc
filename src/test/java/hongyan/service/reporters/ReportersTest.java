package hongyan.service.reporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportersTest {
  private static final String NAME = "王小二";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reporter\":\"王小二\"}",
        "{\"Reporter\":\"王小二\",\"a\":1}",
        "{\"report\\u0065r\":\"王小二\"}",
        "{\"reporter\":{\"name\":\"王小二\"}}",
        "[{\"reporter\":\"王小二\"}]",
        "{\"receipt\":{\"raw\":\"{\\\"reporter\\\":\\\"王小二\\\"}\"}}",
        "{\"reporter\":\"王小二\",\"reporter\":null}",
        "{\"reporter\":\"王小二\"",
        "王小二 reports a net"
      })
  void hidesTheNameWhereverItStands(String text) {
    assertThat(Reporters.hide(text)).doesNotContain(NAME).contains("withheld");
  }

  @Test
  void leavesEverythingElseAsItIs() {
    String text = "{ \"conduct\" : \"net\", \"n\": 1.50 }";
    assertThat(Reporters.hide(text)).isEqualTo(text);
  }
}
