package hongyan.service.publicreports;

import hongyan.pipelines.records.Json;
import hongyan.service.doors.ReportDoor.About;
import hongyan.service.doors.forms.BodyFault;
import hongyan.service.doors.rejects.Fault;
import hongyan.service.doors.rejects.Rule;
import hongyan.service.doors.rejects.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a stranger sent, taken apart: the record that goes through the doors, which names nobody,
 * and the reporter, who does not go with it.
 */
record ReportForm(About about, byte[] record, Reporter reporter) {
  private static final int LONGEST = 100;
  private static final JsonMapper MAPPER =
      Json.MAPPER.rebuild().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final List<String> PLACE_AND_TIME =
      List.of("time", "position", "datum", "county", "description");
  private static final List<String> CONDUCT = List.of("conduct", "species", "count");
  private static final List<String> CASUALTY =
      List.of("species", "dead", "sick", "injured", "trapped", "behaviour");

  /** Reads the report, or throws a {@link BodyFault} that does not repeat who sent it. */
  static ReportForm read(byte[] body) {
    JsonNode root = root(body);
    About about = about(root.path("about").asString(""));
    Reporter reporter = reporter(root.get("reporter"));
    ObjectNode record = about == About.SIGHTING ? sighting(root) : Json.MAPPER.createObjectNode();
    if (about != About.SIGHTING) {
      copy(root, record, PLACE_AND_TIME);
      copy(root, record, about == About.CONDUCT ? CONDUCT : CASUALTY);
      record.put("source", "public");
    }
    return new ReportForm(about, Json.MAPPER.writeValueAsBytes(record), reporter);
  }

  /** Returns the id of the bird record; the other doors make one of the content themselves. */
  String sightingId() {
    return Json.MAPPER.readTree(record).path("occurrenceID").asString();
  }

  private static JsonNode root(byte[] body) {
    try {
      JsonNode root = MAPPER.readTree(body);
      if (root.isObject()) {
        return root;
      }
      throw new BodyFault(0, new Fault(null, null, Rule.NOT_AN_OBJECT, null));
    } catch (JacksonException broken) {
      String at =
          broken.getLocation() == null
              ? "1:1"
              : broken.getLocation().getLineNr() + ":" + broken.getLocation().getColumnNr();
      throw new BodyFault(0, new Fault(null, null, Rule.BROKEN_JSON, at));
    }
  }

  private static About about(String word) {
    return Arrays.stream(About.values())
        .filter(about -> about.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> new BodyFault(0, new Fault("about", word, Rule.UNKNOWN_ABOUT, null)));
  }

  private static Reporter reporter(@Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return new Reporter(null, null);
    }
    if (!node.isObject()) {
      throw new BodyFault(0, new Fault("reporter", null, Rule.WRONG_TYPE, "object"));
    }
    return new Reporter(text(node, "name"), text(node, "phone"));
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw new BodyFault(0, new Fault("reporter." + field, null, Rule.WRONG_TYPE, "string"));
    }
    if (value.asString().length() > LONGEST) {
      throw new BodyFault(
          0, new Fault("reporter." + field, null, Rule.TEXT_TOO_LONG, String.valueOf(LONGEST)));
    }
    return value.asString().isBlank() ? null : value.asString().strip();
  }

  private static void copy(JsonNode from, ObjectNode to, List<String> fields) {
    for (String field : fields) {
      if (from.has(field)) {
        to.set(field, from.get(field));
      }
    }
  }

  /** Says it in Darwin Core's terms. */
  private static ObjectNode sighting(JsonNode root) {
    for (String field : List.of("species", "time", "position")) {
      if (root.path(field).isMissingNode() || root.path(field).isNull()) {
        throw new BodyFault(0, new Fault(field, null, Rule.REQUIRED_FIELD_MISSING, null));
      }
    }
    JsonNode coordinates = root.path("position").path("coordinates");
    if (!root.path("position").path("type").asString("").equals("Point")
        || coordinates.size() < 2) {
      throw new BodyFault(
          0,
          new Fault(
              "position",
              null,
              Rule.POSITION_INVALID,
              "{\"type\":\"Point\",\"coordinates\":[lon,lat]}"));
    }
    ObjectNode record = Json.MAPPER.createObjectNode();
    record.set("scientificName", root.get("species"));
    record.set("eventDate", root.get("time"));
    record.set("decimalLongitude", coordinates.get(0));
    record.set("decimalLatitude", coordinates.get(1));
    if (root.has("datum")) {
      record.set("geodeticDatum", root.get("datum"));
    }
    if (root.has("count")) {
      record.set("individualCount", root.get("count"));
    }
    if (root.has("description")) {
      record.set("occurrenceRemarks", root.get("description"));
    }
    record.put("basisOfRecord", "HumanObservation");
    record.put("source", "public");
    byte[] content = Json.MAPPER.writeValueAsString(record).getBytes(StandardCharsets.UTF_8);
    record.put("occurrenceID", "public-" + Sha256.hex(content).substring(0, 32));
    return record;
  }
}
