package hongyan.pipelines.job;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.place.Position;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Lead;
import hongyan.pipelines.devices.DeviceReport;
import hongyan.pipelines.devices.DeviceReports;
import hongyan.pipelines.devices.DeviceStatus;
import hongyan.pipelines.devices.PlacedDeviceStatus;
import hongyan.pipelines.records.RecordFixtures;
import hongyan.pipelines.reference.Reference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The marker of the small reference, alone, with a registered GPS error of 10 m. */
class WatchDevicesTest {

  private static final Reference REFERENCE = JobFixtures.fixed();
  private static final DeviceReports REPORTS = DeviceReports.load();
  private static final Instant MORNING = RecordFixtures.time("2025-10-22T08:00:00+08:00");

  private KeyedOneInputStreamOperatorTestHarness<String, DeviceReport, Alert> harness;

  private void open(String dateOfEffect) throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new WatchDevices(JobFixtures.reference(), dateOfEffect)),
            DeviceReport::watch,
            Types.STRING);
    harness.open();
    harness.setProcessingTime(1_000);
  }

  private void reopen(OperatorSubtaskState state) throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new WatchDevices(JobFixtures.reference(), "2025-01-01")),
            DeviceReport::watch,
            Types.STRING);
    harness.setup();
    harness.initializeState(state);
    harness.open();
    harness.setProcessingTime(1_000);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void findsTheSameMoveInAnyOrderAcrossAFailure(long seed) throws Exception {
    open("2025-01-01");
    var random = new Random(seed);
    var reports = new ArrayList<DeviceReport>();
    for (int hour = 0; hour < 24; hour += 2) {
      reports.addAll(reports(hour, hour < 6 ? 3 : 40));
    }
    reports.addAll(reports.subList(0, 9));
    Collections.shuffle(reports, random);
    Map<String, Lead> leads = new HashMap<>();
    for (int i = 0; i < reports.size(); i++) {
      harness.processElement(new StreamRecord<>(reports.get(i)));
      if (i == reports.size() / 2) {
        take(leads);
        var state = harness.snapshot(1, 1);
        harness.close();
        reopen(state);
      }
    }
    beat();
    settle();
    take(leads);
    leads.values().removeIf(lead -> !lead.alert().supported());
    assertThat(leads).containsOnlyKeys("moved-M1-20251022T140000");
    assertThat(leads.values())
        .allSatisfy(
            lead -> {
              assertThat(lead.alert().item()).isEqualTo(7);
              assertThat(lead.alert().legal()).isNotNull();
              assertThat(lead.evidence()).isEqualTo("device/status");
            });
  }

  @Test
  void takesAMoveBackWhenItIsCorrected() throws Exception {
    open("2025-01-01");
    put(reports(0, 3), reports(2, 40), reports(4, 40));
    settle();
    put(reports(4, 4));
    var leads = new ArrayList<Lead>();
    harness.getSideOutput(Tags.LEADS).forEach(record -> leads.add(record.getValue()));
    assertThat(leads).extracting(lead -> lead.alert().supported()).containsExactly(true, false);
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  @Test
  void saysNothingOfWhatIsGoneBeforeItHasSettled() throws Exception {
    open("2025-01-01");
    put(reports(0, 3), reports(2, 40), reports(4, 40));
    harness.setProcessingTime(harness.getProcessingTime() + Settling.MILLIS - 1);
    put(reports(4, 4));
    settle();
    settle();
    assertThat(harness.getSideOutput(Tags.LEADS)).isNull();
    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  @Test
  void waitsAnewWhereTheClockWasSetBack() throws Exception {
    open("2025-01-01");
    harness.setProcessingTime(1_000_000);
    put(reports(0, 3), reports(2, 40), reports(4, 40));
    var state = harness.snapshot(1, 1);
    harness.close();
    reopen(state);
    put(reports(4, 40));
    assertThat(harness.getSideOutput(Tags.LEADS)).isNull();
    settle();
    assertThat(harness.getSideOutput(Tags.LEADS)).hasSize(1);
  }

  @Test
  void makesAnAlertOfADeviceWhereTheLawDoesNotReach() throws Exception {
    open("2026-01-01");
    put(reports(0, 3), reports(2, 40), reports(4, 40));
    settle();
    assertThat(harness.getSideOutput(Tags.LEADS)).isNull();
    assertThat(harness.extractOutputValues())
        .extracting(Alert::id)
        .containsExactly("device-moved-M1-20251022T100000");
  }

  @SafeVarargs
  private void put(List<DeviceReport>... statuses) throws Exception {
    for (List<DeviceReport> reports : statuses) {
      for (DeviceReport report : reports) {
        harness.processElement(new StreamRecord<>(report));
      }
    }
    beat();
  }

  private void beat() throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + 1_000);
  }

  private void settle() throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + Settling.MILLIS);
  }

  private void take(Map<String, Lead> leads) {
    var side = harness.getSideOutput(Tags.LEADS);
    if (side != null) {
      side.forEach(record -> leads.put(record.getValue().id(), record.getValue()));
    }
  }

  /** What the marker says some hours after eight, so many metres north of where it belongs. */
  private static List<DeviceReport> reports(int hours, double metres) {
    var position =
        new Position(RecordFixtures.RIDGE.lon(), RecordFixtures.RIDGE.lat() + metres / 110_800);
    var status =
        new DeviceStatus(
            "M1",
            MORNING.plus(Duration.ofHours(hours)),
            position,
            null,
            null,
            null,
            null,
            RecordFixtures.receipt(hours + 1));
    return REPORTS.of(PlacedDeviceStatus.place(status, REFERENCE).orElseThrow(), REFERENCE);
  }
}
