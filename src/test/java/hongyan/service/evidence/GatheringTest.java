package hongyan.service.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.chain.Chain;
import hongyan.service.chain.ChainOnLog;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.database.ServiceDatabase;
import hongyan.service.evidence.subject.EvidenceSubject;
import hongyan.service.evidence.verify.Limits;
import hongyan.service.evidence.verify.Verification.Verdict;
import hongyan.service.evidence.verify.Verifier;
import hongyan.service.log.LogFixture;
import hongyan.service.log.RecordLog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the log to a package that is found intact. */
@OnBothDatabases
class GatheringTest {
  @TempDir private Path folder;

  @Test
  void takesEveryVersionOfARecordFromTheLogAndSaysWhatIsMissing() throws Exception {
    try (LogFixture broker = LogFixture.start(folder.resolve("log"))) {
      List<Finding> versions = List.of(finding("f-1", 1), finding("f-2", 2), finding("f-1", 3));
      for (Finding finding : versions) {
        broker.log().append(List.of(new RecordLog.Entry("findings", finding.findingID(), finding)));
      }
      Chain chain = ChainOnLog.follow(broker.address(), folder, 3);
      Packing packing =
          new Packing(
              folder,
              chain,
              broker.address(),
              SeriesStore.open(folder.resolve("series.db")),
              reference());
      PackageContents contents = packing.gathering(50_000).gather(subject(), "zhang");
      assertThat(contents.records())
          .extracting(r -> Json.MAPPER.readValue(r.value(), Finding.class))
          .containsExactly(versions.get(0), versions.get(2));
      assertThat(contents.records()).extracting(PackagedRecord::door).containsOnly("http");
      assertThat(contents.missing()).containsExactly("finding/f-9：尚未入链", "zone/Z/1：该版本不在基础数据中");
      Path file = packing.pack(subject(), 50_000);
      assertThat(new Verifier(Limits.usual(), chain.key().verifier(), null).verify(file).verdict())
          .isEqualTo(Verdict.INTACT);
    }
  }

  @Test
  void reviewsGoOneStepOnAndAreKept() {
    JdbcClient jdbc = ServiceDatabase.in(folder).jdbc();
    ReviewStore reviews = new ReviewStore(jdbc);
    Review first = new Review("technically-reviewed", Instant.EPOCH, "li", "李", null);
    assertThat(reviews.add("alerts", "a", 0, first)).isTrue();
    assertThat(reviews.add("alerts", "a", 0, first)).as("two at once").isFalse();
    assertThat(reviews.list("alerts", "a")).containsExactly(first);
    assertThat(ReviewState.of(List.of())).isEqualTo(ReviewState.CAPTURED);
    assertThat(ReviewState.of(List.of(first)).mayBecome(ReviewState.LEGALLY_REVIEWED)).isTrue();
    assertThat(ReviewState.of(List.of(first)).mayBecome(ReviewState.USABLE)).isFalse();
    assertThat(ReviewState.USABLE.mayBecome(ReviewState.CAPTURED)).isTrue();
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> jdbc.sql("DELETE FROM evidence_review").update())
        .hasMessageContaining("append only");
  }

  private static EvidenceSubject subject() {
    return new EvidenceSubject(
        "alerts",
        "violation-f-1",
        "预警",
        "431103",
        null,
        List.of(),
        List.of("finding/f-1", "finding/f-9", "zone/Z/1"),
        List.of(),
        List.of(),
        List.of(),
        Map.of("id", "violation-f-1"));
  }

  private static Reference reference() {
    return Reference.of(
        hongyan.geo.city.City.open("yongzhou").counties(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Finding finding(String id, int number) {
    Instant time = Instant.parse("2026-11-22T00:00:00Z").plusSeconds(number);
    Receipt receipt =
        new Receipt("http", time, null, "0".repeat(64), 1, "{\"n\":" + number + "}", 0);
    return new Finding(
        id, "net", time, null, "431103", null, null, null, null, "patrol", "", null, null, receipt);
  }
}
