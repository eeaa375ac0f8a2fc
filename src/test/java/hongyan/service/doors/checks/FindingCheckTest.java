package hongyan.service.doors.checks;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.place.Datum;
import hongyan.geo.place.Position;
import hongyan.pipelines.findings.Finding;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingCheckTest {
  private static final String POINT =
      "\"position\":{\"type\":\"Point\", \"coordinates\":[111.6, 26.4]}";
  private static final String GOOD =
      "{\"findingID\":\"F-1\",\"conduct\":\"net\",\"time\":\"2024-10-22T05:10:00+08:00\","
          + "\"county\":\"431103\",\"zone\":\"flyway-1\",\"species\":\"Anser cygnoid\","
          + "\"count\":3,\"device\":\"marker-1\",\"source\":\"patrol\","
          + "\"description\":\"山脊上有两张粘网\\n已拆除\",\"reporter\":\"张\",\"confidence\":0.9}";

  @Test
  void takesTheFindingOfTheContract() {
    Finding taken = check(placed(POINT)).record();
    assertThat(taken.findingID()).isEqualTo("F-1");
    assertThat(taken.position()).isEqualTo(new Position(111.6, 26.4));
    assertThat(taken.count()).isEqualTo(3);
    assertThat(taken.confidence()).isEqualTo(0.9);
    assertThat(taken.description()).contains("\n");
    assertThat(check(placed(POINT)).generatedId()).isNull();
  }

  @Test
  void givesTheSameIdToTheSameContent() {
    Checked<Finding> first = check(Items.with(GOOD, "\"findingID\""));
    Checked<Finding> again = check(Items.with(Items.with(GOOD, "\"findingID\""), "\"count\":3"));
    Checked<Finding> other = check(Items.with(Items.with(GOOD, "\"findingID\""), "\"count\":4"));
    assertThat(first.generatedId()).startsWith("f-").isEqualTo(first.record().findingID());
    assertThat(again.generatedId()).isEqualTo(first.generatedId());
    assertThat(other.generatedId()).isNotEqualTo(first.generatedId());
  }

  @Test
  void needsNoMoreThanConductTimeSourceAndAPlace() {
    Finding taken =
        check(
                "{\"conduct\":\"net\",\"time\":\"2024-10-22T05:10:00+08:00\",\"source\":\"public\","
                    + "\"position\":null,\"county\":\"431103\"}")
            .record();
    assertThat(taken.description()).isEmpty();
    assertThat(taken.position()).isNull();
  }

  @Test
  void convertsTheDatumThatIsNamed() {
    String json = placed(POINT).replace("\"findingID\"", "\"datum\":\"BD-09\",\"findingID\"");
    assertThat(check(json).record().position()).isEqualTo(Datum.BD09.toWgs84(111.6, 26.4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "findingID":5                         | findingID wrong-type
          "conduct"                             | conduct required-field-missing
          "conduct":"shouting"                  | conduct unknown-conduct
          "time":"2024-10-22T05:10:00"          | time time-without-offset
          "time":"2027-10-22T05:10:00+08:00"    | time time-in-future
          "county":"110101"                     | county unknown-county
          "zone":"nowhere"                      | zone unknown-zone
          "count":-1                            | count individual-count-invalid
          "device":"camera-9"                   | device unknown-device
          "source"                              | source required-field-missing
          "source":"rumour"                     | source unknown-source
          "confidence":1.01                     | confidence confidence-invalid
          "confidence":-0.1                     | confidence confidence-invalid
          "confidence":NaN                      | confidence not-finite
          "datum":"Mars"                        | datum geodetic-datum-invalid
          "position":"111.6,26.4"               | position position-invalid
          """)
  void refusesByRule(String field, String fault) {
    assertThat(Items.faults(check(Items.with(GOOD, field)))).containsExactly(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"Polygon","coordinates":[111.6,26.4]}             | position-invalid
          {"type":"Point"}                                          | position-invalid
          {"type":"Point","coordinates":[111.6]}                    | position-invalid
          {"type":"Point","coordinates":["111.6","26.4"]}           | position-invalid
          {"type":"Point","type":"Point","coordinates":[111.6,26.4]}| position-invalid
          {"type":"Point","coordinates":[26.4,111.6]}               | presumed-swapped-coordinate
          {"type":"Point","coordinates":[0,0]}                      | zero-coordinate
          {"type":"Point","coordinates":[NaN,26.4]}                 | not-finite
          {"type":"Point","coordinates":[1e308,26.4]}               | coordinate-out-of-range
          {"type":"Point","coordinates":[111.6,1e999999999]}        | value-out-of-range
          """)
  void refusesPositionsByRule(String point, String rule) {
    assertThat(Items.faults(check(placed("\"position\":" + point))))
        .containsExactly("position " + rule);
  }

  @Test
  void needsAPlace() {
    String nowhere =
        Items.with(Items.with(Items.with(GOOD, "\"county\""), "\"zone\":null"), "\"device\":null");
    assertThat(Items.faults(check(nowhere))).containsExactly("position place-missing");
  }

  @Test
  void takesGroundAsItWasSentAndRefusesWhatIsNone() {
    String square =
        "{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[111.6,26.4],[111.7,26.4],[111.7,26.5],[111.6,26.4]]]}";
    Finding taken = check("{\"geometry\":" + square + "," + GOOD.substring(1)).record();
    assertThat(taken.geometry()).isEqualTo(square);
    String crossing = square.replace("[111.7,26.5],", "[111.6,26.5],[111.7,26.5],");
    for (String none : List.of(crossing, square.replace("Polygon", "Point"), "\"here\"", "{}")) {
      assertThat(Items.faults(check("{\"geometry\":" + none + "," + GOOD.substring(1))))
          .containsExactly("geometry geometry-invalid");
    }
    String shifted = "{\"datum\":\"GCJ-02\",\"geometry\":" + square + "," + GOOD.substring(1);
    assertThat(Items.faults(check(shifted))).containsExactly("geometry geometry-invalid");
  }

  @Test
  void givesAReportWithASellerAnotherId() {
    String bare = Items.with(GOOD, "\"findingID\"");
    Finding named = check("{\"seller\":\"阿三\"," + bare.substring(1)).record();
    assertThat(named.seller()).isEqualTo("阿三");
    assertThat(named.findingID()).isNotEqualTo(check(bare).record().findingID());
  }

  @Test
  void takesAttachmentsThatItHasAndNamesOthers() {
    String one = "\"attachments\":[\"" + "a".repeat(64) + "\"]";
    assertThat(check("{" + one + "," + GOOD.substring(1)).record().attachments())
        .containsExactly("a".repeat(64));
    String other = one.replace('a', 'b').replace("bttbchments", "attachments");
    assertThat(Items.faults(check("{" + other + "," + GOOD.substring(1))))
        .containsExactly("attachments unknown-attachment");
    assertThat(Items.faults(check("{\"attachments\":[\"x\"]," + GOOD.substring(1))))
        .containsExactly("attachments wrong-type");
  }

  private static String placed(String point) {
    return "{" + point + "," + GOOD.substring(1);
  }

  private static Checked<Finding> check(String json) {
    return new FindingCheck(
            new TestPlaces(),
            Set.of("net", "poison")::contains,
            SentFiles.none("a".repeat(64)::equals))
        .check(Items.of(json, FindingCheck.FIELDS), Items.STAMP);
  }
}
