package hongyan.service.doors.checks;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.forecasts.Forecast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastCheckTest {
  private static final String AQI =
      "{\"issuer\":\"bureau\",\"issuedAt\":\"2026-11-21T18:00:00+08:00\",\"subject\":\"431100\","
          + "\"pollutant\":\"AQI\",\"date\":\"2026-11-22\",\"value\":120}";
  private static final String PM25 =
      "{\"issuer\":\"bureau\",\"issuedAt\":\"2026-11-21T18:00:00+08:00\",\"subject\":\"431103-01\","
          + "\"pollutant\":\"PM2.5\",\"unit\":\"µg/m³\",\"date\":\"2026-11-22\",\"low\":35,"
          + "\"high\":55}";

  private final ForecastCheck check = new ForecastCheck(new TestPlaces(), "431100");

  @Test
  void takesAValueAndARange() {
    Forecast aqi = check(AQI).record();
    assertThat(aqi.identity()).isEqualTo("bureau|2026-11-21T10:00:00Z|431100|AQI|2026-11-22");
    assertThat(aqi.low()).isEqualByComparingTo("120").isEqualTo(aqi.high());
    Forecast range = check(PM25).record();
    assertThat(range.low()).isEqualByComparingTo("35");
    assertThat(range.high()).isEqualByComparingTo("55");
    assertThat(check(Items.with(AQI, "\"subject\":\"431103\"")).record()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21", "2026-11-28"})
  void takesTheDayOfIssueAndTheSevenAfterIt(String date) {
    assertThat(check(Items.with(AQI, "\"date\":\"%s\"".formatted(date))).record()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"date\":\"2026-11-20\"; date forecast-for-the-past",
        "\"date\":\"2026-11-29\"; date forecast-too-far",
        "\"date\":\"2026-02-30\"; date date-invalid",
        "\"date\"; date required-field-missing",
        "\"issuedAt\":\"2026-11-23T18:00:00+08:00\"; issuedAt time-in-future",
        "\"issuedAt\":\"2026-11-21T18:00:00\"; issuedAt time-without-offset",
        "\"subject\":\"430100\"; subject unknown-subject",
        "\"pollutant\":\"VOC\"; pollutant unknown-pollutant",
        "\"unit\":\"µg/m³\"; unit wrong-unit",
        "\"value\":501; value value-out-of-range",
        "\"value\":-1; value value-out-of-range",
        "\"value\":99.5; value value-out-of-range",
        "\"value\":\"x\"; value wrong-type",
        "\"value\"; value value-or-range",
        "\"low\":100; value value-or-range",
        "\"issuer\":\"hongyan-baseline\"; issuer issuer-reserved",
      })
  void refusesTheAqiByName(String field, String fault) {
    assertThat(Items.faults(check(Items.with(AQI, field)))).contains(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"unit\":\"mg/m³\"; unit wrong-unit",
        "\"unit\"; unit required-field-missing",
        "\"low\":60; low range-reversed",
        "\"high\"; value value-or-range",
        "\"high\":20000; high value-out-of-range",
      })
  void refusesAPollutantByName(String field, String fault) {
    assertThat(Items.faults(check(Items.with(PM25, field)))).containsExactly(fault);
  }

  private Checked<Forecast> check(String json) {
    return check.check(Items.of(json, ForecastCheck.FIELDS), Items.STAMP);
  }
}
