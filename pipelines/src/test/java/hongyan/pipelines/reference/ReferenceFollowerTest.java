package hongyan.pipelines.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.geo.city.City;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.RecordFixtures;
import hongyan.pipelines.records.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferenceFollowerTest {

  private static final TopicPartition PARTITION = new TopicPartition(Topics.REFERENCE, 0);

  private MockConsumer<String, @Nullable String> log;
  private ReferenceFollower follower;

  @BeforeEach
  void startOnALogOfTwoRecords() {
    log = new MockConsumer<>("earliest");
    var node = new Node(1, "localhost", 9092);
    log.updatePartitions(
        Topics.REFERENCE,
        List.of(
            new PartitionInfo(Topics.REFERENCE, 0, node, new Node[] {node}, new Node[] {node})));
    log.updateBeginningOffsets(Map.of(PARTITION, 0L));
    log.updateEndOffsets(Map.of(PARTITION, 2L));
    follower =
        new ReferenceFollower("a log in memory", () -> log, City.open("yongzhou").counties());
    add(0, "A");
    add(1, "B");
  }

  @AfterEach
  void close() {
    follower.close();
  }

  @Test
  void readsWhatTheLogHeldAtStart() {
    follower.awaitStart();
    assertThat(follower.state().end()).isEqualTo(2);
    assertThat(follower.state().reference().findStation("B")).isPresent();
  }

  @Test
  void waitsForWhatARecordNeeds() throws Exception {
    follower.awaitStart();
    var needed = CompletableFuture.supplyAsync(() -> follower.await(3));
    add(2, "C");
    assertThat(needed.get(20, TimeUnit.SECONDS).findStation("C")).isPresent();
  }

  @Test
  void passesOverARecordThatIsNone() {
    follower.awaitStart();
    log.schedulePollTask(
        () -> log.addRecord(new ConsumerRecord<>(Topics.REFERENCE, 0, 2, "station/D", "nonsense")));
    add(3, "E");
    Reference reference = follower.await(4);
    assertThat(reference.findStation("D")).isEmpty();
    assertThat(reference.findStation("E")).isPresent();
  }

  @Test
  void keepsADayOfDustUntilItIsTakenOffTheList() {
    follower.awaitStart();
    addRaw(2, "dust-day/2024-03-28", Json.MAPPER.writeValueAsString(dustDay("2024-03-28")));
    addRaw(3, "dust-day/2024-03-29", "{\"date\": \"29 March\", \"document\": \"list\"}");
    assertThat(follower.await(4).dustDays()).containsExactly(dustDay("2024-03-28"));
    assertThat(follower.await(4).findDustDay("2024-03-28")).isPresent();
    addRaw(4, "dust-day/2024-03-28", null);
    assertThat(follower.await(5).dustDays()).isEmpty();
  }

  private static DustDay dustDay(String date) {
    return new DustDay(date, "list of 2024", null);
  }

  private void addRaw(long offset, String key, @Nullable String json) {
    log.schedulePollTask(
        () -> log.addRecord(new ConsumerRecord<>(Topics.REFERENCE, 0, offset, key, json)));
  }

  @Test
  void saysSoWhenTheLogCannotBeFollowed() {
    follower.awaitStart();
    log.setPollException(new KafkaException("the disk is gone"));
    assertThatThrownBy(() -> follower.await(9))
        .isInstanceOf(ReferenceBehindException.class)
        .hasMessageContaining("a log in memory")
        .hasRootCauseMessage("the disk is gone");
  }

  private void add(long offset, String station) {
    String json =
        Json.MAPPER.writeValueAsString(
            new Station(station, station, "air", RecordFixtures.RIDGE, null));
    log.schedulePollTask(
        () ->
            log.addRecord(
                new ConsumerRecord<>(Topics.REFERENCE, 0, offset, "station/" + station, json)));
  }
}
