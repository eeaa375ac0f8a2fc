package hongyan.pipelines.series;

import hongyan.pipelines.records.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** The text form of a place in a list: the sort keys of the last item of the page before. */
final class Cursor {

  private Cursor() {}

  static String of(Object... keys) {
    byte[] json = Json.MAPPER.writeValueAsBytes(keys);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
  }

  static List<Object> parse(String cursor, int keys) {
    try {
      String json = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<Object> values = Json.MAPPER.readValue(json, new TypeReference<List<Object>>() {});
      if (values.size() == keys && values.stream().allMatch(Cursor::isKey)) {
        return values;
      }
    } catch (IllegalArgumentException | JacksonException e) {
      throw new IllegalArgumentException("cursor: not one of this list", e);
    }
    throw new IllegalArgumentException("cursor: not one of this list");
  }

  private static boolean isKey(Object value) {
    return value instanceof String || value instanceof Long || value instanceof Integer;
  }
}
