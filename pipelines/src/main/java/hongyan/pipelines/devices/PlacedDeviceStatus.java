package hongyan.pipelines.devices;

import hongyan.geo.zones.Placement;
import hongyan.pipelines.reference.Device;
import hongyan.pipelines.reference.Reference;
import java.util.Optional;

/**
 * A status with the device as it was registered when the status was taken, and the place where it
 * was registered: a device that was carried off is still missed there.
 */
public record PlacedDeviceStatus(DeviceStatus status, Device device, Placement placement) {

  /** Places a status; empty when nobody registered its device. */
  public static Optional<PlacedDeviceStatus> place(DeviceStatus status, Reference reference) {
    return reference
        .findDevice(status.device())
        .map(
            device ->
                new PlacedDeviceStatus(
                    status, device, reference.place(device.position(), status.time())));
  }
}
