package hongyan.service.publicreports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names the fields of a bird record as the public form has them. */
final class SightingWords {
  private static final Map<String, String> WORDS =
      Map.of(
          "scientificName", "species",
          "eventDate", "time",
          "decimalLongitude", "position",
          "decimalLatitude", "position",
          "geodeticDatum", "datum",
          "individualCount", "count");

  private SightingWords() {}

  static String of(@Nullable String field) {
    return field == null ? "report" : WORDS.getOrDefault(field, field);
  }
}
