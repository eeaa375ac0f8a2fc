package hongyan.pipelines.job;

import hongyan.pipelines.records.LogConnection;
import hongyan.pipelines.records.LogRecord;
import hongyan.pipelines.records.LogReject;
import hongyan.pipelines.records.UnreadableRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the records of a topic. The doors write only whole ones, but other writers may reach the
 * log, and newer programs may have: what cannot be read is counted ({@code unreadable}), written to
 * the topic of rejects, and passed over. It stays on the log as it is.
 *
 * <p>Rejects are written here and not by a sink of their own: a sink for each topic would keep as
 * many producers open for what hardly ever comes. No checkpoint completes before they are durable.
 */
@NullUnmarked
final class ReadRecords<T extends Record> extends RichFlatMapFunction<LogRecord, T>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ReadRecords.class);

  private final LogConnection log;
  private final Class<T> type;
  private transient Counter unreadable;
  private transient RejectTopic rejects;

  ReadRecords(LogConnection log, Class<T> type) {
    this.log = log;
    this.type = type;
  }

  @Override
  public void open(OpenContext context) {
    unreadable = getRuntimeContext().getMetricGroup().counter("unreadable");
  }

  @Override
  public void flatMap(LogRecord record, Collector<T> out) {
    T value;
    try {
      value = record.read(type);
    } catch (UnreadableRecord fault) {
      passOver(record, fault);
      return;
    }
    out.collect(value);
  }

  private void passOver(LogRecord record, UnreadableRecord fault) {
    unreadable.inc();
    LOG.warn("{}: {}: {}", record.place(), fault.rule(), fault.why());
    if (rejects == null) {
      rejects = new RejectTopic(log);
    }
    rejects.write(LogReject.of(record, fault));
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    if (rejects != null) {
      rejects.flush();
    }
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {
    // None: how far the log was read is the source's.
  }

  @Override
  public void close() {
    if (rejects != null) {
      rejects.close();
      rejects = null;
    }
  }
}
