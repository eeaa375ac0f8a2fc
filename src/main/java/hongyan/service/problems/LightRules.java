package hongyan.service.problems;

import hongyan.pipelines.records.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * When a light turns yellow, from {@code inspection/lights.json}.
 *
 * @param source where the rule comes from
 */
public record LightRules(String version, String source, Light.Rule problems, Light.Rule targets) {
  private static final String FILE = "/inspection/lights.json";

  static LightRules load() {
    try (InputStream in = LightRules.class.getResourceAsStream(FILE)) {
      return Json.MAPPER.readValue(in, LightRules.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE, unreadable);
    }
  }
}
