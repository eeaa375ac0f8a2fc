package hongyan.pipelines.devices;

import hongyan.geo.place.Position;
import hongyan.pipelines.records.Receipt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a registered device says of itself at one moment; a null part was not said.
 *
 * @param position WGS 84, where it thinks that it is
 * @param positionUncertaintyMetres radius within which that holds, as the device states it
 * @param tamper whether it noticed that it was opened, shaken or covered
 * @param battery charge in per cent, 0 to 100
 * @param online false when somebody else says that it cannot be reached; null counts as true, for
 *     who reports is there
 */
public record DeviceStatus(
    String device,
    Instant time,
    @Nullable Position position,
    @Nullable Double positionUncertaintyMetres,
    @Nullable Boolean tamper,
    @Nullable Double battery,
    @Nullable Boolean online,
    Receipt receipt) {

  /** Returns what tells statuses apart. */
  public String identity() {
    return device + "|" + time;
  }

  /** Returns whether {@code other}, of the same identity, says the same. */
  public boolean sameContent(DeviceStatus other) {
    return withReceipt(other.receipt).equals(other);
  }

  /** Returns whether it shows that the device was up. */
  public boolean up() {
    return !Boolean.FALSE.equals(online);
  }

  private DeviceStatus withReceipt(Receipt other) {
    return new DeviceStatus(
        device, time, position, positionUncertaintyMetres, tamper, battery, online, other);
  }
}
