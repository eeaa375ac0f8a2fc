package hongyan.service.retention;

import hongyan.service.log.LogAddress;
import hongyan.service.log.LogUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/** The oldest part of a topic of the log. A log can only be shortened from its beginning. */
public final class LogRange {
  private final LogAddress address;

  /** Records of one partition: offsets from (inclusive) to (exclusive). */
  record Range(int partition, long from, long to) {}

  public LogRange(LogAddress address) {
    this.address = address;
  }

  /** Lists what the log wrote before that moment, of each partition that has any. */
  List<Range> before(String topic, Instant moment) {
    try (Admin admin = admin()) {
      var description = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
      List<Range> ranges = new java.util.ArrayList<>();
      for (var info : description.partitions()) {
        TopicPartition partition = new TopicPartition(topic, info.partition());
        long from = offset(admin, partition, OffsetSpec.earliest());
        long next = offset(admin, partition, OffsetSpec.forTimestamp(moment.toEpochMilli()));
        long to = next < 0 ? offset(admin, partition, OffsetSpec.latest()) : next;
        if (to > from) {
          ranges.add(new Range(info.partition(), from, to));
        }
      }
      return ranges;
    } catch (InterruptedException | ExecutionException e) {
      throw unavailable(e);
    }
  }

  void delete(String topic, Range range) {
    try (Admin admin = admin()) {
      TopicPartition partition = new TopicPartition(topic, range.partition());
      admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(range.to()))).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw unavailable(e);
    }
  }

  private static long offset(Admin admin, TopicPartition partition, OffsetSpec spec)
      throws InterruptedException, ExecutionException {
    ListOffsetsResultInfo info =
        admin.listOffsets(Map.of(partition, spec)).partitionResult(partition).get();
    return info.offset();
  }

  private Admin admin() {
    return Admin.create(address.connection().client(Map.of()));
  }

  private static LogUnavailable unavailable(Exception e) {
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return new LogUnavailable("the log cannot be shortened: " + e.getMessage(), e);
  }
}
