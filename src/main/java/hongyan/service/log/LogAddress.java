package hongyan.service.log;

import org.jspecify.annotations.Nullable;

/** Where the log is. Owns the broker of this process where there is one, and ends it last. */
public final class LogAddress implements AutoCloseable {
  private final String bootstrapServers;
  private final @Nullable EmbeddedBroker broker;

  private LogAddress(String bootstrapServers, @Nullable EmbeddedBroker broker) {
    this.bootstrapServers = bootstrapServers;
    this.broker = broker;
  }

  static LogAddress inProcess(EmbeddedBroker broker) {
    return new LogAddress(broker.bootstrapServers(), broker);
  }

  public static LogAddress outside(String bootstrapServers) {
    return new LogAddress(bootstrapServers, null);
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  @Override
  public void close() {
    if (broker != null) {
      broker.close();
    }
  }
}
