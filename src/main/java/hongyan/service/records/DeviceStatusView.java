package hongyan.service.records;

import hongyan.pipelines.devices.DeviceStatus;
import hongyan.pipelines.devices.PlacedDeviceStatus;
import hongyan.service.api.GeoJson;
import hongyan.service.api.ZoneRefView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The status of a device as the API gives it back; county and zones are of where it belongs. */
record DeviceStatusView(
    String device,
    @Nullable String station,
    Instant time,
    GeoJson.@Nullable Point position,
    @Nullable Double positionUncertaintyMetres,
    @Nullable Boolean tamper,
    @Nullable Double battery,
    @Nullable Boolean online,
    @Nullable String county,
    List<ZoneRefView> zones,
    ReceiptView receipt) {

  static DeviceStatusView of(PlacedDeviceStatus placed) {
    DeviceStatus status = placed.status();
    return new DeviceStatusView(
        status.device(),
        placed.device().station(),
        status.time(),
        status.position() == null ? null : GeoJson.Point.of(status.position()),
        status.positionUncertaintyMetres(),
        status.tamper(),
        status.battery(),
        status.online(),
        placed.placement().county(),
        ZoneRefView.listOf(placed.placement()),
        ReceiptView.of(status.receipt()));
  }
}
