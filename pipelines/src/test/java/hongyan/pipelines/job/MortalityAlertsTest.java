package hongyan.pipelines.job;

import static hongyan.pipelines.records.RecordFixtures.casualty;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.zones.Placement;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.casualties.PlacedCasualty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MortalityAlertsTest {
  private static final String TEAL = "Anas crecca";

  private KeyedOneInputStreamOperatorTestHarness<String, PlacedCasualty, Alert> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new MortalityAlerts()), placed -> "431100", Types.STRING);
    harness.open();
    harness.setProcessingTime(1_000);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void raisesOnceAndExtendsTheSameAlert() throws Exception {
    put("a", 8, 3);
    beat();
    put("a", 8, 3);
    beat();
    assertThat(sent()).as("nothing new").hasSize(1);
    put("b", 9, 1);
    beat();
    assertThat(sent()).hasSize(2).extracting(Alert::id).containsOnly("mortality-a");
    assertThat(sent().get(1).raisedAt()).isEqualTo(sent().get(0).raisedAt());
  }

  @Test
  void takesItBackWhenACorrectionLeavesTooFew() throws Exception {
    put("a", 8, 3);
    beat();
    put("a", 8, 1);
    beat();
    assertThat(sent()).extracting(Alert::supported).containsExactly(true, false);
    put("a", 8, 4);
    beat();
    assertThat(sent().get(2).supported()).isTrue();
  }

  @Test
  void saysWhereAnAlertWentThatALateRecordJoinedToAnother() throws Exception {
    put("a", 1, 3);
    put("c", 36, 3);
    beat();
    assertThat(standing()).containsOnlyKeys("mortality-a", "mortality-c");
    put("b", 20, 1);
    beat();
    assertThat(standing()).containsOnlyKeys("mortality-a");
    Alert gone = sent().stream().filter(alert -> !alert.supported()).findFirst().orElseThrow();
    assertThat(gone.id()).isEqualTo("mortality-c");
    assertThat(gone.grounds()).extracting(Ground::record).contains("alert/mortality-a");
  }

  @Test
  void leavesTheSameAlertsStandingWhateverTheOrder() throws Exception {
    List<Integer> hours = new ArrayList<>(List.of(1, 2, 20, 36, 37, 90, 91, 92, 140, 200));
    Map<String, Alert> expected = null;
    for (int round = 0; round < 8; round++) {
      close();
      open();
      Collections.shuffle(hours, new Random(round));
      for (int hour : hours) {
        put("h%03d".formatted(hour), hour, 1 + hour % 3);
        if (hour % 2 == round % 2) {
          beat();
        }
      }
      beat();
      expected = expected == null ? standing() : expected;
      assertThat(standing()).isEqualTo(expected).isNotEmpty();
    }
  }

  private void put(String id, int hour, int dead) throws Exception {
    String time = "2025-11-%02dT%02d:00:00+08:00".formatted(1 + hour / 24, hour % 24);
    var casualty = casualty(id, time, TEAL, dead, hour);
    harness.processElement(
        new StreamRecord<>(new PlacedCasualty(casualty, new Placement("431127", List.of()))));
  }

  private void beat() throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + 1_000);
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  private List<Alert> sent() {
    return harness.extractOutputValues();
  }

  /** The alerts that stand now, as whoever reads them in order has them. */
  private Map<String, Alert> standing() {
    Map<String, Alert> standing = new TreeMap<>();
    sent().forEach(alert -> standing.put(alert.id(), alert));
    standing.values().removeIf(alert -> !alert.supported());
    return standing;
  }
}
