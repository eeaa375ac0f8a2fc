package hongyan.service.replay;

import hongyan.geo.place.Position;
import hongyan.pipelines.records.Json;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** A GeoJSON feature collection, read one feature at a time. */
final class Features {
  /** Features follow one another, so what comes after one is no fault. */
  private static final ObjectReader FEATURE =
      Json.MAPPER.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Features() {}

  /** Gives each member of {@code features} to {@code each}; throws JacksonException if broken. */
  static void read(InputStream in, Consumer<JsonNode> each) {
    try (JsonParser parser = Json.MAPPER.createParser(in)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean features = parser.currentName().equals("features");
        if (parser.nextToken() == JsonToken.START_ARRAY && features) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            JsonNode feature = FEATURE.readValue(parser);
            each.accept(feature);
          }
        } else {
          parser.skipChildren();
        }
      }
    }
  }

  /** Returns a property as text, whatever its type; empty for null and for none. */
  static String text(JsonNode feature, String property) {
    JsonNode value = feature.path("properties").path(property);
    return value.isNull() || value.isMissingNode() ? "" : value.asString();
  }

  /** Returns the position of a point, or null when it has none. */
  static @Nullable Position position(JsonNode feature) {
    JsonNode coordinates = feature.path("geometry").path("coordinates");
    if (!coordinates.path(0).isNumber() || !coordinates.path(1).isNumber()) {
      return null;
    }
    return NationalFeed.position(coordinates.get(0).asString(), coordinates.get(1).asString());
  }
}
