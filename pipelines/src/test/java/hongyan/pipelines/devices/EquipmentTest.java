package hongyan.pipelines.devices;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.city.City;
import hongyan.geo.place.Position;
import hongyan.geo.zones.Placement;
import hongyan.geo.zones.ZoneKind;
import hongyan.geo.zones.ZoneRef;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.records.RecordFixtures;
import hongyan.pipelines.reference.Device;
import hongyan.pipelines.reference.Reference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A marker on a pass with two devices beside it, all of which report every two hours. */
class EquipmentTest {

  private static final Equipment EQUIPMENT = Equipment.load();
  private static final Instant MIDNIGHT = RecordFixtures.time("2025-10-22T00:00:00+08:00");
  private static final Position HOME = new Position(112.15, 25.10);
  private static final DeviceReport.Home AT_HOME =
      new DeviceReport.Home(
          new Device("M1", "界桩", "marker", HOME, "P01", 10.0),
          new Placement("431127", List.of(new ZoneRef("Z", ZoneKind.FLYWAY, 1, true))));
  private static final String WATCH = "M1|2025-10-22";

  private final List<DeviceReport> reports = new ArrayList<>();

  @Test
  void raisesAMoveOnceWhenTwoReportsInARowAreFurtherOffThanTheGpsErrs() {
    moved(8, 9.0);
    moved(10, 45.0);
    moved(12, 46.0);
    moved(14, 46.0);
    Alert alert = only("moved");
    assertThat(alert.id()).isEqualTo("device-moved-M1-20251022T100000");
    assertThat(alert.time()).isEqualTo(hour(10));
    Alert lead = EQUIPMENT.lead(alert).orElseThrow();
    assertThat(lead.id()).isEqualTo("moved-M1-20251022T100000");
    assertThat(lead.kind()).isEqualTo(AlertKind.VIOLATION);
    assertThat(lead.conduct()).isEqualTo("equipment-moving");
    assertThat(lead.item()).isEqualTo(7);
  }

  @Test
  void takesOneReportForAnErrorOfTheGps() {
    moved(8, 9.0);
    moved(10, 900.0);
    moved(12, 9.0);
    assertThat(alerts()).isEmpty();
  }

  @Test
  void takesTheErrorItselfForNoMove() {
    moved(10, 10.0);
    moved(12, 10.0);
    assertThat(alerts()).isEmpty();
    moved(14, 10.1);
    moved(16, 10.1);
    assertThat(alerts()).hasSize(1);
  }

  @Test
  void raisesNothingForADayOnWhichItLiesWhereItLayBefore() {
    moved(-2, 45.0);
    moved(2, 45.0);
    moved(4, 45.0);
    assertThat(alerts()).isEmpty();
  }

  @Test
  void raisesTamperingOnceWhileItLasts() {
    tampered(8, false);
    tampered(10, true);
    tampered(12, true);
    Alert alert = only("tamper");
    assertThat(alert.time()).isEqualTo(hour(10));
    assertThat(EQUIPMENT.lead(alert).orElseThrow().conduct()).isEqualTo("equipment-damage");
  }

  @Test
  void raisesSilenceOnceThoseBesideItHaveGoneOn() {
    every2("M1", -12, 10, 80.0);
    every2("CAM", -12, 10, null);
    assertThat(alerts()).as("nobody has reported since").isEmpty();
    every2("CAM", 12, 14, null);
    assertThat(alerts()).as("six hours have not passed").isEmpty();
    every2("CAM", 16, 16, null);
    Alert alert = only("silent");
    assertThat(alert.time()).isEqualTo(hour(10));
    assertThat(alert.grounds().get(1).factEn())
        .isEqualTo("1 of 1 devices beside it went on reporting: CAM");
    assertThat(EQUIPMENT.lead(alert).orElseThrow().conduct()).isEqualTo("equipment-damage");
  }

  @Test
  void takesSilenceBackWhenABacklogComes() {
    every2("M1", -12, 10, 80.0);
    every2("CAM", -12, 22, null);
    assertThat(alerts()).hasSize(1);
    every2("M1", 12, 22, 80.0);
    assertThat(alerts()).isEmpty();
  }

  @Test
  void takesTheSilenceOfAllForAnOutageOnceItIsOver() {
    every2("M1", -12, 8, 80.0);
    every2("CAM", -12, 8, null);
    every2("BOX", -12, 8, null);
    assertThat(alerts()).isEmpty();
    every2("M1", 20, 22, 80.0);
    every2("CAM", 20, 22, null);
    every2("BOX", 20, 22, null);
    Alert alert = only("offline");
    assertThat(EQUIPMENT.lead(alert)).isEmpty();
    assertThat(alert.grounds().get(1).factEn())
        .isEqualTo("0 of 2 devices beside it went on reporting");
  }

