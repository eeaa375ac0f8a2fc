package hongyan.pipelines.air;

import hongyan.pipelines.records.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reading the data files of this module, strictly: a misspelt or missing key is a bad setup. */
public final class DataFile {
  private static final JsonMapper STRICT =
      Json.MAPPER
          .rebuild()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private DataFile() {}

  /**
   * Returns the content of a resource.
   *
   * @param path from the root of the class path, for example {@code /air/standards.json}
   * @throws IllegalStateException when it is missing or not of that form; names the file
   */
  public static <T> T read(String path, Class<T> type) {
    return parse(path, text(path), type);
  }

  /**
   * Returns the text of a resource.
   *
   * @throws IllegalStateException when it is missing; names the file
   */
  public static String text(String path) {
    try (InputStream in = DataFile.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  /**
   * Returns the content of a text that stands for the resource {@code path}.
   *
   * @throws IllegalStateException when it is not of that form; names the file
   */
  public static <T> T parse(String path, String text, Class<T> type) {
    try {
      return STRICT.readValue(text, type);
    } catch (JacksonException e) {
      throw new IllegalStateException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }
}
