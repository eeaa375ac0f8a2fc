package hongyan.pipelines.devices;

import hongyan.geo.zones.Placement;
import hongyan.pipelines.reference.Device;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A status as the watch over one device takes it: of the device itself, or of one beside it.
 *
 * @param watch the device and the civil day that are watched, {@code DEVICE|yyyy-MM-dd}
 * @param device which one reports
 * @param metresOff how far from where it is registered it says that it is, or null
 * @param allowedMetres how far that may be: its GPS error and the uncertainty that it states
 * @param receivedAt when the status came to us
 * @param home the device and the place where it is registered; null for one beside
 */
public record DeviceReport(
    String watch,
    String device,
    Instant time,
    boolean up,
    @Nullable Double metresOff,
    double allowedMetres,
    boolean tamper,
    @Nullable Double battery,
    Instant receivedAt,
    @Nullable Home home) {

  /** Where a device belongs. */
  public record Home(Device device, Placement placement) {}

  /** Returns what tells the reports of a watch apart. */
  public String cell() {
    return device + "|" + time;
  }

  String record() {
    return "device-status/" + cell();
  }
}
