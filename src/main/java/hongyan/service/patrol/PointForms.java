package hongyan.service.patrol;

import hongyan.geo.patrol.PatrolPoint;
import hongyan.geo.place.Counties;
import hongyan.geo.place.County;
import hongyan.geo.place.Position;
import hongyan.pipelines.records.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads patrol points from CSV, NDJSON, a JSON array or GeoJSON, told by their first character.
 * Each wrong one is named with its line and left out; of the same id twice the last one holds.
 */
final class PointForms {
  private static final Set<String> KINDS = Set.of("ordinary", "old-tree", "corridor");
  private static final int LONGEST = 100;

  /** Bytes that are looked at to tell the form. */
  private static final int HEAD = 400;

  private static final int MOST_FAULTS = 1_000;

  private final Counties counties;
  private final Map<String, PatrolPoint> points = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private int rejected;
  private int doubled;

  /** One wrong record; {@code line} is that of the body, in JSON the place in the list. */
  record Fault(long line, String field, @Nullable String value, String rule, String message) {}

  PointForms(Counties counties) {
    this.counties = counties;
  }

  List<PatrolPoint> points() {
    return List.copyOf(points.values());
  }

  /** The first thousand of them. */
  List<Fault> faults() {
    return faults;
  }

  int rejected() {
    return rejected;
  }

  /** How many ids came twice. */
  int doubled() {
    return doubled;
  }

  /** Reads the body; what is wrong with it is in {@link #faults} afterwards. */
  void read(byte[] sent) {
    byte[] body = withoutMark(sent);
    String start = new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.UTF_8).strip();
    if (start.startsWith("[") || start.startsWith("{") && start.contains("FeatureCollection")) {
      readDocument(body);
    } else if (start.startsWith("{")) {
      readLines(body);
    } else {
      readTable(body);
    }
  }

  /** Leaves out the byte order mark that Windows programs put before UTF-8. */
  private static byte[] withoutMark(byte[] sent) {
    boolean marked =
        sent.length >= 3
            && sent[0] == (byte) 0xEF
            && sent[1] == (byte) 0xBB
            && sent[2] == (byte) 0xBF;
    return marked ? Arrays.copyOfRange(sent, 3, sent.length) : sent;
  }

  private void readTable(byte[] body) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setAllowMissingColumnNames(false)
            .get();
    try (Reader reader =
            new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8);
        CSVParser parser = format.parse(reader)) {
      if (!parser.getHeaderNames().containsAll(List.of("id", "kind", "lon", "lat", "cell"))) {
        fault(
            1, "header", null, "missing-header", "id,kind,lon,lat,cell are wanted, county may be");
        return;
      }
      for (CSVRecord row : parser) {
        take(parser.getCurrentLineNumber(), name -> row.isSet(name) ? row.get(name) : null);
      }
    } catch (UncheckedIOException
        | IOException
        | IllegalArgumentException
        | IllegalStateException e) {
      fault(0, "body", null, "broken-csv", String.valueOf(e.getMessage()));
    }
  }

  private void readLines(byte[] body) {
    String[] lines = new String(body, StandardCharsets.UTF_8).split("\n");
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        try {
          takeJson(i + 1L, Json.MAPPER.readTree(lines[i]));
        } catch (JacksonException e) {
          fault(i + 1L, "line", null, "broken-json", e.getOriginalMessage());
        }
      }
    }
  }

  private void readDocument(byte[] body) {
    try {
      JsonNode root = Json.MAPPER.readTree(body);
      long place = 0;
      for (JsonNode each : root.isArray() ? root : root.path("features")) {
        takeJson(++place, each);
      }
    } catch (JacksonException e) {
      fault(e.getLocation().getLineNr(), "body", null, "broken-json", e.getOriginalMessage());
    }
  }

  private void takeJson(long line, JsonNode node) {
    JsonNode fields = node.has("properties") ? node.path("properties") : node;
    JsonNode place = node.path("geometry").path("coordinates");
    JsonNode pair = place.isMissingNode() ? node.path("position").path("coordinates") : place;
    take(
        line,
        name -> {
          JsonNode value =
              switch (name) {
                case "lon" -> pair.isMissingNode() ? fields.path("lon") : pair.path(0);
                case "lat" -> pair.isMissingNode() ? fields.path("lat") : pair.path(1);
                default -> fields.path(name);
              };
          return value.isMissingNode() || value.isNull() ? null : value.asString();
        });
  }

  private void take(long line, Function<String, @Nullable String> field) {
    String id = field.apply("id");
    String kind = field.apply("kind");
    String cell = field.apply("cell");
    if (!text(line, "id", id) || !text(line, "cell", cell) || id == null || cell == null) {
      return;
    }
    if (kind == null || !KINDS.contains(kind)) {
      fault(line, "kind", kind, "not-in-vocabulary", "ordinary, old-tree or corridor is wanted");
      return;
    }
    Optional<Position> at = position(line, field.apply("lon"), field.apply("lat"));
    if (at.isEmpty()) {
      return;
    }
    String named = field.apply("county");
    String county = counties.covering(at.get()).map(County::adcode).orElse(null);
    if (named != null && !named.isEmpty() && !named.equals(county)) {
      fault(
          line, "county", named, "other-county", "the position lies in " + county + ", not there");
      return;
    }
    if (points.put(id, new PatrolPoint(id, kind, at.get(), cell, county)) != null) {
      doubled++;
    }
  }

  private boolean text(long line, String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      fault(line, field, value, "required-field-missing", "is required");
      return false;
    }
    if (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
      fault(line, field, value, "text-invalid", "at most 100 characters, no control characters");
      return false;
    }
    return true;
  }

  private Optional<Position> position(long line, @Nullable String lon, @Nullable String lat) {
    try {
      return Optional.of(
          new Position(
              Double.parseDouble(String.valueOf(lon)), Double.parseDouble(String.valueOf(lat))));
    } catch (IllegalArgumentException e) {
      fault(
          line,
          "position",
          lon + "," + lat,
          "coordinate-invalid",
          "WGS 84 longitude and latitude in degrees are wanted");
      return Optional.empty();
    }
  }

  private void fault(long line, String field, @Nullable String value, String rule, String message) {
    rejected++;
    if (faults.size() < MOST_FAULTS) {
      faults.add(new Fault(line, field, value, rule, message));
    }
  }
}
