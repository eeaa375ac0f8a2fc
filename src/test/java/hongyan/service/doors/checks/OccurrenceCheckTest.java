package hongyan.service.doors.checks;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.place.Datum;
import hongyan.geo.place.Position;
import hongyan.pipelines.birds.Occurrence;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OccurrenceCheckTest {
  private static final String GOOD =
      "{\"occurrenceID\":\"urn:x:1\",\"scientificName\":\"Anser cygnoid\","
          + "\"eventDate\":\"2024-10-22T07:30:00+08:00\",\"decimalLongitude\":111.6,"
          + "\"decimalLatitude\":26.4,\"individualCount\":12,"
          + "\"basisOfRecord\":\"HumanObservation\"}";

  @Test
  void takesADarwinCoreRecord() {
    String json = GOOD;
    json = Items.with(json, "\"vernacularName\":\"鸿雁\"");
    json = Items.with(json, "\"coordinateUncertaintyInMeters\":25.5");
    json = Items.with(json, "\"locationID\":\"431103-01\"");
    Occurrence taken = check(json).record();
    assertThat(taken.occurrenceID()).isEqualTo("urn:x:1");
    assertThat(taken.vernacularName()).isEqualTo("鸿雁");
    assertThat(taken.eventStart()).isEqualTo("2024-10-21T23:30:00Z");
    assertThat(taken.eventEnd()).isNull();
    assertThat(taken.hourKnown()).isTrue();
    assertThat(taken.position()).isEqualTo(new Position(111.6, 26.4));
    assertThat(taken.coordinateUncertaintyInMeters()).isEqualTo(25.5);
    assertThat(taken.individualCount()).isEqualTo(12);
    assertThat(taken.occurrenceStatus()).isEqualTo("present");
    assertThat(taken.station()).isEqualTo("431103-01");
    assertThat(taken.receipt().raw()).isEqualTo(json);
  }

  @Test
  void readsABareDateAsACivilDayOfWhichNoHourIsKnown() {
    Occurrence taken = check(Items.with(GOOD, "\"eventDate\":\"2024-10-22\"")).record();
    assertThat(taken.eventStart()).isEqualTo("2024-10-21T16:00:00Z");
    assertThat(taken.eventEnd()).isEqualTo("2024-10-22T16:00:00Z");
    assertThat(taken.hourKnown()).isFalse();
  }

  @Test
  void takesTodayAsABareDate() {
    assertThat(check(Items.with(GOOD, "\"eventDate\":\"2026-11-22\"")).faults()).isEmpty();
    assertThat(Items.faults(check(Items.with(GOOD, "\"eventDate\":\"2026-11-23\""))))
        .containsExactly("eventDate time-in-future");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-10-01/2024-10-03, 2024-09-30T16:00:00Z, 2024-10-03T16:00:00Z, false",
    "2024-10-01/2024-10-01, 2024-09-30T16:00:00Z, 2024-10-01T16:00:00Z, false",
    "2024-10-01T06:00+08:00/2024-10-01T09:00+08:00, 2024-09-30T22:00:00Z, 2024-10-01T01:00:00Z, true",
    "2024-10-01T06:00Z/2024-10-05T09:00Z, 2024-10-01T06:00:00Z, 2024-10-05T09:00:00Z, false",
    "2024-10-01T06:00+08:00/2024-10-02, 2024-09-30T22:00:00Z, 2024-10-02T16:00:00Z, false"
  })
  void readsIntervals(String text, Instant start, Instant end, boolean hourKnown) {
    Occurrence taken = check(Items.with(GOOD, "\"eventDate\":\"" + text + "\"")).record();
    assertThat(taken.eventStart()).isEqualTo(start);
    assertThat(taken.eventEnd()).isEqualTo(end);
    assertThat(taken.hourKnown()).isEqualTo(hourKnown);
  }

  @Test
  void readsACountOfNoneAsAbsent() {
    assertThat(check(Items.with(GOOD, "\"individualCount\":0")).record().occurrenceStatus())
        .isEqualTo("absent");
    String absent =
        Items.with(Items.with(GOOD, "\"individualCount\""), "\"occurrenceStatus\":\"ABSENT\"");
    assertThat(check(absent).record().occurrenceStatus()).isEqualTo("absent");
  }

  @Test
  void takesGbifsSpellingOfBasisOfRecord() {
    assertThat(check(Items.with(GOOD, "\"basisOfRecord\":\"MACHINE_OBSERVATION\"")).record())
        .extracting(Occurrence::basisOfRecord)
        .isEqualTo("MachineObservation");
  }

  @Test
  void convertsTheDatumThatIsNamed() {
    Occurrence taken = check(Items.with(GOOD, "\"geodeticDatum\":\"GCJ-02\"")).record();
    assertThat(taken.position()).isEqualTo(Datum.GCJ02.toWgs84(111.6, 26.4));
    assertThat(taken.position()).isNotEqualTo(new Position(111.6, 26.4));
    assertThat(taken.receipt().raw()).contains("\"decimalLongitude\":111.6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"WGS84", "EPSG:4326", "CGCS2000"})
  void takesEqualDatumsAsTheyAre(String datum) {
    String json = Items.with(GOOD, "\"geodeticDatum\":\"" + datum + "\"");
    assertThat(check(json).record().position()).isEqualTo(new Position(111.6, 26.4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "occurrenceID"                           | occurrenceID required-field-missing
          "occurrenceID":7                         | occurrenceID wrong-type
          "occurrenceID":"a\\nb"                   | occurrenceID text-invalid
          "scientificName"                         | scientificName required-field-missing
          "scientificName":" "                     | scientificName required-field-missing
          "eventDate"                              | eventDate required-field-missing
          "eventDate":"2024-10-22T07:30:00"        | eventDate time-without-offset
          "eventDate":"2024-10-01/2024-10-02T09:00"| eventDate time-without-offset
          "eventDate":"2024-10"                    | eventDate recorded-date-invalid
          "eventDate":"2024-10-22/25"              | eventDate recorded-date-invalid
          "eventDate":"2024-10-22/2024-10-21"      | eventDate recorded-date-invalid
          "eventDate":"22.10.2024"                 | eventDate recorded-date-invalid
          "eventDate":"2027-01-01"                 | eventDate time-in-future
          "eventDate":"2024-01-01/2027-01-01"      | eventDate time-in-future
          "eventDate":"1815-06-18"                 | eventDate time-before-1900
          "decimalLongitude"                       | decimalLongitude required-field-missing
          "decimalLatitude"                        | decimalLatitude required-field-missing
          "decimalLatitude":"26.4"                 | decimalLatitude wrong-type
          "decimalLatitude":NaN                    | decimalLatitude not-finite
          "decimalLatitude":1e308                  | decimalLatitude coordinate-out-of-range
          "decimalLatitude":-90.1                  | decimalLatitude coordinate-out-of-range
          "decimalLongitude":180.5                 | decimalLongitude coordinate-out-of-range
          "geodeticDatum":"Beijing 1954"           | geodeticDatum geodetic-datum-invalid
          "coordinateUncertaintyInMeters":0        | coordinateUncertaintyInMeters coordinate-uncertainty-meters-invalid
          "coordinateUncertaintyInMeters":1e9      | coordinateUncertaintyInMeters coordinate-uncertainty-meters-invalid
          "individualCount":-1                     | individualCount individual-count-invalid
          "individualCount":2.5                    | individualCount individual-count-invalid
          "individualCount":1e308                  | individualCount individual-count-invalid
          "individualCount":99999999999            | individualCount individual-count-invalid
          "occurrenceStatus":"maybe"               | occurrenceStatus occurrence-status-unparsable
          "occurrenceStatus":"absent"              | individualCount individual-count-conflicts-with-occurrence-status
          "basisOfRecord":"Seen"                   | basisOfRecord basis-of-record-invalid
          "locationID":"L1"                        | locationID unknown-station
          "modified":"2024-10-22"                  | modified modified-date-invalid
          """)
  void refusesByRule(String field, String fault) {
    assertThat(Items.faults(check(Items.with(GOOD, field)))).containsExactly(fault);
  }

  @Test
  void refusesSwappedCoordinatesAndNeverMendsThem() {
    String swapped =
        Items.with(Items.with(GOOD, "\"decimalLongitude\":26.4"), "\"decimalLatitude\":111.6");
    assertThat(Items.faults(check(swapped)))
        .containsExactly("decimalLatitude presumed-swapped-coordinate");
  }

  @Test
  void refusesTheNullPoint() {
    String zero =
        Items.with(Items.with(GOOD, "\"decimalLongitude\":0.0"), "\"decimalLatitude\":-0");
    assertThat(Items.faults(check(zero))).containsExactly("decimalLatitude zero-coordinate");
  }

  @Test
  void refusesACountOfNoneThatIsSaidToBePresent() {
    String zero =
        Items.with(Items.with(GOOD, "\"individualCount\":0"), "\"occurrenceStatus\":\"present\"");
    assertThat(Items.faults(check(zero)))
        .containsExactly("individualCount individual-count-conflicts-with-occurrence-status");
  }

  private static Checked<Occurrence> check(String json) {
    return new OccurrenceCheck(new TestPlaces())
        .check(Items.of(json, OccurrenceCheck.FIELDS), Items.STAMP);
  }
}
