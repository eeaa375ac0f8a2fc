package hongyan.pipelines.job;

import static hongyan.pipelines.records.RecordFixtures.RIDGE;
import static hongyan.pipelines.records.RecordFixtures.time;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.place.Position;
import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.findings.BirdSite;
import hongyan.pipelines.findings.BirdsThere;
import hongyan.pipelines.findings.FindingSite;
import hongyan.pipelines.findings.Presence;
import hongyan.pipelines.records.RecordFixtures;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BirdsAtFindingsTest {

  private static final FindingSite FINDING =
      Presence.site("F1", RIDGE, time("2024-10-22T20:00:00+08:00"));

  private KeyedTwoInputStreamOperatorTestHarness<String, FindingSite, BirdSite, BirdsThere> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(new BirdsAtFindings(Presence.USUAL)),
            FindingSite::cell,
            BirdSite::cell,
            Types.STRING);
    harness.open();
    harness.setProcessingTime(1_000);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void findsBirdsThatCameBefore() throws Exception {
    bird("o1", RIDGE, "2024-10-22T09:00:00+08:00");
    finding();
    assertThat(last().occurrences()).containsExactly("o1");
  }

  @Test
  void findsBirdsThatComeLater() throws Exception {
    finding();
    assertThat(last().occurrences()).isEmpty();
    bird("o1", RIDGE, "2024-10-22T09:00:00+08:00");
    assertThat(last().occurrences()).containsExactly("o1");
  }

  @Test
  void takesBirdsBackThatACorrectionMoves() throws Exception {
    finding();
    PlacedOccurrence before = bird("o1", RIDGE, "2024-10-22T09:00:00+08:00");
    PlacedOccurrence after = placed("o1", new Position(111.0, 26.0), "2024-10-22T09:00:00+08:00");
    send(new OccurrenceChange(before, after));
    assertThat(last().occurrences()).isEmpty();
    assertThat(last().knownSince()).isNull();
  }

  @Test
  void leavesOutBirdsOfAnotherDayOrPlace() throws Exception {
    bird("early", RIDGE, "2024-10-21T19:59:59+08:00");
    bird("far", new Position(112.165, 25.10), "2024-10-22T20:00:00+08:00");
    finding();
    assertThat(last().occurrences()).isEmpty();
  }

  @Test
  void forgetsBothWhenTheyHaveWaitedLongEnough() throws Exception {
    bird("o1", RIDGE, "2024-10-22T09:00:00+08:00");
    finding();
    assertThat(harness.numKeyedStateEntries()).isPositive();
    harness.setProcessingTime(BirdsAtFindings.WAITING.plusDays(2).toMillis());
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  private void finding() throws Exception {
    harness.processElement1(new StreamRecord<>(FINDING));
  }

  private PlacedOccurrence bird(String id, Position position, String time) throws Exception {
    PlacedOccurrence placed = placed(id, position, time);
    send(new OccurrenceChange(null, placed));
    return placed;
  }

  private void send(OccurrenceChange change) throws Exception {
    for (BirdSite site : Presence.USUAL.sites(change)) {
      harness.processElement2(new StreamRecord<>(site));
    }
  }

  private static PlacedOccurrence placed(String id, Position position, String time) {
    return new PlacedOccurrence(
        RecordFixtures.occurrenceAt(id, time, position, 1), RecordFixtures.IN_FLYWAY);
  }

  private BirdsThere last() {
    List<BirdsThere> all = harness.extractOutputValues();
    return all.get(all.size() - 1);
  }
}
