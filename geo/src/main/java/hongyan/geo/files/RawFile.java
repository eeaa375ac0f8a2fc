package hongyan.geo.files;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A file taken apart, its coordinates still as they were written.
 *
 * @param declared what the file says of its coordinates: WKT, a code, or null where it says nothing
 */
record RawFile(FileFormat format, @Nullable String declared, List<Feature> features) {

  RawFile {
    features = List.copyOf(features);
  }

  /**
   * One feature.
   *
   * @param number its place in the file, from 1
   * @param line where it begins in a file of text, else null
   * @param geometry a GeoJSON geometry in the file's own coordinates; missing where it has none
   */
  record Feature(int number, @Nullable Integer line, JsonNode properties, JsonNode geometry) {}
}
