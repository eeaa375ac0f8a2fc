package hongyan.service.openapi;

import hongyan.pipelines.records.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A file of the folder {@code openapi}: the page's words are data, not code. */
record OpenApiFile(String name) {

  String text() {
    try (InputStream in = OpenApiFile.class.getResourceAsStream("/openapi/" + name)) {
      return new String(present(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T> T read(Class<T> type) {
    return Json.MAPPER.readValue(text(), type);
  }

  private InputStream present(@Nullable InputStream in) {
    if (in == null) {
      throw new IllegalStateException("openapi/%s is not on the class path".formatted(name));
    }
    return in;
  }
}
