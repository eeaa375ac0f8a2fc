package hongyan.geo.files;

import hongyan.geo.place.Datum;
import hongyan.geo.place.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of geometries that somebody brought, read whatever its format, with its coordinates on WGS
 * 84. Nothing in it is mended. Immutable.
 *
 * @param format told from the content
 * @param declared what the file says of its coordinates, or null
 * @param datum name of the system that they were read in
 */
public record PolygonFile(
    FileFormat format, @Nullable String declared, String datum, List<Feature> features) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final byte[] SQLITE = {'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f', 'o', 'r', 'm'};

  public PolygonFile {
    features = List.copyOf(features);
  }

  /**
   * One feature.
   *
   * @param number its place in the file, from 1
   * @param line where it begins in a file of text, else null
   * @param geometry GeoJSON on WGS 84, {@code null} as text where it has none
   * @param unplaced why a coordinate could not be taken to WGS 84, or null: it then stands as it
   *     was
   * @param pairs the coordinates in degrees as they stand in the file, when it is in degrees
   */
  public record Feature(
      int number,
      @Nullable Integer line,
      JsonNode properties,
      String geometry,
      @Nullable String unplaced,
      @Nullable JsonNode pairs) {}

  /**
   * Reads a file.
   *
   * @param datum what its coordinates are, over what the file itself says; or null
   * @param layer which of several layers of a zip or a GeoPackage, or null
   * @throws UnreadableFile when nothing of it can be taken
   */
  public static PolygonFile read(byte[] bytes, @Nullable String datum, @Nullable String layer) {
    if (bytes.length > FileLimits.BYTES) {
      throw new UnreadableFile("too-large", "more than %d MB".formatted(FileLimits.BYTES >> 20));
    }
    RawFile raw = raw(bytes, layer);
    if (raw.features().isEmpty()) {
      throw new UnreadableFile("no-features", "no feature in the file");
    }
    CoordinateSystem system = system(datum, raw.declared());
    return new PolygonFile(
        raw.format(),
        raw.declared(),
        system.name(),
        raw.features().stream().map(feature -> placed(feature, system)).toList());
  }

  /** Returns the datum in degrees that the file was read in; empty for a projected one. */
  Optional<Datum> degrees() {
    return Datum.findByCode(datum);
  }

  private static RawFile raw(byte[] bytes, @Nullable String layer) {
    int start = 0;
    while (start < bytes.length && (bytes[start] <= ' ')) {
      start++; // blanks and the byte order mark, whose bytes are negative
    }
    if (start == bytes.length) {
      throw new UnreadableFile("empty", "nothing in the file");
    }
    if (bytes[start] == '{' || bytes[start] == '[') {
      return GeoJsonFile.read(bytes);
    }
    if (bytes[start] == '<') {
      return KmlFile.read(bytes, FileFormat.KML);
    }
    if (bytes[start] == 'P' && bytes.length > start + 1 && bytes[start + 1] == 'K') {
      return zip(ZipFolder.of(bytes), layer);
    }
    if (begins(bytes, SQLITE)) {
      return GeoPackageFile.read(bytes, layer);
    }
    throw new UnreadableFile(
        "unknown-format",
        "neither GeoJSON, KML, KMZ, a shapefile in a zip nor a GeoPackage; it begins with "
            + beginning(bytes));
  }

  private static RawFile zip(ZipFolder zip, @Nullable String layer) {
    List<String> kml = zip.listEnding(".kml");
    if (!zip.listEnding(".shp").isEmpty()) {
      return ShapefileZip.read(zip, layer);
    }
    if (kml.isEmpty()) {
      throw new UnreadableFile(
          "unknown-format",
          "the zip holds neither a .shp nor a .kml but "
              + String.join(", ", zip.files().keySet().stream().limit(5).toList()));
    }
    // The standard takes the first; the main document is called doc.kml by custom.
    return KmlFile.read(
        zip.find("doc.kml").or(() -> zip.find(kml.get(0))).orElseThrow(), FileFormat.KMZ);
  }

  private static CoordinateSystem system(@Nullable String asked, @Nullable String declared) {
    if (asked != null) {
      return CoordinateSystem.find(asked)
          .orElseThrow(
              () ->
                  new UnreadableFile(
                      "unknown-datum",
                      "datum=%s: WGS84, CGCS2000, GCJ02, BD09, CGCS2000-GK-CM111,".formatted(asked)
                          + " CGCS2000-GK-37 and EPSG:4513 to 4554 are known"));
    }
    if (declared == null) {
      return new CoordinateSystem.Degrees(Datum.WGS84);
    }
    return CoordinateSystem.find(declared)
        .orElseThrow(
            () ->
                new UnreadableFile(
                    "unknown-datum",
                    "the file says that its coordinates are '%s', which is not known here; name"
                            .formatted(declared)
                        + " another by datum= if you know better"));
  }

  private static Feature placed(RawFile.Feature feature, CoordinateSystem system) {
    JsonNode geometry = feature.geometry();
    String unplaced = null;
    String text = geometry.isMissingNode() ? "null" : geometry.toString();
    try {
      text = geometry.isMissingNode() ? text : onWgs84(geometry, system).toString();
    } catch (IllegalArgumentException e) {
      unplaced = String.valueOf(e.getMessage());
    }
    return new Feature(
        feature.number(),
        feature.line(),
        feature.properties(),
        text,
        unplaced,
        system instanceof CoordinateSystem.Degrees ? geometry : null);
  }

  private static JsonNode onWgs84(JsonNode node, CoordinateSystem system) {
    if (node instanceof ArrayNode list) {
      if (list.size() >= 2 && list.get(0).isNumber() && list.get(1).isNumber()) {
        return pair(list, system);
      }
      ArrayNode copy = MAPPER.createArrayNode();
      list.forEach(each -> copy.add(onWgs84(each, system)));
      return copy;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.deepCopy();
      for (String key : List.of("coordinates", "geometries")) {
        if (object.has(key)) {
          copy.set(key, onWgs84(object.get(key), system));
        }
      }
      return copy;
    }
    return node;
  }

  private static JsonNode pair(ArrayNode pair, CoordinateSystem system) {
    double x = pair.get(0).doubleValue();
    double y = pair.get(1).doubleValue();
    if (system instanceof CoordinateSystem.Degrees && offEarth(x, y)) {
      return pair; // the check of the polygon says what is wrong with it, and where
    }
    Position at = system.toWgs84(x, y);
    return MAPPER.createArrayNode().add(at.lon()).add(at.lat());
  }

  private static boolean offEarth(double lon, double lat) {
    return !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90);
  }

  private static boolean begins(byte[] bytes, byte[] with) {
    for (int i = 0; i < with.length; i++) {
      if (bytes.length <= i || bytes[i] != with[i]) {
        return false;
      }
    }
    return true;
  }

  private static String beginning(byte[] bytes) {
    List<String> hex = new ArrayList<>();
    for (int i = 0; i < Math.min(8, bytes.length); i++) {
      hex.add("%02x".formatted(bytes[i]));
    }
    return String.join(" ", hex);
  }
}