  @Test
  void needsMoreThanHalfOfThoseBesideIt() {
    every2("M1", -12, 8, 80.0);
    every2("CAM", -12, 22, null);
    every2("BOX", -12, 8, null);
    assertThat(alerts()).isEmpty();
    every2("REC", -12, 22, null);
    assertThat(alerts()).extracting(Alert::conduct).containsExactly("silent");
  }

  @Test
  void takesALowBatteryForTheReason() {
    every2("M1", -12, 8, 30.0);
    every2("M1", 10, 10, 20.0);
    every2("CAM", -12, 22, null);
    assertThat(alerts()).extracting(Alert::conduct).containsExactly("offline", "low-battery");
  }

  @Test
  void raisesALowBatteryOnceAtItsThreshold() {
    every2("M1", 2, 4, 21.0);
    every2("M1", 6, 6, 20.0);
    every2("M1", 8, 22, 19.0);
    Alert alert = only("low-battery");
    assertThat(alert.time()).isEqualTo(hour(6));
  }

  @Test
  void doesNotJudgeADeviceThatReportsTooSeldom() {
    for (int hour = -22; hour <= 2; hour += 12) {
      reports.add(report("M1", hour, null, false, 80.0));
    }
    every2("CAM", -12, 46, null);
    assertThat(alerts()).isEmpty();
  }

  @Test
  void believesAGatewayThatSaysOffline() {
    every2("M1", 0, 8, 80.0);
    reports.add(
        new DeviceReport(WATCH, "M1", hour(10), false, null, 10, false, null, hour(10), AT_HOME));
    assertThat(only("offline").time()).isEqualTo(hour(10));
  }

  @Test
  void dependsOnTheReportsAlone() {
    moved(8, 45.0);
    moved(9, 45.0);
    every2("M1", -12, 10, 15.0);
    every2("CAM", -12, 22, null);
    List<Alert> right = alerts();
    assertThat(right).isNotEmpty();
    var random = new Random(3);
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(reports, random);
      assertThat(alerts()).isEqualTo(right);
    }
  }

  @Test
  void sendsAStatusToTheDevicesBesideItButNotOfATag() {
    Device marker = AT_HOME.device();
    Device camera = new Device("CAM", "相机", "camera", new Position(112.9, 25.10), "P01");
    Device far = new Device("FAR", "相机", "camera", new Position(112.9, 25.10), null);
    Device tag = new Device("TAG", "环志", "tag", HOME, "P01");
    Reference reference =
        Reference.of(
            City.open("yongzhou").counties(),
            List.of(),
            List.of(marker, camera, far, tag),
            List.of(),
            List.of());
    var all = DeviceReports.load();
    DeviceStatus status =
        new DeviceStatus(
            "M1",
            hour(10),
            new Position(112.151, 25.10),
            5.0,
            null,
            null,
            null,
            RecordFixtures.receipt(1));
    List<DeviceReport> sent =
        all.of(new PlacedDeviceStatus(status, marker, Placement.UNKNOWN), reference);
    assertThat(sent)
        .extracting(DeviceReport::watch)
        .containsExactlyInAnyOrder(
            "M1|2025-10-21",
            "M1|2025-10-22",
            "M1|2025-10-23",
            "CAM|2025-10-21",
            "CAM|2025-10-22",
            "CAM|2025-10-23");
    assertThat(sent.get(0).metresOff()).isBetween(100.0, 102.0);
    assertThat(sent.get(0).allowedMetres()).isEqualTo(15.0);
    assertThat(all.of(new PlacedDeviceStatus(status, tag, Placement.UNKNOWN), reference)).isEmpty();
  }

  private void moved(int hour, double metres) {
    reports.add(report("M1", hour, metres, false, null));
  }

  private void tampered(int hour, boolean tamper) {
    reports.add(report("M1", hour, null, tamper, null));
  }

  private void every2(String device, int from, int to, @Nullable Double battery) {
    for (int hour = from; hour <= to; hour += 2) {
      reports.add(report(device, hour, null, false, battery));
    }
  }

  private static DeviceReport report(
      String device, int hour, @Nullable Double off, boolean tamper, @Nullable Double battery) {
    return new DeviceReport(
        WATCH,
        device,
        hour(hour),
        true,
        off,
        10,
        tamper,
        battery,
        hour(hour).plusSeconds(5),
        device.equals("M1") ? AT_HOME : null);
  }

  private static Instant hour(int hour) {
    return MIDNIGHT.plus(Duration.ofHours(hour));
  }

  private List<Alert> alerts() {
    return EQUIPMENT.check(WATCH, reports);
  }

  private Alert only(String conduct) {
    assertThat(alerts()).extracting(Alert::conduct).containsExactly(conduct);
    return alerts().get(0);
  }
}
