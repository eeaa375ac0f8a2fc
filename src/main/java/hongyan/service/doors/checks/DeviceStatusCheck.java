package hongyan.service.doors.checks;

import hongyan.geo.place.Datum;
import hongyan.geo.place.Position;
import hongyan.pipelines.devices.DeviceStatus;
import hongyan.service.doors.forms.FieldNames;
import hongyan.service.doors.forms.Item;
import hongyan.service.doors.rejects.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the status of a device: of a registered one, with parts that can be. */
public final class DeviceStatusCheck implements Check<DeviceStatus> {
  public static final FieldNames FIELDS =
      new FieldNames(
          Set.of(
              "device",
              "time",
              "position",
              "datum",
              "positionUncertaintyMetres",
              "tamper",
              "battery",
              "online",
              "modified"),
          List.of("device", "time"),
          null);

  private static final BigDecimal FULL = BigDecimal.valueOf(100);
  private static final BigDecimal HALF_THE_EARTH = BigDecimal.valueOf(20_037_509);

  private final KnownPlaces places;

  public DeviceStatusCheck(KnownPlaces places) {
    this.places = places;
  }

  @Override
  public Checked<DeviceStatus> check(Item item, Stamp stamp) {
    FieldReader fields = new FieldReader(item, stamp.now());
    String device = fields.requiredText("device", FieldReader.ID_LENGTH);
    if (device != null && !places.isDevice(device)) {
      fields.refuse("device", device, Rule.UNKNOWN_DEVICE, null);
    }
    Instant time = fields.requiredMoment("time");
    Datum datum = Coordinates.datum(fields, "datum");
    Position position = PointReader.read(fields, "position", datum);
    Double uncertainty =
        between(fields, "positionUncertaintyMetres", HALF_THE_EARTH, "[0, 20037509]");
    Boolean tamper = fields.truth("tamper");
    Double battery = between(fields, "battery", FULL, "[0, 100]");
    Boolean online = fields.truth("online");
    Instant modified = fields.modified();
    return fields.isClean()
        ? Checked.accepted(
            new DeviceStatus(
                device,
                time,
                position,
                uncertainty,
                tamper,
                battery,
                online,
                stamp.receipt(item, modified)))
        : Checked.refused(fields.faults());
  }

  private static @Nullable Double between(
      FieldReader fields, String field, BigDecimal most, String range) {
    BigDecimal number = fields.decimal(field, Rule.NOT_A_NUMBER);
    if (number == null) {
      return null;
    }
    if (number.signum() < 0 || number.compareTo(most) > 0) {
      fields.refuse(field, number.toString(), Rule.VALUE_OUT_OF_RANGE, range);
    }
    return number.doubleValue();
  }
}
