package hongyan.geo.files;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * GeoJSON: a FeatureCollection, a Feature or a bare geometry. The member {@code crs} of the form
 * before RFC 7946 is read, since desktop programs still write it.
 */
final class GeoJsonFile {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxTokenCount(FileLimits.TOKENS).build())
                  .build())
          .build();

  private final List<RawFile.Feature> features = new ArrayList<>();
  private @Nullable String crs;

  private GeoJsonFile() {}

  static RawFile read(byte[] bytes) {
    GeoJsonFile file = new GeoJsonFile();
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableFile("broken-geojson", "no GeoJSON object");
      }
      file.readRoot(parser);
      if (parser.nextToken() != null) {
        throw new UnreadableFile(
            "broken-geojson",
            "something follows the object in line " + parser.currentTokenLocation().getLineNr());
      }
    } catch (StreamConstraintsException e) {
      throw new UnreadableFile(
          "too-many-points", "more than is taken: %,d points".formatted(FileLimits.POINTS), e);
    } catch (JacksonException e) {
      throw new UnreadableFile(
          "broken-geojson",
          "no JSON: %s (line %d, column %d)"
              .formatted(
                  e.getOriginalMessage(),
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr()),
          e);
    }
    return new RawFile(FileFormat.GEOJSON, file.crs, file.features);
  }

  private void readRoot(JsonParser parser) {
    int line = parser.currentTokenLocation().getLineNr();
    var root = MAPPER.createObjectNode();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("features") && value == JsonToken.START_ARRAY) {
        readFeatures(parser);
      } else {
        root.set(name, parser.<JsonNode>readValueAsTree());
      }
    }
    crs = root.path("crs").path("properties").path("name").asString(null);
    switch (root.path("type").asString("")) {
      case "FeatureCollection" -> {}
      case "Feature" -> add(root, line);
      default -> features.add(new RawFile.Feature(1, line, MissingNode.getInstance(), root));
    }
  }

  private void readFeatures(JsonParser parser) {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int line = parser.currentTokenLocation().getLineNr();
      add(parser.<JsonNode>readValueAsTree(), line);
      if (features.size() > FileLimits.FEATURES) {
        throw new UnreadableFile(
            "too-many-features", "more than %,d features".formatted(FileLimits.FEATURES));
      }
    }
  }

  private void add(JsonNode feature, int line) {
    features.add(
        new RawFile.Feature(
            features.size() + 1, line, feature.path("properties"), feature.path("geometry")));
  }
}
