package hongyan.pipelines.job;

import hongyan.pipelines.series.SeriesAddress;
import hongyan.pipelines.series.SeriesStore;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes one kind of record to the series store, in batches. Everything is in the store before a
 * checkpoint is complete; what is replayed after one is written again to the same rows. So each
 * record is there exactly once.
 */
final class SeriesSink<T> implements Sink<T> {

  private static final long serialVersionUID = 1L;
  private static final int BATCH = 5_000;
  private static final long LATEST_MILLIS = 250;

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
    return new Writer<>(SeriesStore.open(address), write, context.getProcessingTimeService());
  }

  private static final class Writer<T> implements SinkWriter<T> {

    private final SeriesStore store;
    private final Write<T> write;
    private final ProcessingTimeService clock;
    private final List<T> batch = new ArrayList<>();
    private boolean timed;

    Writer(SeriesStore store, Write<T> write, ProcessingTimeService clock) {
      this.store = store;
      this.write = write;
      this.clock = clock;
    }

    @Override
    public void write(T element, Context context) {
      batch.add(element);
      if (batch.size() >= BATCH) {
        writeBatch();
      } else if (!timed) {
        timed = true;
        clock.registerTimer(clock.getCurrentProcessingTime() + LATEST_MILLIS, time -> onTimer());
      }
    }

    @Override
    public void flush(boolean endOfInput) {
      writeBatch();
    }

    @Override
    public void close() {
      store.close();
    }

    private void onTimer() {
      timed = false;
      writeBatch();
    }

    private void writeBatch() {
      if (!batch.isEmpty()) {
        write.write(store, batch);
        batch.clear();
      }
    }
  }
}
