package hongyan.service.engine;

import hongyan.pipelines.job.MonitoringJob;
import hongyan.service.log.LogAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.springframework.stereotype.Component;

/**
 * How many records are on the log that the pipelines have not taken in for good yet. They say how
 * far they are with each checkpoint, so the figure is at most a checkpoint too high. At none, what
 * waits for a beat may still come: an alert over the hours of several stations some seconds later.
 */
@Component
public class Backlog implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 4_000;

  private final Admin admin;

  Backlog(LogAddress log) {
    // Who asks how far the work is must not wait for a log that is away.
    this.admin =
        Admin.create(
            log.connection()
                .client(
                    Map.of(
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS)));
  }

  /** Throws {@link IllegalStateException} when the log does not say. */
  public long records() {
    try {
      Map<TopicPartition, ListOffsetsResultInfo> ends = ends();
      Map<TopicPartition, Long> done = done();
      return ends.entrySet().stream()
          .mapToLong(end -> end.getValue().offset() - done.getOrDefault(end.getKey(), 0L))
          .sum();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the log does not say how far the pipelines are", e);
    }
  }

  private Map<TopicPartition, ListOffsetsResultInfo> ends()
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> latest =
        admin.describeTopics(MonitoringJob.SOURCES).allTopicNames().get().values().stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(part -> new TopicPartition(topic.name(), part.partition())))
            .collect(Collectors.toMap(Function.identity(), part -> OffsetSpec.latest()));
    return admin.listOffsets(latest).all().get();
  }

  private Map<TopicPartition, Long> done() throws InterruptedException, ExecutionException {
    Map<TopicPartition, Long> done = new HashMap<>();
    for (String topic : MonitoringJob.SOURCES) {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin
              .listConsumerGroupOffsets(MonitoringJob.group(topic))
              .partitionsToOffsetAndMetadata()
              .get();
      committed.forEach((part, offset) -> done.put(part, offset == null ? 0 : offset.offset()));
    }
    return done;
  }

  /**
   * Forgets how far the pipelines said they were: for a start without a checkpoint, which makes
   * everything of the log anew.
   */
  void beginAnew() {
    List<String> groups = MonitoringJob.SOURCES.stream().map(MonitoringJob::group).toList();
    admin.deleteConsumerGroups(groups).deletedGroups().values().forEach(Backlog::await);
  }

  private static void await(KafkaFuture<Void> deletion) {
    try {
      deletion.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw new IllegalStateException("the log keeps how far the pipelines were", e);
      }
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
