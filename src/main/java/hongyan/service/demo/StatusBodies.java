package hongyan.service.demo;

import hongyan.geo.place.Position;
import hongyan.pipelines.records.Json;
import hongyan.service.replay.Body;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the devices say of themselves, each every four hours: position of the markers, tampering,
 * battery. In the year a marker is moved and brought back, one has a single fix far off, a camera
 * is opened, a box falls silent beside a camera that goes on, one pass is without network for a
 * day, and a camera runs low on battery.
 */
final class StatusBodies {
  private static final int EVERY_HOURS = 4;
  private static final double METRES_PER_DEGREE = 111_000;

  private final DemoDays days;
  private final List<DemoDevice> devices;
  private final long seed;

  StatusBodies(long seed, DemoDays days, List<DemoDevice> devices) {
    this.seed = seed;
    this.days = days;
    this.devices = devices;
  }

  /** Returns the statuses of some days, by their numbers, {@code to} exclusive. */
  Body body(int from, int to) {
    StringBuilder text = new StringBuilder();
    int records = 0;
    Chance chance = Chance.of(seed, "status/" + from);
    for (int hour = from * 24; hour < to * 24; hour += EVERY_HOURS) {
      LocalDateTime time = days.first().atStartOfDay().plusHours(hour);
      for (DemoDevice device : devices) {
        if (!isSilent(device, time)) {
          text.append(status(device, time, chance)).append('\n');
          records++;
        }
      }
    }
    return new Body(
        "devices/status",
        "application/x-ndjson",
        text.toString().getBytes(StandardCharsets.UTF_8),
        records,
        DemoDays.instant(days.day(from).atStartOfDay()));
  }

  private String status(DemoDevice device, LocalDateTime time, Chance chance) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("device", device.id());
    json.put("time", DemoDays.text(time));
    if (device.kind().equals("marker")) {
      double off = metresOff(device, time) + 8 * chance.unit();
      Position place =
          FindingModel.rounded(
              device.position().lon(), device.position().lat() + off / METRES_PER_DEGREE);
      ObjectNode point = json.putObject("position");
      point.put("type", "Point");
      point.putArray("coordinates").add(place.lon()).add(place.lat());
      json.put("positionUncertaintyMetres", 5);
    }
    json.put("tamper", isOpened(device, time));
    json.put("battery", battery(device, time));
    return Json.MAPPER.writeValueAsString(json);
  }

  private double metresOff(DemoDevice device, LocalDateTime time) {
    if (device.id().equals("MRK-RIYUEHU-1") && lies(time, 5, 12, 8, 72)) {
      return 120;
    }
    return device.id().equals("MRK-XINANQIU-1") && lies(time, 6, 3, 12, 4) ? 600 : 0;
  }

  private boolean isOpened(DemoDevice device, LocalDateTime time) {
    return device.id().equals("CAM-YUNBINGSHAN-1") && lies(time, 9, 20, 4, 8);
  }

  private boolean isSilent(DemoDevice device, LocalDateTime time) {
    return device.id().equals("BOX-YUNBINGSHAN-1") && lies(time, 3, 5, 0, 72)
        || device.id().contains("NANFENGAO") && lies(time, 7, 15, 0, 20);
  }

  /** Solar panels keep them charged; one fails in December, and is mended after five days. */
  private int battery(DemoDevice device, LocalDateTime time) {
    int full = 78 + (time.getHour() >= 8 && time.getHour() < 20 ? 12 : 0);
    boolean failing = device.id().equals("CAM-CENTIANHE-1") && lies(time, 12, 15, 0, 120);
    return failing ? 15 : full;
  }

  private boolean lies(LocalDateTime time, int month, int day, int fromHour, int hours) {
    LocalDateTime from = days.day(days.number(month, day)).atTime(fromHour, 0);
    return !time.isBefore(from) && time.isBefore(from.plusHours(hours));
  }
}
