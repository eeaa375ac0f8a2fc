package hongyan.service.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.place.Counties;
import hongyan.geo.place.Position;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.reference.Device;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.Station;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final Position PLACE = new Position(112.1, 25.3);
  private static final Reference REFERENCE =
      Reference.of(
          Counties.of(
              new java.io.ByteArrayInputStream(
                  "{\"type\":\"FeatureCollection\",\"features\":[]}".getBytes())),
          List.of(
              new Station("official", "a", "air", PLACE, "evaluation"),
              new Station("cheap", "b", "air", PLACE, null),
              new Station("certified", "c", "air", PLACE, null)),
          List.of(
              new Device("bare", "d", "camera", PLACE, "cheap"),
              new Device("papers", "e", "sensor", PLACE, "certified", null, "公告", "检定", "审核")),
          List.of(),
          List.of());

  @Test
  void takesWhatPeopleReportAsMoreThanALead() {
    assertThat(finding("{\"source\":\"patrol\",\"device\":\"bare\"}")).isNull();
  }

  @Test
  void takesAutomaticDetectionsAsLeadsOnly() {
    assertThat(finding("{\"source\":\"device\",\"device\":\"papers\",\"confidence\":0.9}"))
        .contains("自动识别");
    assertThat(why("occurrences", "{\"basisOfRecord\":\"MachineObservation\"}")).contains("自动");
    assertThat(why("occurrences", "{\"basisOfRecord\":\"HumanObservation\"}")).isNull();
  }

  @Test
  void wantsThePapersOfADevice() {
    assertThat(finding("{\"source\":\"device\",\"device\":\"papers\"}")).isNull();
    assertThat(finding("{\"source\":\"device\",\"device\":\"bare\"}")).contains("检定");
    assertThat(finding("{\"source\":\"device\"}")).contains("检定");
  }

  @Test
  void takesLowCostSensorsAsLeadsOnly() {
    assertThat(why("readings", "{\"station\":\"official\"}")).isNull();
    assertThat(why("readings", "{\"station\":\"certified\"}")).isNull();
    assertThat(why("readings", "{\"station\":\"cheap\"}")).contains("传感器");
  }

  private static String finding(String json) {
    return why("findings", json);
  }

  private static String why(String topic, String json) {
    return Standing.whyLeadOnly(topic, Json.MAPPER.readTree(json), REFERENCE).orElse(null);
  }
}
