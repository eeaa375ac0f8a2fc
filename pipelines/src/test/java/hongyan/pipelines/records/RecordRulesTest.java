package hongyan.pipelines.records;

import static hongyan.pipelines.records.RecordFixtures.finding;
import static hongyan.pipelines.records.RecordFixtures.receipt;
import static hongyan.pipelines.records.RecordFixtures.time;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.findings.Finding;
import org.junit.jupiter.api.Test;

class RecordRulesTest {

  @Test
  void findsAComponentThatIsMissing() {
    String json =
        Json.MAPPER.writeValueAsString(finding("F1", "net", "2025-10-22T20:00:00+08:00", 1));
    assertThat(missing(json)).isNull();
    assertThat(missing(json.replace("\"conduct\":\"net\",", ""))).isEqualTo("conduct");
    assertThat(missing(json.replace("\"door\":\"http\",", ""))).isEqualTo("receipt.door");
  }

  @Test
  void readsBackWhatItWrote() {
    Finding finding = finding("F1", "net", "2025-10-22T20:00:00+08:00", 1);
    assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(finding), Finding.class))
        .isEqualTo(finding);
  }

  @Test
  void letsWhatTheSenderSaysDecideBeforeArrival() {
    Receipt early = receipt(9, time("2025-10-22T20:00:00+08:00"));
    Receipt late = receipt(1, time("2025-10-23T20:00:00+08:00"));
    assertThat(Newness.replaces(late, early)).isTrue();
    assertThat(Newness.replaces(early, late)).isFalse();
    assertThat(Newness.replaces(late, late)).isFalse();
  }

  private static String missing(String json) {
    return Completeness.findMissing(Json.MAPPER.readValue(json, Finding.class)).orElse(null);
  }
}
