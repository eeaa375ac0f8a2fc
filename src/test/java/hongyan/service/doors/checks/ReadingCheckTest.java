package hongyan.service.doors.checks;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.records.Receipt;
import hongyan.service.doors.forms.Cell;
import hongyan.service.doors.forms.Item;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingCheckTest {
  private static final String GOOD =
      "{\"station\":\"431103-01\",\"time\":\"2024-10-22T09:00:00+08:00\",\"pollutant\":\"PM2.5\","
          + "\"value\":35.10,\"unit\":\"µg/m³\",\"flag\":\"D\",\"averaging\":\"PT1H\"}";

  @Test
  void takesTheReadingOfTheContract() {
    Item item = Items.of(GOOD, ReadingCheck.FIELDS);
    assertThat(check(GOOD).record())
        .isEqualTo(
            new Reading(
                "431103-01",
                Pollutant.PM25,
                Averaging.PT1H,
                Instant.parse("2024-10-22T01:00:00Z"),
                new BigDecimal("35.10"),
                Flag.D,
                new Receipt("http", Items.ARRIVAL, null, "ab12", 1, item.raw(), 17)));
  }

  @Test
  void takesTheSendersModified() {
    Reading reading = check(Items.with(GOOD, "\"modified\":\"2024-10-23T00:00:00.5Z\"")).record();
    assertThat(reading.receipt().modified()).isEqualTo("2024-10-23T00:00:00.5Z");
  }

  @Test
  void readsAbsentFlagAndAveragingAsNormalHour() {
    Reading reading = check(Items.with(Items.with(GOOD, "\"flag\""), "\"averaging\"")).record();
    assertThat(reading.flag()).isEqualTo(Flag.N);
    assertThat(reading.averaging()).isEqualTo(Averaging.PT1H);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00B5g/m³", "\u03BCg/m³", "ug/m3"})
  void takesTheSpellingsOfMicrograms(String unit) {
    assertThat(check(Items.with(GOOD, "\"unit\":\"" + unit + "\"")).faults()).isEmpty();
  }

  @Test
  void takesCarbonMonoxideInMilligramsOnly() {
    String co = Items.with(GOOD, "\"pollutant\":\"CO\"");
    assertThat(check(Items.with(co, "\"unit\":\"mg/m³\"")).faults()).isEmpty();
    assertThat(Items.faults(check(co))).containsExactly("unit wrong-unit");
    String tooMuch = Items.with(Items.with(co, "\"unit\":\"mg/m3\""), "\"value\":500.1");
    assertThat(Items.faults(check(tooMuch))).containsExactly("value value-out-of-range");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-50", "0", "10000", "1e4", "0.00000001"})
  void takesValuesUpToTheLimits(String value) {
    assertThat(check(Items.with(GOOD, "\"value\":" + value)).record().value())
        .isEqualTo(new BigDecimal(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "station"                               | station required-field-missing
          "station":""                            | station required-field-missing
          "station":"431103-99"                   | station unknown-station
          "station":43110301                      | station wrong-type
          "station":"\\ud800"                     | station text-invalid
          "time"                                  | time required-field-missing
          "time":"2024-10-22T09:00:00"            | time time-without-offset
          "time":"2024-10-22T09:00"               | time time-without-offset
          "time":"2024-10-22"                     | time time-invalid
          "time":"2024-10-22 09:00:00+08:00"      | time time-invalid
          "time":"2024-02-30T09:00:00+08:00"      | time time-invalid
          "time":"2024-10-22T24:00:00+08:00"      | time time-invalid
          "time":"2024-10-22T09:00:00+8"          | time time-invalid
          "time":1729558800                       | time wrong-type
          "time":"2026-11-22T13:00:00+08:00"      | time time-in-future
          "time":"1899-12-31T09:00:00+08:00"      | time time-before-1900
          "time":"2024-10-22T09:30:00+08:00"      | time time-not-aligned
          "time":"2024-10-22T09:00:00.001+08:00"  | time time-not-aligned
          "pollutant"                             | pollutant required-field-missing
          "pollutant":"PM25"                      | pollutant unknown-pollutant
          "pollutant":"pm2.5"                     | pollutant unknown-pollutant
          "value"                                 | value required-field-missing
          "value":"35"                            | value wrong-type
          "value":NaN                             | value not-finite
          "value":-Infinity                       | value not-finite
          "value":1e308                           | value value-out-of-range
          "value":1e999999999                     | value value-out-of-range
          "value":1e-300                          | value too-many-digits
          "value":0.1234567890123456789012345     | value too-many-digits
          "value":-50.01                          | value value-out-of-range
          "value":10000.1                         | value value-out-of-range
          "value":[35]                            | value wrong-type
          "unit"                                  | unit required-field-missing
          "unit":"ppb"                            | unit wrong-unit
          "unit":"mg/m³"                          | unit wrong-unit
          "flag":"X"                              | flag unknown-flag
          "averaging":"PT24H"                     | averaging unknown-averaging
          "modified":"yesterday"                  | modified modified-date-invalid
          "modified":"2024-10-22T09:00:00"        | modified time-without-offset
          "modified":"2027-01-01T00:00:00Z"       | modified time-in-future
          """)
  void refusesByRule(String field, String fault) {
    assertThat(Items.faults(check(Items.with(GOOD, field)))).containsExactly(fault);
  }

  @ParameterizedTest
  @CsvSource({
    "NaN,not-finite",
    "Inf,not-finite",
    "３５,not-a-number",
    "' 35',not-a-number",
    "-,not-a-number",
    "1.2.3,not-a-number",
    "1e,not-a-number",
    "0x10,not-a-number"
  })
  void refusesTextOfATableThatIsNoNumber(String text, String rule) {
    Map<String, Cell> cells =
        Map.of(
            "station", plain("2477A"),
            "time", plain("2024-10-22T09:00:00+08:00"),
            "pollutant", plain("O3"),
            "value", plain(text),
            "unit", plain("ug/m3"));
    Item item = new Item(3, "raw", null, cells);
    assertThat(Items.faults(new ReadingCheck(new TestPlaces()).check(item, Items.STAMP)))
        .containsExactly("value " + rule);
  }

  @Test
  void takesClocksThatRunTenMinutesAhead() {
    String minute = Items.with(GOOD, "\"averaging\":\"PT10M\"");
    assertThat(check(Items.with(minute, "\"time\":\"2026-11-22T04:10:00Z\"")).faults()).isEmpty();
    assertThat(Items.faults(check(Items.with(minute, "\"time\":\"2026-11-22T04:20:00Z\""))))
        .containsExactly("time time-in-future");
  }

  @Test
  void namesEveryFaultOfARecord() {
    String bad = Items.with(Items.with(GOOD, "\"station\":\"?\""), "\"value\":99999");
    assertThat(Items.faults(check(bad)))
        .containsExactlyInAnyOrder("station unknown-station", "value value-out-of-range");
  }

  @Test
  void namesTheColumnWhereALineHoldsSeveralRecords() {
    Map<String, Cell> cells = Map.of("station", plain("2477A"));
    Item item = new Item(2, "raw", "2477A", cells);
    assertThat(new ReadingCheck(new TestPlaces()).check(item, Items.STAMP).faults())
        .isNotEmpty()
        .allMatch(fault -> "2477A".equals(fault.field()));
  }

  private static Cell plain(String text) {
    return new Cell(Cell.Kind.PLAIN, text);
  }

  private static Checked<Reading> check(String json) {
    return new ReadingCheck(new TestPlaces())
        .check(Items.of(json, ReadingCheck.FIELDS), Items.STAMP);
  }
}
