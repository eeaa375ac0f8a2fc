package hongyan.benchmarks;

import hongyan.geo.city.City;
import hongyan.geo.place.Position;
import hongyan.geo.zones.Zone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The peers of placing: JTS as its own documentation has it, the slow way and the quick way. */
final class JtsPlace {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** What a point lies in. */
  record Found(@Nullable String county, List<String> zones) {}

  private record Area(String id, boolean isCounty, Geometry polygon, PreparedGeometry prepared) {}

  private final List<Area> areas = new ArrayList<>();
  private final STRtree tree = new STRtree();

  private JtsPlace() {}

  static JtsPlace of(City city, List<Zone> zones) {
    JtsPlace place = new JtsPlace();
    try (var in = city.resource("counties.geojson")) {
      for (JsonNode feature : new JsonMapper().readTree(in).get("features")) {
        String adcode = feature.at("/properties/adcode").asString();
        place.add(adcode, true, feature.get("geometry").toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    zones.forEach(zone -> place.add(zone.id(), false, zone.geometry()));
    place.tree.build();
    return place;
  }

  private void add(String id, boolean isCounty, String geojson) {
    try {
      Geometry polygon = new GeoJsonReader(FACTORY).read(geojson);
      Area area = new Area(id, isCounty, polygon, PreparedGeometryFactory.prepare(polygon));
      areas.add(area);
      tree.insert(polygon.getEnvelopeInternal(), area);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks every polygon. */
  Found loop(Position position) {
    return collect(position, areas, (area, point) -> area.polygon().contains(point));
  }

  /** Asks an index first, then polygons that were prepared for being asked often. */
  @SuppressWarnings("unchecked") // STRtree knows no types; only areas are put in
  Found prepared(Position position) {
    Point point = point(position);
    List<Area> near = tree.query(point.getEnvelopeInternal());
    return collect(position, near, (area, asked) -> area.prepared().contains(asked));
  }

  private static Found collect(
      Position position, List<Area> asked, BiPredicate<Area, Point> contains) {
    Point point = point(position);
    String county = null;
    List<String> zones = new ArrayList<>(4);
    for (Area area : asked) {
      if (contains.test(area, point)) {
        if (area.isCounty()) {
          county = area.id();
        } else {
          zones.add(area.id());
        }
      }
    }
    zones.sort(null);
    return new Found(county, zones);
  }

  private static Point point(Position position) {
    return FACTORY.createPoint(new Coordinate(position.lon(), position.lat()));
  }
}
