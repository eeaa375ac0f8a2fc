package hongyan.pipelines.records;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * How every client of the program gets to the log. Travels with the job, so it holds what its tasks
 * need to log in.
 *
 * @param bootstrapServers as Kafka's property of that name
 * @param properties further ones of Kafka by their own names: {@code security.protocol}, {@code
 *     sasl.*}, {@code ssl.*}
 */
public record LogConnection(String bootstrapServers, Map<String, String> properties)
    implements Serializable {
  private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

  public LogConnection {
    properties = Map.copyOf(properties);
  }

  /** Returns the connection to a log that asks for nothing more than its address. */
  public static LogConnection plain(String bootstrapServers) {
    return new LogConnection(bootstrapServers, Map.of());
  }

  /** Returns the settings of one client: its own, and those of this connection. */
  public Map<String, Object> client(Map<String, ?> own) {
    Map<String, Object> all = new HashMap<>(own);
    all.putAll(properties);
    all.put(BOOTSTRAP_SERVERS, bootstrapServers);
    return all;
  }

  /** Returns {@link #properties()} as Flink's connector takes them. */
  public Properties asProperties() {
    Properties all = new Properties();
    all.putAll(properties);
    return all;
  }

  /** Without the properties, among which are passwords. */
  @Override
  public String toString() {
    return bootstrapServers;
  }
}
