package hongyan.service.log;

import hongyan.pipelines.records.LogConnection;
import org.jspecify.annotations.Nullable;

/** Where the log is. Owns the broker of this process where there is one, and ends it last. */
public final class LogAddress implements AutoCloseable {
  private final LogConnection connection;
  private final @Nullable EmbeddedBroker broker;

  private LogAddress(LogConnection connection, @Nullable EmbeddedBroker broker) {
    this.connection = connection;
    this.broker = broker;
  }

  static LogAddress inProcess(EmbeddedBroker broker) {
    return new LogAddress(LogConnection.plain(broker.bootstrapServers()), broker);
  }

  public static LogAddress outside(LogConnection connection) {
    return new LogAddress(connection, null);
  }

  /** Returns what every client of the log is opened with. */
  public LogConnection connection() {
    return connection;
  }

  public String bootstrapServers() {
    return connection.bootstrapServers();
  }

  @Override
  public void close() {
    if (broker != null) {
      broker.close();
    }
  }
}
