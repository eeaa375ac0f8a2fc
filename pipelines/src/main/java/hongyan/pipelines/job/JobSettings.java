package hongyan.pipelines.job;

import hongyan.pipelines.series.SeriesAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the job reads, writes and keeps its checkpoints.
 *
 * @param bootstrapServers the log, as Kafka's property of that name
 * @param series where the series store is
 * @param city folder name of the city, for example {@code yongzhou}
 * @param checkpoints folder of the checkpoints
 * @param restoreFrom folder of the checkpoint or savepoint to go on from, or null for none
 * @param parallelism 1 or more
 * @param checkpointMillis time between checkpoints
 * @param dateOfEffect first day of the regulation (yyyy-MM-dd), or null for the one of the law
 *     folder
 */
public record JobSettings(
    String bootstrapServers,
    SeriesAddress series,
    String city,
    Path checkpoints,
    @Nullable Path restoreFrom,
    int parallelism,
    long checkpointMillis,
    @Nullable String dateOfEffect) {}
