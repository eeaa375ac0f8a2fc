package hongyan.service.log;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** When the newest record was written to the log, by the clock of who wrote it. */
public final class NewestOnLog {

  private NewestOnLog() {}

  /** Returns the moment, or nothing for an empty log. */
  public static Optional<Instant> find(LogAddress log) {
    try (Admin admin = Admin.create(log.connection().client(Map.of()))) {
      Map<TopicPartition, OffsetSpec> asked =
          admin
              .describeTopics(LogTopic.ALL.stream().map(LogTopic::name).toList())
              .allTopicNames()
              .get()
              .values()
              .stream()
              .flatMap(
                  topic ->
                      topic.partitions().stream()
                          .map(part -> new TopicPartition(topic.name(), part.partition())))
              .collect(Collectors.toMap(Function.identity(), part -> OffsetSpec.maxTimestamp()));
      return admin.listOffsets(asked).all().get().values().stream()
          .map(ListOffsetsResultInfo::timestamp)
          .filter(timestamp -> timestamp >= 0)
          .max(Long::compare)
          .map(Instant::ofEpochMilli);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the log does not say what it holds", e.getCause());
    }
  }
}
