package hongyan.geo.place;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes GeoJSON feature collections apart. What the properties mean is the caller's. */
public final class GeoJson {

  static final JsonMapper MAPPER = JsonMapper.builder().build();

  private GeoJson() {}

  /** One feature: its properties, and its geometry as text. */
  public record Feature(JsonNode properties, String geometry) {}

  /**
   * Returns the features in the order of the file; does not close the stream.
   *
   * @throws IllegalArgumentException if it is no feature collection
   */
  public static List<Feature> listFeatures(InputStream in) {
    JsonNode root;
    try {
      root = MAPPER.readTree(in);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + reason(e), e);
    }
    if (!root.path("type").asString("").equals("FeatureCollection")
        || !root.path("features").isArray()) {
      throw new IllegalArgumentException("not a GeoJSON FeatureCollection");
    }
    List<Feature> features = new ArrayList<>();
    for (JsonNode feature : root.get("features")) {
      features.add(new Feature(feature.path("properties"), feature.path("geometry").toString()));
    }
    return features;
  }

  /** What is wrong and where, without the source text that the library appends. */
  static String reason(JacksonException e) {
    return "%s (line %d, column %d)"
        .formatted(
            e.getOriginalMessage(), e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }
}
