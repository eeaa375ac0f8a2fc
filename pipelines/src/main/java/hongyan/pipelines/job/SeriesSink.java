package hongyan.pipelines.job;

import hongyan.pipelines.series.SeriesAddress;
import hongyan.pipelines.series.SeriesException;
import hongyan.pipelines.series.SeriesStore;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one kind of record to the series store, in batches. Everything is in the store before a
 * checkpoint is complete; what is replayed after one is written again to the same rows. So each
 * record is there exactly once.
 *
 * <p>A store that does not answer is tried again for a minute with growing pauses, in which nothing
 * more is taken: the pressure reaches the sources, and no record is dropped. A database is back
 * from a restart in seconds, and going on from here costs one batch; a restart of the job would
 * stop all sinks, and read again what came since the last checkpoint. After that minute, or at once
 * when the store says that what it was given is wrong, the job restarts from its checkpoint all the
 * same, as often as it takes: then the fault may be on this machine, and shows as restarts.
 */
final class SeriesSink<T> implements Sink<T> {

  private static final long serialVersionUID = 1L;
  private static final int BATCH = 5_000;
  private static final long LATEST_MILLIS = 250;
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final Logger LOG = LoggerFactory.getLogger(SeriesSink.class);

  /** Writes a batch to its table. */
  interface Write<T> extends Serializable {
    void write(SeriesStore store, List<T> batch);
  }

  private final SeriesAddress address;
  private final Write<T> write;

  /**
   * @param address of the store
   */
  SeriesSink(SeriesAddress address, Write<T> write) {
    this.address = address;
    this.write = write;
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    return new Writer<>(
        SeriesStore.open(address),
        write,
        context.getProcessingTimeService(),
        context.metricGroup().addGroup("series"));
  }

  private static final class Writer<T> implements SinkWriter<T> {

    private final SeriesStore store;
    private final Write<T> write;
    private final ProcessingTimeService clock;
    private final Counter writes;
    private final Counter written;
    private final Counter writeMillis;
    private final List<T> batch = new ArrayList<>();
    private boolean timed;

    Writer(SeriesStore store, Write<T> write, ProcessingTimeService clock, MetricGroup metrics) {
      this.store = store;
      this.write = write;
      this.clock = clock;
      this.writes = metrics.counter("writes");
      this.written = metrics.counter("written");
      this.writeMillis = metrics.counter("writeMillis");
    }

    @Override
    public void write(T element, Context context) throws InterruptedException {
      batch.add(element);
      if (batch.size() >= BATCH) {
        writeBatch();
      } else if (!timed) {
        timed = true;
        clock.registerTimer(clock.getCurrentProcessingTime() + LATEST_MILLIS, time -> onTimer());
      }
    }

    @Override
    public void flush(boolean endOfInput) throws InterruptedException {
      writeBatch();
    }

    @Override
    public void close() {
      store.close();
    }

    private void onTimer() throws InterruptedException {
      timed = false;
      writeBatch();
    }

    private void writeBatch() throws InterruptedException {
      if (batch.isEmpty()) {
        return;
      }
      long start = System.nanoTime();
      long pause = FIRST_PAUSE_MILLIS;
      while (!isWritten(start)) {
        Thread.sleep(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      }
      batch.clear();
    }

    private boolean isWritten(long start) {
      try {
        long begun = System.nanoTime();
        write.write(store, batch);
        writeMillis.inc((System.nanoTime() - begun) / 1_000_000);
        writes.inc();
        written.inc(batch.size());
        return true;
      } catch (SeriesException e) {
        if (!e.mayPass() || System.nanoTime() - start > PATIENCE_NANOS) {
          throw e;
        }
        LOG.warn("{} records wait to be written: {}", batch.size(), e.getMessage());
        return false;
      }
    }
  }
}
