package hongyan.pipelines.job;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.city.City;
import hongyan.geo.place.Position;
import hongyan.pipelines.air.AirDay;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.records.RecordFixtures;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.reference.Station;
import hongyan.pipelines.rules.StationHours;
import hongyan.pipelines.rules.WatchPart;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchRulesTest {

  private static final String DATE = "2025-10-22";
  private static final Station PASS = station("P01", 112.15, 25.10);
  private static final List<Station> NEIGHBOURS =
      List.of(
          station("N1", 112.20, 25.12), station("N2", 112.12, 25.16), station("N3", 112.18, 25.04));
  private static final Reference REFERENCE = reference();

  private KeyedOneInputStreamOperatorTestHarness<String, WatchPart, Alert> harness;

  @BeforeEach
  void open() throws Exception {
    ReferenceSource source = () -> offset -> REFERENCE;
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new WatchRules(source, "431100", "2025-01-01")),
            WatchPart::watch,
            Types.STRING);
    harness.open();
    harness.setProcessingTime(1_000);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void raisesSmokeOnceAndTakesItBackWhenACorrectionSaysOtherwise() throws Exception {
    NEIGHBOURS.forEach(station -> put(station, "30"));
    put(PASS, "180");
    beat();
    assertThat(smoke()).hasSize(1);
    assertThat(smoke().get(0).supported()).isTrue();
    assertThat(smoke().get(0).legal()).isNotNull();

    put(PASS, "180");
    beat();
    assertThat(smoke()).as("nothing new").hasSize(1);

    put(PASS, "31");
    beat();
    assertThat(smoke()).hasSize(2);
    assertThat(smoke().get(1).supported()).isFalse();
    assertThat(smoke().get(1).raisedAt()).isEqualTo(smoke().get(0).raisedAt());
  }

  @Test
  void waitsForTheNeighbours() throws Exception {
    put(PASS, "180");
    beat();
    assertThat(smoke()).isEmpty();
    NEIGHBOURS.forEach(station -> put(station, "30"));
    beat();
    assertThat(smoke()).hasSize(1);
  }

  private void put(Station station, String atTwentyTwo) {
    var readings = new ArrayList<Reading>();
    for (int hour = 13; hour <= 23; hour++) {
      String time = "%sT%02d:00:00+08:00".formatted(DATE, hour);
      String value = hour == 22 ? atTwentyTwo : "30";
      readings.add(RecordFixtures.reading(station.id(), time, value, hour));
    }
    var day = AirDay.of(station.id(), DATE, readings);
    var part = new WatchPart(DATE, DATE, StationHours.of(station, "431127", List.of(day)));
    try {
      harness.processElement(new StreamRecord<>(part));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void beat() throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + 1_000);
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  private List<Alert> smoke() {
    var leads = harness.getSideOutput(Tags.LEADS);
    return leads == null
        ? List.of()
        : leads.stream()
            .map(lead -> lead.getValue().alert())
            .filter(alert -> alert.conduct().equals("smoke"))
            .toList();
  }

  private static Station station(String id, double lon, double lat) {
    return new Station(id, id, "air", new Position(lon, lat), null);
  }

  private static Reference reference() {
    var stations = new ArrayList<>(NEIGHBOURS);
    stations.add(PASS);
    return Reference.of(
        City.open("yongzhou").counties(),
        stations,
        List.of(),
        List.of(JobFixtures.FLYWAY),
        List.of());
  }
}
