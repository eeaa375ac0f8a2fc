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
 * @param confidence what an instrument states, or null
 * @param geometry the ground that it shows, as GeoJSON, or null
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
    String description,
    @Nullable Double confidence,
    @Nullable String geometry,
    @Nullable String seller) {

  /** A report that shows no ground and names no seller; instruments are fairly sure. */
  DemoFinding(
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
    this(
        id,
        conduct,
        time,
        position,
        county,
        species,
        count,
        device,
        source,
        description,
        source.equals("device") ? 0.86 : null,
        null,
        null);
  }

  /** Returns the same at another moment, as an instrument reports it again. */
  DemoFinding again(String other, LocalDateTime later, double sure) {
    return new DemoFinding(
        other,
        conduct,
        later,
        position,
        county,
        species,
        count,
        device,
        source,
        description,
        sure,
        geometry,
        seller);
  }

  /** Returns it as the contract's JSON. */
  String json() {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("findingID", id);
    json.put("conduct", conduct);
    json.put("time", DemoDays.text(time));
    if (geometry != null) {
      json.set("geometry", Json.MAPPER.readTree(geometry));
    }
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
    if (confidence != null) {
      json.put("confidence", confidence);
    }
    if (seller != null) {
      json.put("seller", seller);
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
