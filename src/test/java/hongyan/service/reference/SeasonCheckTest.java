package hongyan.service.reference;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.geo.zones.Season;
import hongyan.service.errors.Refused;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonCheckTest {

  @ParameterizedTest
  @CsvSource({
    "13-01,11-30,",
    "09-01,02-30,",
    ",11-30,",
    "09-01,,",
    "09-01,11-30,19:00",
    "09-01,11-30,19:00-06:00-07:00",
    "09-01,11-30,25:00-06:00"
  })
  void refusesASeasonThatThePipelinesCouldNotRead(
      @Nullable String from, @Nullable String to, @Nullable String hours) {
    FormCheck check = new FormCheck();
    SeasonCheck.check(check, Collections.singletonList(new Season(from, to, hours)));
    assertThatThrownBy(check::complete)
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("seasons[0]: ");
  }

  @ParameterizedTest
  @CsvSource({"09-01,11-30,", "11-01,03-31,19:00-06:00"})
  void takesOneThatTheyCan(String from, String to, @Nullable String hours) {
    FormCheck check = new FormCheck();
    SeasonCheck.check(check, List.of(new Season(from, to, hours)));
    assertThatCode(check::complete).doesNotThrowAnyException();
  }
}
