package hongyan.service.log;

import hongyan.pipelines.records.LogConnection;
import java.nio.file.Path;

/** A log in this process with all its topics. */
public final class LogFixture implements AutoCloseable {
  private final LogAddress address;
  private final KafkaRecordLog log;

  private LogFixture(LogAddress address) {
    this.address = address;
    this.log = new KafkaRecordLog(address.connection());
  }

  public static LogFixture start(Path folder) {
    LogAddress address = LogAddress.inProcess(EmbeddedBroker.start(folder));
    new LogTopics("test", address.connection()).open();
    return new LogFixture(address);
  }

  /** Returns a log outside, once it has all its topics. */
  public static LogFixture outside(LogConnection connection) {
    new LogTopics("hongyan.log", connection).open();
    return new LogFixture(LogAddress.outside(connection));
  }

  public LogAddress address() {
    return address;
  }

  public RecordLog log() {
    return log;
  }

  @Override
  public void close() {
    log.close();
    address.close();
  }
}
