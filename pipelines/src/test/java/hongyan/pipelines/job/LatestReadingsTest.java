package hongyan.pipelines.job;

import static hongyan.pipelines.records.RecordFixtures.IN_FLYWAY;
import static hongyan.pipelines.records.RecordFixtures.reading;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.StationDay;
import hongyan.pipelines.records.Former;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatestReadingsTest {

  private static final String NINE = "2024-10-22T09:00:00+08:00";

  private KeyedOneInputStreamOperatorTestHarness<String, PlacedReading, PlacedReading> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new LatestReadings()), LatestReadings::key, Types.STRING);
    harness.open();
    harness.setProcessingTime(1_000);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void computesADayOnceForAllThatComeTogether() throws Exception {
    for (int hour = 1; hour <= 20; hour++) {
      put("2024-10-22T%02d:00:00+08:00".formatted(hour), "35", hour);
    }
    assertThat(harness.numProcessingTimeTimers()).isEqualTo(1);
    assertThat(days()).isEmpty();
    harness.setProcessingTime(2_000);
    assertThat(days()).hasSize(1);
    assertThat(days().get(0).hours()).hasSize(20);
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  @Test
  void takesACorrectionOfADayThatIsLongOver() throws Exception {
    put(NINE, "35", 1);
    harness.setProcessingTime(400L * 86_400_000);
    put(NINE, "36", 2);
    harness.setProcessingTime(401L * 86_400_000);
    assertThat(days()).hasSize(2);
    assertThat(harness.extractOutputValues())
        .extracting(p -> p.reading().value().intValue())
        .containsExactly(35, 36);
    assertThat(formers())
        .extracting(Former::identity)
        .containsExactly("P01|PM2.5|PT1H|2024-10-22T01:00:00Z");
  }

  @Test
  void keepsTheNewerWhenTheOlderComesLater() throws Exception {
    put(NINE, "36", 2);
    put(NINE, "35", 1);
    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(formers()).hasSize(1);
    assertThat(formers().get(0).json()).contains("35");
  }

  @Test
  void passesOverADuplicate() throws Exception {
    put(NINE, "35", 1);
    harness.setProcessingTime(2_000);
    put(NINE, "35.0", 2);
    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(formers()).isEmpty();
    assertThat(harness.numProcessingTimeTimers()).isZero();
    assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
  }

  @Test
  void remembersTheNewestEvenWhereItOnlyRepeats() throws Exception {
    put(NINE, "35", 1);
    put(NINE, "35", 3);
    put(NINE, "36", 2);
    assertThat(harness.extractOutputValues())
        .extracting(p -> p.reading().value().intValue())
        .containsExactly(35);
    assertThat(formers()).hasSize(1);
  }

  private void put(String time, String value, int nth) throws Exception {
    harness.processElement(
        new StreamRecord<>(new PlacedReading(reading("P01", time, value, nth), IN_FLYWAY)));
  }

  private List<StationDay> days() {
    return values(harness.getSideOutput(Tags.DAYS));
  }

  private List<Former> formers() {
    return values(harness.getSideOutput(Tags.FORMER));
  }

  private static <T> List<T> values(@Nullable Queue<StreamRecord<T>> queue) {
    return queue == null ? List.of() : queue.stream().map(StreamRecord::getValue).toList();
  }
}
