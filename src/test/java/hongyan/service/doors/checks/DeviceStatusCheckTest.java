package hongyan.service.doors.checks;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.place.Position;
import hongyan.pipelines.devices.DeviceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceStatusCheckTest {
  private static final String BARE =
      "{\"device\":\"marker-1\",\"time\":\"2026-11-21T18:00:00+08:00\"}";

  private final DeviceStatusCheck check = new DeviceStatusCheck(new TestPlaces());

  @Test
  void takesWhatADeviceSays() {
    String full =
        BARE.replace("}", "")
            + ",\"position\":{\"type\":\"Point\",\"coordinates\":[111.6,26.4]},"
            + "\"positionUncertaintyMetres\":8.5,\"tamper\":false,\"battery\":100,\"online\":true}";
    DeviceStatus status = check(full).record();
    assertThat(status.identity()).isEqualTo("marker-1|2026-11-21T10:00:00Z");
    assertThat(status.position()).isEqualTo(new Position(111.6, 26.4));
    assertThat(status.positionUncertaintyMetres()).isEqualTo(8.5);
    assertThat(status.tamper()).isFalse();
    assertThat(status.battery()).isEqualTo(100);
    assertThat(status.receipt().raw()).isEqualTo(full);
  }

  @Test
  void takesOneThatSaysNothingButThatItIsThere() {
    DeviceStatus status = check(BARE).record();
    assertThat(status.position()).isNull();
    assertThat(status.tamper()).isNull();
    assertThat(status.up()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"device\":\"nobody\"; device unknown-device",
        "\"device\"; device required-field-missing",
        "\"time\":\"2026-11-23T18:00:00+08:00\"; time time-in-future",
        "\"time\"; time required-field-missing",
        "\"battery\":101; battery value-out-of-range",
        "\"battery\":-1; battery value-out-of-range",
        "\"battery\":\"full\"; battery wrong-type",
        "\"tamper\":1; tamper wrong-type",
        "\"tamper\":\"yes\"; tamper wrong-type",
        "\"online\":\"true\"; online wrong-type",
        "\"positionUncertaintyMetres\":-3; positionUncertaintyMetres value-out-of-range",
        "\"position\":[111.6]; position position-invalid",
        "\"datum\":\"NAD27\"; datum geodetic-datum-invalid",
      })
  void refusesByName(String field, String fault) {
    assertThat(Items.faults(check(Items.with(BARE, field)))).containsExactly(fault);
  }

  private Checked<DeviceStatus> check(String json) {
    return check.check(Items.of(json, DeviceStatusCheck.FIELDS), Items.STAMP);
  }
}
