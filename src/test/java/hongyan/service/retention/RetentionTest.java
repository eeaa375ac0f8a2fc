package hongyan.service.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hongyan.geo.zones.Placement;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.records.Deletion;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.attachments.Attachment;
import hongyan.service.attachments.AttachmentSettings;
import hongyan.service.attachments.AttachmentStore;
import hongyan.service.attachments.Photos;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.database.ServiceDatabase;
import hongyan.service.errors.Conflict;
import hongyan.service.log.LogFixture;
import hongyan.service.log.RecordLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

@OnBothDatabases
class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final Instant SIX_YEARS_AGO = Instant.parse("2020-11-22T00:00:00Z");

  @TempDir private Path folder;
  private AttachmentStore attachments;
  private TombstoneStore tombstones;
  private SeriesStore series;

  @BeforeEach
  void open() {
    attachments =
        new AttachmentStore(
            folder.resolve("attachments"),
            new AttachmentSettings(DataSize.ofMegabytes(1), 3, 1_000_000, 2));
    tombstones = new TombstoneStore(ServiceDatabase.in(folder).jdbc());
    series = SeriesStore.open(folder.resolve("series.db"));
  }

  @Test
  void deletesWhatWasKeptLongEnoughAndKeepsItsHash() throws IOException {
    Attachment photo = photo(SIX_YEARS_AGO);
    refer(photo, SIX_YEARS_AGO);
    Tombstone stone = retention(any -> false).deleteAttachment(photo.sha256(), "li", "到期");
    assertThat(attachments.find(photo.sha256())).isEmpty();
    assertThat(stone)
        .extracting(Tombstone::sha256, Tombstone::who, Tombstone::reason, Tombstone::rule)
        .containsExactly(photo.sha256(), "li", "到期", "kept for 5 years");
    assertThat(tombstones.findAttachment(photo.sha256())).contains(stone);
    assertThatThrownBy(() -> retention(any -> false).deleteAttachment(photo.sha256(), "li", "x"))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void keepsWhatIsYoungerOrReferredToLately() throws IOException {
    Attachment young = photo(NOW.minusSeconds(86_400));
    assertKept(young, any -> false);
    Attachment old = photo(SIX_YEARS_AGO);
    refer(old, NOW.minusSeconds(86_400));
    assertKept(old, any -> false);
  }

  @Test
  void keepsWhatIsStillInUse() throws IOException {
    Attachment photo = photo(SIX_YEARS_AGO);
    refer(photo, SIX_YEARS_AGO);
    assertKept(photo, Set.of("f-1")::contains);
  }

  @Test
  void cannotBeSetToLessThanFiveYears() {
    assertThatThrownBy(() -> new RetentionSettings(4)).hasMessageContaining("at least 5");
  }

  @Test
  void shortensTheLogAndLeavesATombstone() {
    try (LogFixture broker = LogFixture.start(folder.resolve("log"))) {
      broker
          .log()
          .append(
              List.of(
                  new RecordLog.Entry("forecasts", "a", "1"),
                  new RecordLog.Entry("forecasts", "b", "2")));
      Clock later = Clock.fixed(Instant.now().plusSeconds(6L * 366 * 86_400), ZoneOffset.UTC);
      Retention retention =
          new Retention(
              new RetentionSettings(5),
              attachments,
              series,
              new LogRange(broker.address()),
              broker.log(),
              tombstones,
              any -> false,
              later);
      Instant tooYoung = later.instant().minusSeconds(86_400);
      assertThatThrownBy(() -> retention.deleteRecords("forecasts", tooYoung, "li", "x"))
          .isInstanceOf(Conflict.class);
      List<Tombstone> stones =
          retention.deleteRecords("forecasts", Instant.now().plusSeconds(60), "li", "到期");
      assertThat(stones)
          .singleElement()
          .extracting(Tombstone::topic, Tombstone::from, Tombstone::to)
          .containsExactly("forecasts", 0L, 2L);
      assertThat(tombstones.covers("forecasts", 0, 1)).isTrue();
      assertThat(tombstones.covers("forecasts", 0, 2)).isFalse();
      assertThat(new LogRange(broker.address()).before("forecasts", Instant.now().plusSeconds(60)))
          .isEmpty();
      retention.deleteRecords("forecasts", SIX_YEARS_AGO, "li", "once more");
      assertThat(tombstones.list()).as("nothing left to delete").hasSize(1);
      assertThat(decisions(broker))
          .extracting(Deletion::topic, Deletion::who, Deletion::reason)
          .containsExactly(tuple("forecasts", "li", "到期"), tuple("forecasts", "li", "once more"));
    }
  }

  /** What the pipelines read. */
  private static List<Deletion> decisions(LogFixture broker) {
    TopicPartition partition = new TopicPartition("deletions", 0);
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.address().bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<Deletion> read = new ArrayList<>();
      while (consumer.position(partition)
          < consumer.endOffsets(List.of(partition)).get(partition)) {
        consumer
            .poll(Duration.ofSeconds(1))
            .forEach(record -> read.add(Json.MAPPER.readValue(record.value(), Deletion.class)));
      }
      return read;
    }
  }

  private void assertKept(Attachment photo, Predicate<String> isInUse) {
    assertThatThrownBy(() -> retention(isInUse).deleteAttachment(photo.sha256(), "li", "x"))
        .isInstanceOf(Conflict.class);
    assertThat(attachments.find(photo.sha256())).isPresent();
    assertThat(tombstones.list()).isEmpty();
  }

  private Retention retention(Predicate<String> isInUse) {
    return new Retention(
        new RetentionSettings(5),
        attachments,
        series,
        null,
        null,
        tombstones,
        isInUse,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private Attachment photo(Instant stored) throws IOException {
    Attachment photo =
        attachments.keep(attachments.receive(new ByteArrayInputStream(Photos.png())));
    Files.setLastModifiedTime(photo.file(), FileTime.from(stored));
    return photo;
  }

  private void refer(Attachment photo, Instant received) {
    Receipt receipt = new Receipt("http", received, null, "0".repeat(64), 1, "{}", 0);
    Finding finding =
        new Finding(
            "f-1",
            "net",
            received,
            null,
            "431103",
            null,
            null,
            null,
            null,
            "patrol",
            "",
            null,
            null,
            receipt,
            List.of(photo.sha256()),
            null,
            null,
            null,
            null);
    series.findings().write(List.of(new PlacedFinding(finding, Placement.UNKNOWN)));
  }
}
