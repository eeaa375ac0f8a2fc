package hongyan.pipelines.devices;

import hongyan.geo.place.CivilTime;
import hongyan.geo.place.Geodesy;
import hongyan.geo.place.Position;
import hongyan.pipelines.reference.Device;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.rules.RuleSheet;
import hongyan.pipelines.rules.Watched;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which watches a status belongs to: that over its own device and those over the devices beside it,
 * each on its civil day, the day before and the day after. What moves by nature is not watched and
 * is no neighbour. Pure.
 */
public final class DeviceReports {

  private final Watched watched = Watched.load();
  private final double gpsErrorMetres;
  private final double neighbourMetres;

  private DeviceReports(RuleSheet sheet) {
    this.gpsErrorMetres = sheet.decimal("gpsErrorMetres").doubleValue();
    this.neighbourMetres = sheet.decimal("neighbourMetres").doubleValue();
  }

  public static DeviceReports load() {
    return new DeviceReports(RuleSheet.load(Equipment.ID));
  }

  public List<DeviceReport> of(PlacedDeviceStatus placed, Reference reference) {
    Device device = placed.device();
    var reports = new ArrayList<DeviceReport>();
    if (isWatched(device)) {
      add(placed, device.id(), new DeviceReport.Home(device, placed.placement()), reports);
      reference.devices().stream()
          .filter(other -> isWatched(other) && isBeside(device, other))
          .forEach(other -> add(placed, other.id(), null, reports));
    }
    return reports;
  }

  private void add(
      PlacedDeviceStatus placed,
      String watchedDevice,
      DeviceReport.@Nullable Home home,
      List<DeviceReport> to) {
    DeviceStatus status = placed.status();
    LocalDate day = LocalDate.ofInstant(status.time(), CivilTime.ZONE);
    Stream.of(day.minusDays(1), day, day.plusDays(1))
        .map(
            date ->
                new DeviceReport(
                    watchedDevice + "|" + date,
                    status.device(),
                    status.time(),
                    status.up(),
                    metresOff(status, placed.device()),
                    allowedMetres(status, placed.device()),
                    Boolean.TRUE.equals(status.tamper()),
                    status.battery(),
                    status.receipt().receivedAt(),
                    home))
        .forEach(to::add);
  }

  private static @Nullable Double metresOff(DeviceStatus status, Device device) {
    Position position = status.position();
    return position == null ? null : Geodesy.metres(position, device.position());
  }

  private double allowedMetres(DeviceStatus status, Device device) {
    Double error = device.gpsErrorMetres();
    Double uncertainty = status.positionUncertaintyMetres();
    return (error == null ? gpsErrorMetres : error) + (uncertainty == null ? 0 : uncertainty);
  }

  private boolean isWatched(Device device) {
    return !watched.mobileDevices().contains(device.kind());
  }

  private boolean isBeside(Device one, Device other) {
    return !one.id().equals(other.id())
        && (one.station() != null && one.station().equals(other.station())
            || Geodesy.metres(one.position(), other.position()) <= neighbourMetres);
  }
}
