package hongyan.geo.files;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Well-known binary (OGC Simple Features, ISO form with Z and M) inside the header of GeoPackage
 * (OGC 12-128, 2.1.3). Not by JTS's reader: that closes open rings unasked, and nothing may be
 * mended before somebody has seen it.
 */
final class Wkb {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int DEEPEST = 4;
  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
  private static final String[] TYPES = {
    "",
    "Point",
    "LineString",
    "Polygon",
    "MultiPoint",
    "MultiLineString",
    "MultiPolygon",
    "GeometryCollection"
  };

  private final ByteBuffer in;

  private Wkb(byte[] blob) {
    in = ByteBuffer.wrap(blob);
  }

  static JsonNode readGeoPackage(byte[] blob) {
    Wkb wkb = new Wkb(blob);
    try {
      return wkb.skipHeader() ? MissingNode.getInstance() : wkb.geometry(0);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new UnreadableFile(
          "broken-geopackage", "a geometry ends or errs near its byte " + wkb.in.position(), e);
    }
  }

  /** Returns whether the geometry is empty. */
  private boolean skipHeader() {
    if (in.get() != 'G' || in.get() != 'P') {
      throw new UnreadableFile("broken-geopackage", "a geometry without GeoPackage's header");
    }
    in.get();
    int flags = in.get();
    int envelope = flags >> 1 & 7;
    if (envelope >= ENVELOPE_BYTES.length) {
      throw new UnreadableFile("broken-geopackage", "a geometry with an unknown header");
    }
    in.position(in.position() + 4 + ENVELOPE_BYTES[envelope]);
    return (flags & 0x10) != 0;
  }

  private ObjectNode geometry(int depth) {
    in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int code = in.getInt();
    int type = code % 1_000;
    int more = code / 1_000 == 0 ? 0 : code / 1_000 == 3 ? 2 : 1;
    if (type < 1 || type >= TYPES.length || code >= 4_000 || depth > DEEPEST) {
      throw new UnreadableFile("broken-geopackage", "geometry type " + code + " is not taken");
    }
    ObjectNode geometry = MAPPER.createObjectNode().put("type", TYPES[type]);
    return switch (type) {
      case 1 -> with(geometry, pair(more));
      case 2 -> with(geometry, line(more));
      case 3 -> with(geometry, rings(more));
      case 7 -> {
        ArrayNode parts = MAPPER.createArrayNode();
        for (int i = count(9); i > 0; i--) {
          parts.add(geometry(depth + 1));
        }
        geometry.set("geometries", parts);
        yield geometry;
      }
      default -> {
        ArrayNode parts = MAPPER.createArrayNode();
        for (int i = count(9); i > 0; i--) {
          parts.add(geometry(depth + 1).get("coordinates"));
        }
        yield with(geometry, parts);
      }
    };
  }

  private ArrayNode rings(int more) {
    ArrayNode rings = MAPPER.createArrayNode();
    for (int i = count(4); i > 0; i--) {
      rings.add(line(more));
    }
    return rings;
  }

  private ArrayNode line(int more) {
    ArrayNode line = MAPPER.createArrayNode();
    for (int i = count(16); i > 0; i--) {
      line.add(pair(more));
    }
    return line;
  }

  private ArrayNode pair(int more) {
    ArrayNode pair = MAPPER.createArrayNode().add(in.getDouble()).add(in.getDouble());
    in.position(in.position() + 8 * more);
    return pair;
  }

  /** A count, held against the bytes that are left, so that no number makes us reserve memory. */
  private int count(int leastBytes) {
    int count = in.getInt();
    if (count < 0 || (long) count * leastBytes > in.remaining()) {
      throw new UnreadableFile("broken-geopackage", "a geometry names more parts than it has");
    }
    return count;
  }

  private static ObjectNode with(ObjectNode geometry, ArrayNode coordinates) {
    geometry.set("coordinates", coordinates);
    return geometry;
  }
}
