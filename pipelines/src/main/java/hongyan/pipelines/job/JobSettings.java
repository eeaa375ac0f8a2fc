package hongyan.pipelines.job;

import hongyan.pipelines.records.LogConnection;
import hongyan.pipelines.series.SeriesAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the job reads and writes.
 *
 * @param log where the log is
 * @param series where the series store is
 * @param city folder name of the city, for example {@code yongzhou}
 * @param dateOfEffect first day of the regulation (yyyy-MM-dd), or null for the one of the law
 *     folder
 * @param checkpointMillis time between checkpoints
 * @param local what the mini cluster of a process has to be told, or null on a Flink cluster, which
 *     knows it
 */
public record JobSettings(
    LogConnection log,
    SeriesAddress series,
    String city,
    @Nullable String dateOfEffect,
    long checkpointMillis,
    @Nullable Local local) {

  /** How often the product makes checkpoints, wherever the job runs. */
  public static final long CHECKPOINT_MILLIS = 5_000;

  /**
   * What a Flink cluster says by its own settings and at each submission.
   *
   * @param checkpoints folder of the checkpoints
   * @param restoreFrom folder of the checkpoint or savepoint to go on from, or null for none
   * @param parallelism 1 or more
   */
  public record Local(Path checkpoints, @Nullable Path restoreFrom, int parallelism) {}
}
