package hongyan.pipelines.series;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The tables of the store, as each database is told to make them. */
final class Schema {

  /** A column that was added to a table that there were stores of. */
  record Column(String table, String name, String definition) {}

  static final List<Column> LATER =
      List.of(
          new Column("occurrence", "verdict", "TEXT"),
          new Column("bird_count", "unknown", "INTEGER NOT NULL DEFAULT 0"));

  private Schema() {}

  /** Returns the statements of a file beside {@code schema.sql}. */
  static List<String> statements(String file) {
    try (InputStream in = Schema.class.getResourceAsStream("/series/" + file)) {
      if (in == null) {
        throw new IllegalStateException("series/" + file + " is not on the class path");
      }
      String bare =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("--"))
              .collect(Collectors.joining("\n"));
      return Arrays.stream(bare.split(";")).filter(sql -> !sql.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
