package hongyan.service.demo;

import hongyan.geo.place.Position;
import hongyan.pipelines.records.Json;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One generated report of a conduct.
 *
 * @param position null for one that names only a county
 * @param count 0 for none
 */
record DemoFinding(
    String id,
    String conduct,
    LocalDateTime time,
    @Nullable Position position,
    String county,
    String species,
    int count,
    @Nullable String device,
    String source,
    String description) {

  /** Returns it as the contract's JSON. */
  String json() {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("findingID", id);
    json.put("conduct", conduct);
    json.put("time", DemoDays.text(time));
    if (position == null) {
      json.put("county", county);
    } else {
      put(json, position);
    }
    if (!species.isEmpty()) {
      json.put("species", species);
    }
    if (count > 0) {
      json.put("count", count);
    }
    if (device != null) {
      json.put("device", device);
    }
    json.put("source", source);
    json.put("description", "【演示】" + description);
    json.put("reporter", "demo");
    if (source.equals("device")) {
      json.put("confidence", 0.86);
    }
    return Json.MAPPER.writeValueAsString(json);
  }

  /** Adds the position of a record as GeoJSON. */
  static void put(ObjectNode json, Position position) {
    ObjectNode point = json.putObject("position");
    point.put("type", "Point");
    point.putArray("coordinates").add(position.lon()).add(position.lat());
  }
}
