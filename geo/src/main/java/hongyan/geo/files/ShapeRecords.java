package hongyan.geo.files;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The geometries of a {@code .shp} file (ESRI Shapefile Technical Description, July 1998): points,
 * lines and polygons; heights and measures are left aside.
 *
 * <p>In it all rings of a polygon stand in one list: a clockwise ring is a shell, another one a
 * hole of the shell that holds its first point. A hole that no shell holds goes to the shell before
 * it, so that the check of the polygon finds it outside: nothing is mended here. Of our own, since
 * no kept library on Maven Central reads it without mending or without a whole framework behind it.
 */
final class ShapeRecords {

  private static final int FILE_CODE = 9994;
  private static final int HEADER_BYTES = 100;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Types by number; those with Z are ten more, those with M twenty. */
  private static final Map<Integer, String> TYPES =
      Map.of(0, "null", 1, "point", 3, "line", 5, "polygon", 8, "points");

  private final ByteBuffer in;
  private int points;

  private ShapeRecords(byte[] shp) {
    in = ByteBuffer.wrap(shp);
  }

  /** Reads all records in their order; a null shape is a missing node. */
  static List<JsonNode> read(byte[] shp) {
    ShapeRecords records = new ShapeRecords(shp);
    try {
      return records.readAll();
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new UnreadableFile(
          "broken-shapefile", "the .shp ends or errs near byte " + records.in.position(), e);
    }
  }

  private List<JsonNode> readAll() {
    if (in.remaining() < HEADER_BYTES || in.getInt(0) != FILE_CODE) {
      throw new UnreadableFile("broken-shapefile", "the .shp does not begin as a shapefile does");
    }
    in.position(HEADER_BYTES);
    List<JsonNode> geometries = new ArrayList<>();
    while (in.remaining() >= 8) {
      in.order(ByteOrder.BIG_ENDIAN);
      in.getInt();
      int length = in.getInt() * 2;
      int end = Math.addExact(in.position(), length);
      if (length < 4 || end > in.limit()) {
        throw new UnreadableFile(
            "broken-shapefile",
            "record %d is longer than the file".formatted(geometries.size() + 1));
      }
      in.order(ByteOrder.LITTLE_ENDIAN);
      geometries.add(geometry(end));
      in.position(end);
      if (geometries.size() > FileLimits.FEATURES) {
        throw new UnreadableFile(
            "too-many-features", "more than %,d features".formatted(FileLimits.FEATURES));
      }
    }
    return geometries;
  }

  private JsonNode geometry(int end) {
    int type = in.getInt();
    String kind = TYPES.getOrDefault(type % 10, "");
    return switch (type > 28 ? "" : kind) {
      case "null" -> MissingNode.getInstance();
      case "point" -> geometry("Point", pair());
      case "points" -> {
        in.position(in.position() + 32);
        yield geometry("MultiPoint", line(in.getInt(), end));
      }
      case "line" -> {
        ArrayNode lines = MAPPER.createArrayNode();
        parts(end).forEach(lines::add);
        yield geometry("MultiLineString", lines);
      }
      case "polygon" -> polygon(parts(end));
      default -> geometry("shape type " + type, MAPPER.createArrayNode());
    };
  }

  private List<ArrayNode> parts(int end) {
    in.position(in.position() + 32);
    int count = in.getInt();
    int all = in.getInt();
    if (count < 0 || all < 0 || (long) count * 4 + (long) all * 16 > end - in.position()) {
      throw new UnreadableFile("broken-shapefile", "a record names more points than it has");
    }
    int[] starts = new int[count];
    for (int i = 0; i < count; i++) {
      starts[i] = in.getInt();
    }
    List<ArrayNode> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int next = i + 1 < count ? starts[i + 1] : all;
      parts.add(line(next - starts[i], end));
    }
    return parts;
  }

  private ArrayNode line(int count, int end) {
    if (count < 0 || (long) count * 16 > end - in.position()) {
      throw new UnreadableFile("broken-shapefile", "a record names more points than it has");
    }
    points += count;
    if (points > FileLimits.POINTS) {
      throw new UnreadableFile(
          "too-many-points", "more than %,d points".formatted(FileLimits.POINTS));
    }
    ArrayNode line = MAPPER.createArrayNode();
    for (int i = 0; i < count; i++) {
      line.add(pair());
    }
    return line;
  }

  private ArrayNode pair() {
    return MAPPER.createArrayNode().add(in.getDouble()).add(in.getDouble());
  }

  private static JsonNode polygon(List<ArrayNode> rings) {
    List<ArrayNode> polygons = new ArrayList<>();
    for (ArrayNode ring : rings) {
      if (Rings.signedArea(ring) <= 0 || polygons.isEmpty()) {
        polygons.add(MAPPER.createArrayNode().add(ring));
      }
    }
    for (ArrayNode ring : rings) {
      if (polygons.stream().noneMatch(polygon -> polygon.get(0) == ring)) {
        holder(polygons, ring, rings).add(ring);
      }
    }
    if (polygons.size() == 1) {
      return geometry("Polygon", polygons.get(0));
    }
    ArrayNode all = MAPPER.createArrayNode();
    polygons.forEach(all::add);
    return geometry("MultiPolygon", all);
  }

  private static ArrayNode holder(List<ArrayNode> polygons, ArrayNode hole, List<ArrayNode> rings) {
    ArrayNode before = polygons.get(0);
    int place = rings.indexOf(hole);
    for (ArrayNode polygon : polygons) {
      if (Rings.holds(polygon.get(0), hole.path(0))) {
        return polygon;
      }
      if (rings.indexOf(polygon.get(0)) < place) {
        before = polygon;
      }
    }
    return before;
  }

  private static ObjectNode geometry(String type, ArrayNode coordinates) {
    ObjectNode geometry = MAPPER.createObjectNode().put("type", type);
    geometry.set("coordinates", coordinates);
    return geometry;
  }
}
