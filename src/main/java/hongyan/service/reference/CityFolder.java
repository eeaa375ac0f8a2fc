package hongyan.service.reference;

import hongyan.geo.city.City;
import hongyan.geo.law.Permit;
import hongyan.geo.place.Position;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.reference.Device;
import hongyan.pipelines.reference.Station;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** The stations, devices and permits that a city's folder begins with. */
final class CityFolder {
  private final City city;

  CityFolder(City city) {
    this.city = city;
  }

  List<Station> stations() {
    return features(
        "stations.geojson",
        feature ->
            new Station(
                text(feature, "id"),
                text(feature, "name"),
                text(feature, "kind"),
                position(feature),
                textOrNull(feature, "role")));
  }

  List<Device> devices() {
    return features(
        "devices.geojson",
        feature ->
            new Device(
                text(feature, "id"),
                text(feature, "name"),
                text(feature, "kind"),
                position(feature),
                textOrNull(feature, "station"),
                numberOrNull(feature, "gpsErrorMetres")));
  }

  List<Permit> permits() {
    return read(
        "permits.json", in -> Json.MAPPER.readValue(in, new TypeReference<List<Permit>>() {}));
  }

  private <T> List<T> features(String file, Function<JsonNode, T> reader) {
    return read(
        file,
        in ->
            StreamSupport.stream(Json.MAPPER.readTree(in).get("features").spliterator(), false)
                .map(reader)
                .toList());
  }

  private <T> T read(String file, Function<InputStream, T> reader) {
    try (InputStream in = city.resource(file)) {
      return reader.apply(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "%s of the city %s cannot be read: %s".formatted(file, city.name(), e.getMessage()), e);
    }
  }

  private static String text(JsonNode feature, String property) {
    return feature.get("properties").get(property).asString();
  }

  private static @Nullable String textOrNull(JsonNode feature, String property) {
    JsonNode value = feature.get("properties").get(property);
    return value == null || value.isNull() ? null : value.asString();
  }

  private static @Nullable Double numberOrNull(JsonNode feature, String property) {
    JsonNode value = feature.get("properties").get(property);
    return value == null || value.isNull() ? null : value.asDouble();
  }

  private static Position position(JsonNode feature) {
    JsonNode coordinates = feature.get("geometry").get("coordinates");
    return new Position(coordinates.get(0).asDouble(), coordinates.get(1).asDouble());
  }
}
