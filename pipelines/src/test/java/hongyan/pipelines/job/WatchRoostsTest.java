package hongyan.pipelines.job;

import static hongyan.pipelines.roosts.RoostFixtures.count;
import static hongyan.pipelines.roosts.RoostFixtures.disturbance;
import static hongyan.pipelines.roosts.RoostFixtures.history;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.alerts.Lead;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.roosts.Disturbance;
import hongyan.pipelines.roosts.RoostCount;
import hongyan.pipelines.roosts.RoostFixtures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchRoostsTest {

  private KeyedTwoInputStreamOperatorTestHarness<String, RoostCount, Disturbance, Lead> harness;

  @BeforeEach
  void open() throws Exception {
    ReferenceSource source = () -> offset -> RoostFixtures.REFERENCE;
    harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(new WatchRoosts(source, "2025-01-01")),
            RoostCount::station,
            Disturbance::station,
            Types.STRING);
    harness.open();
    harness.setProcessingTime(1_000);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void findsTheCollapseWhateverComesFirst(long seed) throws Exception {
    var events = new ArrayList<Object>(history(5, 100, 95));
    events.addAll(List.of(count(0, 0, 120), count(0, 50, 12), disturbance("F1", 0, 10)));
    events.addAll(events.subList(0, 4));
    var random = new Random(seed);
    Collections.shuffle(events, random);
    for (Object event : events) {
      put(event);
      if (random.nextInt(4) == 0) {
        beat();
      }
    }
    beat();
    List<Lead> leads = harness.extractOutputValues();
    Lead last = leads.get(leads.size() - 1);
    assertThat(last.id()).isEqualTo("collapse-B1-F1");
    assertThat(last.alert().supported()).isTrue();
    assertThat(last.alert().legal().item()).isEqualTo(6);
    assertThat(last.evidence()).isEqualTo("counts");
  }

  @Test
  void takesItBackWhenACountOrTheFindingIsCorrected() throws Exception {
    for (RoostCount count : history(5, 100, 95)) {
      put(count);
    }
    put(count(0, 0, 120));
    put(count(0, 50, 12));
    put(disturbance("F1", 0, 10));
    beat();
    put(count(0, 50, 112));
    beat();
    put(count(0, 50, 12));
    beat();
    Disturbance known = disturbance("F1", 0, 10);
    put(
        new Disturbance(
            known.station(),
            known.findingID(),
            known.conduct(),
            known.time(),
            known.metres(),
            known.receivedAt(),
            false));
    beat();
    assertThat(harness.extractOutputValues())
        .extracting(lead -> lead.alert().supported())
        .containsExactly(true, false, true, false);
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  private void put(Object event) throws Exception {
    if (event instanceof RoostCount count) {
      harness.processElement1(new StreamRecord<>(count));
    } else {
      harness.processElement2(new StreamRecord<>((Disturbance) event));
    }
  }

  private void beat() throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + 1_000);
  }
}
