package hongyan.pipelines.job;

import hongyan.pipelines.records.LogConnection;
import hongyan.pipelines.series.InfluxAddress;
import hongyan.pipelines.series.SeriesAddress;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the job on a Flink cluster, in a file of properties: the same keys as the
 * service's, without {@code hongyan.}. A file, because Flink shows the arguments of a job to
 * whoever may see its page, and passwords are among the settings.
 */
final class JobFile {
  private static final String LOG = "log";
  private static final String CITY = "city";
  private static final String DATE_OF_EFFECT = "date-of-effect";
  private static final String DATABASE = "series.database";
  private static final String USER = "series.user";
  private static final String PASSWORD = "series.password";
  private static final String INFLUX_URL = "series.influx.url";
  private static final String INFLUX_DATABASE = "series.influx.database";
  private static final String INFLUX_USER = "series.influx.user";
  private static final String INFLUX_PASSWORD = "series.influx.password";
  private static final Set<String> KNOWN =
      Set.of(
          LOG,
          CITY,
          DATE_OF_EFFECT,
          DATABASE,
          USER,
          PASSWORD,
          INFLUX_URL,
          INFLUX_DATABASE,
          INFLUX_USER,
          INFLUX_PASSWORD);

  /** Before the name of a property of Kafka. */
  private static final String KAFKA = "kafka.";

  private final Path file;
  private final Properties properties;

  private JobFile(Path file, Properties properties) {
    this.file = file;
    this.properties = properties;
  }

  /**
   * Reads the file (UTF-8).
   *
   * @throws IllegalArgumentException when a key is missing or not known, which it names
   * @throws IOException when the file cannot be read
   */
  static JobSettings read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new JobFile(file, properties).settings();
  }

  private JobSettings settings() {
    Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
    unknown.removeIf(key -> KNOWN.contains(key) || key.startsWith(KAFKA));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: unknown %s; known are %s and %s*"
              .formatted(file, unknown, new TreeSet<>(KNOWN), KAFKA));
    }
    return new JobSettings(
        new LogConnection(wanted(LOG), kafka()),
        new SeriesAddress(wanted(DATABASE), find(USER), find(PASSWORD), influx()),
        wanted(CITY),
        find(DATE_OF_EFFECT),
        JobSettings.CHECKPOINT_MILLIS,
        null);
  }

  private @Nullable InfluxAddress influx() {
    boolean named = properties.stringPropertyNames().stream().anyMatch(k -> k.contains(".influx."));
    return named
        ? new InfluxAddress(
            wanted(INFLUX_URL), wanted(INFLUX_DATABASE), find(INFLUX_USER), find(INFLUX_PASSWORD))
        : null;
  }

  private Map<String, String> kafka() {
    return properties.stringPropertyNames().stream()
        .filter(key -> key.startsWith(KAFKA))
        .collect(Collectors.toMap(key -> key.substring(KAFKA.length()), properties::getProperty));
  }

  private String wanted(String key) {
    String value = find(key);
    if (value == null) {
      throw new IllegalArgumentException("%s: %s is missing".formatted(file, key));
    }
    return value;
  }

  private @Nullable String find(String key) {
    String value = properties.getProperty(key);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
