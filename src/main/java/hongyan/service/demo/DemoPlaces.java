package hongyan.service.demo;

import hongyan.geo.city.City;
import hongyan.geo.place.County;
import hongyan.geo.place.Position;
import hongyan.geo.zones.ZoneIndex;
import hongyan.geo.zones.ZoneKind;
import hongyan.pipelines.records.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The stations and devices that the generator plays on.
 *
 * @param permitted ids of stations in a zone where a permit allows ringing
 */
record DemoPlaces(List<DemoSite> sites, List<DemoDevice> devices, Set<String> permitted) {

  /**
   * Reads the city's folder: a station of kind {@code air} measures six pollutants, one of kind
   * {@code both} has a sensor; a zone that covers a bird station says what birds it has.
   *
   * @param at the moment whose zones count
   */
  static DemoPlaces of(City city, Instant at) {
    ZoneIndex zones = ZoneIndex.of(city.zones());
    Set<String> permittedZones = permittedZones(city);
    List<DemoSite> sites = new ArrayList<>();
    Set<String> permitted = new TreeSet<>();
    for (JsonNode station : tree(city, "stations.geojson").path("features")) {
      Position position = position(station);
      JsonNode about = station.path("properties");
      String id = about.path("id").asString();
      String county = city.counties().covering(position).map(County::adcode).orElse("");
      sites.add(
          new DemoSite(
              id,
              about.path("name").asString(),
              position,
              air(about),
              about.path("kind").asString().equals("air") ? null : birds(zones, position, at),
              county));
      if (zones.covering(position, at).stream().anyMatch(z -> permittedZones.contains(z.id()))) {
        permitted.add(id);
      }
    }
    return new DemoPlaces(List.copyOf(sites), devices(city), permitted);
  }

  private static List<DemoDevice> devices(City city) {
    List<DemoDevice> devices = new ArrayList<>();
    for (JsonNode device : tree(city, "devices.geojson").path("features")) {
      JsonNode about = device.path("properties");
      String name = about.path("name").asString();
      String kind = about.path("kind").asString();
      devices.add(new DemoDevice(about.path("id").asString(), name, kind, position(device)));
    }
    return List.copyOf(devices);
  }

  private static Set<String> permittedZones(City city) {
    Set<String> zones = new TreeSet<>();
    for (JsonNode permit : tree(city, "permits.json")) {
      if (permit.path("zone").isString()) {
        zones.add(permit.path("zone").asString());
      }
    }
    return zones;
  }

  private static DemoSite.@Nullable Air air(JsonNode about) {
    return switch (about.path("kind").asString()) {
      case "both" -> DemoSite.Air.PASS;
      case "air" ->
          about.path("role").asString("").equals("control")
              ? DemoSite.Air.BACKGROUND
              : DemoSite.Air.TOWN;
      default -> null;
    };
  }

  private static DemoSite.Birds birds(ZoneIndex zones, Position position, Instant at) {
    List<ZoneKind> kinds = zones.covering(position, at).stream().map(zone -> zone.kind()).toList();
    if (kinds.contains(ZoneKind.FLYWAY)) {
      return DemoSite.Birds.PASS;
    }
    return kinds.contains(ZoneKind.HABITAT) ? DemoSite.Birds.WATER : DemoSite.Birds.WOODS;
  }

  private static Position position(JsonNode feature) {
    JsonNode point = feature.path("geometry").path("coordinates");
    return new Position(point.path(0).asDouble(), point.path(1).asDouble());
  }

  private static JsonNode tree(City city, String fileName) {
    try (InputStream in = city.resource(fileName)) {
      return Json.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
