package hongyan.service.footprint;

import hongyan.geo.files.PolygonFile;
import hongyan.geo.files.UnreadableFile;
import hongyan.geo.place.Footprint;
import hongyan.pipelines.records.Json;
import hongyan.service.errors.Refused;
import hongyan.service.errors.Refused.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What is to be checked, and how.
 *
 * @param bufferMetres on each side of lines and around points and areas; null where it was not said
 * @param nearMetres how far a zone is near; null where it was not said
 * @param id number that the sender gives it; null where one is to be given
 */
record CheckRequest(
    Footprint footprint,
    @Nullable Double bufferMetres,
    @Nullable Double nearMetres,
    @Nullable String project,
    @Nullable String id) {

  /**
   * Reads a body: GeoJSON, or an object of {@code geometry}, {@code bufferMetres}, {@code
   * nearMetres}, {@code project} and {@code id}, or any of the files that zones are imported from.
   *
   * @throws Refused naming what is wrong and where
   */
  static CheckRequest read(byte[] body, @Nullable String datum, @Nullable String layer) {
    JsonNode envelope = envelope(body);
    if (envelope == null) {
      return new CheckRequest(footprint(body, datum, layer), null, null, null, null);
    }
    byte[] geometry = envelope.get("geometry").toString().getBytes(StandardCharsets.UTF_8);
    return new CheckRequest(
        footprint(geometry, datum, layer),
        number(envelope, "bufferMetres"),
        number(envelope, "nearMetres"),
        envelope.path("project").asString(null),
        envelope.path("id").asString(null));
  }

  /** Returns the same under another number and name, where these are given. */
  CheckRequest named(@Nullable String number, @Nullable String name) {
    return new CheckRequest(
        footprint,
        bufferMetres,
        nearMetres,
        name == null ? project : name,
        number == null ? id : number);
  }

  /** The object around a geometry, if the body is one; GeoJSON itself has a type. */
  private static @Nullable JsonNode envelope(byte[] body) {
    if (body[0] != '{') {
      return null;
    }
    try {
      JsonNode root = Json.MAPPER.readTree(body);
      return root.has("geometry") && !root.has("type") ? root : null;
    } catch (JacksonException broken) {
      return null; // the reader of files says where
    }
  }

  private static @Nullable Double number(JsonNode envelope, String field) {
    JsonNode value = envelope.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isNumber()) {
      throw new Refused(List.of(Fault.of(field, value, "not-a-number", "metres are wanted")));
    }
    return value.doubleValue();
  }

  private static Footprint footprint(byte[] body, @Nullable String datum, @Nullable String layer) {
    List<Fault> faults = new ArrayList<>();
    List<Footprint> parts = new ArrayList<>();
    try {
      for (PolygonFile.Feature feature : PolygonFile.read(body, datum, layer).features()) {
        String where = "feature %d: ".formatted(feature.number());
        if (feature.unplaced() != null) {
          faults.add(Fault.of("geometry", null, "off-earth", where + feature.unplaced()));
        } else {
          Footprint.read(
                  feature.geometry(),
                  (rule, message, at) ->
                      faults.add(
                          new Fault(
                              "geometry",
                              null,
                              rule,
                              where + message,
                              at == null ? null : List.of(at.lon(), at.lat()))))
              .ifPresent(parts::add);
        }
      }
    } catch (UnreadableFile e) {
      faults.add(Fault.of("body", null, e.rule(), String.valueOf(e.getMessage())));
    }
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
    return Footprint.of(parts);
  }
}
