package hongyan.pipelines.series;

import hongyan.pipelines.records.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The text form of a place in a list: the sort keys of the last item of the page before. */
final class Cursor {

  /** What a sort key is: a database compares no number with a text. */
  enum Key {
    NUMBER,
    TEXT;

    Object of(JsonNode value) {
      if (this == NUMBER && value.canConvertToLong() && value.isIntegralNumber()) {
        return value.longValue();
      }
      if (this == TEXT && value.isString()) {
        return value.stringValue();
      }
      throw new IllegalArgumentException(value + " is no " + this);
    }
  }

  private Cursor() {}

  static String of(Object... keys) {
    byte[] json = Json.MAPPER.writeValueAsBytes(keys);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
  }

  /** Returns the sort keys, which are of these kinds: numbers as long, texts as they are. */
  static List<Object> parse(String cursor, Key... keys) {
    try {
      String json = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      JsonNode values = Json.MAPPER.readTree(json);
      if (values.isArray() && values.size() == keys.length) {
        return IntStream.range(0, keys.length).mapToObj(i -> keys[i].of(values.get(i))).toList();
      }
    } catch (IllegalArgumentException | JacksonException e) {
      throw new IllegalArgumentException("cursor: not one of this list", e);
    }
    throw new IllegalArgumentException("cursor: not one of this list");
  }
}
