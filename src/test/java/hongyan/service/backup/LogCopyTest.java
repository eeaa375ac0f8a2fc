package hongyan.service.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.pipelines.records.Topics;
import hongyan.service.log.LogFixture;
import hongyan.service.log.RecordLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCopyTest {
  private static final String SEGMENT = "00000000000000000000.log";
  private static final LongConsumer NOBODY = bytes -> {};

  @TempDir private Path folder;

  @Test
  void aBrokerOnTheCopyHasWhatWasAcknowledgedBeforeAndTakesMore() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    AtomicInteger acknowledged = new AtomicInteger();
    int before;
    List<Manifest.Partition> copied;
    try (LogFixture log = LogFixture.start(folder.resolve("log"))) {
      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(
              () -> {
                while (!enough.get()) {
                  append(log, acknowledged.get());
                  acknowledged.incrementAndGet();
                }
              });
      while (acknowledged.get() < 200) {
        Thread.onSpinWait();
      }
      before = acknowledged.get();
      copied = copy(NOBODY);
      enough.set(true);
      writer.join();
    }
    Manifest.Partition alerts = partition(copied, Topics.ALERTS);
    try (LogFixture log = LogFixture.start(folder.resolve("copy/log"))) {
      List<String> found = read(log, Topics.ALERTS);
      assertThat(found).startsWith(keys(before)).doesNotHaveDuplicates();
      assertThat(alerts.to()).isEqualTo(found.size()).isEqualTo(alerts.records());
      // A record that goes in under a producer's id that is in use would be taken for known.
      assertThat(append(log, 1_000_000)).isEqualTo(alerts.to() + 1);
      assertThat(read(log, Topics.ALERTS)).hasSize(found.size() + 1).endsWith("alert-1000000");
      assertThat(read(log, Topics.REFERENCE))
          .as("what alerts refer to is copied after them")
          .contains("station/" + (found.size() - 1));
    }
  }

  private static long append(LogFixture log, int number) {
    log.log().append(List.of(new RecordLog.Entry(Topics.REFERENCE, "station/" + number, number)));
    return log.log().append(List.of(new RecordLog.Entry(Topics.ALERTS, "alert-" + number, number)));
  }

  private static String[] keys(int number) {
    return IntStream.range(0, number).mapToObj(i -> "alert-" + i).toArray(String[]::new);
  }

  private static List<String> read(LogFixture log, String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", log.address().bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      List<String> keys = new ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> keys.add(record.key()));
      }
      return keys;
    }
  }

  @Test
  void leavesOutWhatWouldLetABrokerTrustFilesThatItHasNotRead() throws Exception {
    segment("findings-0", "a", "b");
    for (String name :
        List.of(
            ".kafka_cleanshutdown",
            "recovery-point-offset-checkpoint",
            "replication-offset-checkpoint",
            "meta.properties",
            "findings-0/00000000000000000000.index",
            "findings-0/00000000000000000000.timeindex",
            "findings-0/00000000000000000000.log.deleted",
            "findings-0/leader-epoch-checkpoint")) {
      Files.writeString(folder.resolve("log").resolve(name), "x");
    }
    copy(NOBODY);
    Path copy = folder.resolve("copy/log");
    try (Stream<Path> files = Files.walk(copy)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> copy.relativize(file).toString()))
          .containsExactlyInAnyOrder(
              "meta.properties", "findings-0/leader-epoch-checkpoint", "findings-0/" + SEGMENT);
    }
  }

  @Test
  void copiesAPartitionAgainWhoseFileWasExchangedMeanwhile() throws Exception {
    segment("reference-0", "a", "b", "c");
    AtomicBoolean exchanged = new AtomicBoolean();
    List<Manifest.Partition> copied =
        copy(
            bytes -> {
              if (!exchanged.getAndSet(true)) {
                compact("reference-0", "c");
              }
            });
    assertThat(partition(copied, "reference").records()).isEqualTo(1);
    assertThat(folder.resolve("copy/log/reference-0").resolve(SEGMENT))
        .hasSameBinaryContentAs(folder.resolve("log/reference-0").resolve(SEGMENT));
  }

  @Test
  void cutsABatchThatWasBeingWritten() throws Exception {
    Path segment = segment("findings-0", "a", "b");
    byte[] whole = Files.readAllBytes(segment);
    Files.write(segment, Arrays.copyOf(whole, 40), StandardOpenOption.APPEND);
    assertThat(partition(copy(NOBODY), "findings").records()).isEqualTo(2);
    assertThat(folder.resolve("copy/log/findings-0").resolve(SEGMENT)).hasBinaryContent(whole);
  }

  @Test
  void refusesALogOfWhichARecordIsNotWhatWasWritten() throws Exception {
    Path segment = segment("findings-0", "a", "b");
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length - 2] ^= 1;
    Files.write(segment, bytes);
    assertThatThrownBy(() -> copy(NOBODY))
        .isInstanceOf(BackupFault.class)
        .hasMessageContaining("findings-0/" + SEGMENT);
  }

  private List<Manifest.Partition> copy(LongConsumer moved) throws IOException, BackupFault {
    Path copy = folder.resolve("copy");
    return new LogCopy(folder.resolve("log"), new BackupFolder(copy, copy, moved)).copy();
  }

  private static Manifest.Partition partition(List<Manifest.Partition> all, String topic) {
    return all.stream().filter(one -> one.topic().equals(topic)).findFirst().orElseThrow();
  }

  private Path segment(String partition, String... values) throws IOException {
    Path file = folder.resolve("log").resolve(partition).resolve(SEGMENT);
    Files.createDirectories(file.getParent());
    write(file, values);
    return file;
  }

  private static void write(Path file, String... values) throws IOException {
    try (FileRecords records = FileRecords.open(file.toFile(), true)) {
      for (int offset = 0; offset < values.length; offset++) {
        byte[] value = values[offset].getBytes(StandardCharsets.UTF_8);
        records.append(
            MemoryRecords.withRecords(offset, Compression.NONE, new SimpleRecord(value)));
      }
    }
  }

  /** As the broker does it: the new file under another name, then in place of the old one. */
  private void compact(String partition, String... values) {
    Path file = folder.resolve("log").resolve(partition).resolve(SEGMENT);
    try {
      write(file.resolveSibling(SEGMENT + ".cleaned"), values);
      Files.move(file, file.resolveSibling(SEGMENT + ".deleted"));
      Files.move(file.resolveSibling(SEGMENT + ".cleaned"), file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
