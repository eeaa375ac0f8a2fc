package hongyan.service.doors;

import hongyan.pipelines.devices.DeviceStatus;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.records.Topics;
import hongyan.service.doors.checks.Check;
import hongyan.service.doors.checks.DeviceStatusCheck;
import hongyan.service.doors.checks.KnownPlaces;
import hongyan.service.doors.forms.FieldNames;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What devices say of themselves. */
final class DeviceStatusKind implements Kind<DeviceStatus> {

  @Override
  public String name() {
    return "device-status";
  }

  @Override
  public String topic() {
    return Topics.DEVICE_STATUS;
  }

  @Override
  public Collection<Form> forms() {
    return List.of(Form.JSON, Form.NDJSON);
  }

  @Override
  public FieldNames fields() {
    return DeviceStatusCheck.FIELDS;
  }

  @Override
  public Check<DeviceStatus> check(KnownPlaces places) {
    return new DeviceStatusCheck(places);
  }

  @Override
  public String identity(DeviceStatus status) {
    return status.identity();
  }

  /** A device's statuses lie in one partition: they are judged together. */
  @Override
  public String key(DeviceStatus status) {
    return status.device();
  }

  @Override
  public boolean sameContent(DeviceStatus one, DeviceStatus other) {
    return one.sameContent(other);
  }

  @Override
  public Receipt receipt(DeviceStatus status) {
    return status.receipt();
  }

  @Override
  public Set<String> identical(KnownRecords known, List<DeviceStatus> statuses) {
    return known.identicalDeviceStatuses(statuses);
  }
}
