package hongyan.geo.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file of thresholds from the class path into a record of its fields. */
public final class Sheet {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private Sheet() {}

  /**
   * Reads the file, for example {@code zones/footprint.json}.
   *
   * @throws IllegalStateException naming the file and what is wrong with it
   */
  public static <T extends Record> T read(String file, Class<T> type) {
    try (InputStream in = Sheet.class.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw new IllegalStateException(file + ": missing from the class path");
      }
      return MAPPER.readValue(in, type);
    } catch (JacksonException e) {
      throw new IllegalStateException(file + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
