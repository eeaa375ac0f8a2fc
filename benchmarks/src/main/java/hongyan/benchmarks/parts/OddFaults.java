package hongyan.benchmarks.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** What is done to the disk, the clock and the log, instead of to a process. */
final class OddFaults {
  private static final long FULL_SECONDS = 20;
  private static final long WRONG_MILLIS = 3_000;
  private static final Duration FILLING = Duration.ofMinutes(5);

  private OddFaults() {}

  /**
   * The disk of the state folder is full for a while; then it is given more room. A process that
   * ended for it is started again.
   *
   * @param disk a file system in memory, mounted for this
   */
  static Fault fullDisk(Path disk) {
    return Fault.of(
        "disk of the state folder full",
        layout -> {
          long end = System.nanoTime() + FILLING.toNanos();
          while (disk.toFile().getUsableSpace() > 256 * 1024) {
            if (System.nanoTime() > end) {
              throw new IllegalStateException("the load does not fill the disk: make it smaller");
            }
            Thread.sleep(100);
          }
          Thread.sleep(FULL_SECONDS * 1_000);
          command("mount", "-o", "remount,size=4g", disk.toString());
          long over = System.nanoTime();
          Thread.sleep(Fault.RESTART_MILLIS);
          if (!layout.process("service").isAlive()) {
            layout.restart("service");
          }
          return over;
        });
  }

  /**
   * The clock goes a day forward, then a day back, some seconds each, shorter than the sending
   * takes; the service is killed and started again while it is wrong, and only then it is right.
   *
   * @param whose the clock is that jumps
   * @param time the file that tells the processes by how much their clock is wrong
   */
  static Fault jumpingClock(String whose, Path time) {
    return Fault.of(
        "clock of " + whose + " +1 d, -1 d, kill -9, right again",
        layout -> {
          for (Duration wrong : List.of(Duration.ofDays(1), Duration.ofDays(-1))) {
            Files.writeString(time, String.valueOf(wrong.toMillis()));
            Thread.sleep(WRONG_MILLIS);
          }
          long over = Fault.kill("service").strike(layout);
          Thread.sleep(WRONG_MILLIS);
          Files.writeString(time, "0");
          return over;
        });
  }

  /**
   * Returns the variables by which a Java process gets its clock from {@code time}.
   *
   * @param target the folder of the benchmarks' own output, in which the agent's jar is
   */
  static Map<String, String> clockFrom(Path time, Path target) throws IOException {
    Files.writeString(time, "0");
    Path agent = target.resolve("benchmarks.jar").toAbsolutePath();
    return Map.of("JAVA_TOOL_OPTIONS", "-javaagent:%s=%s".formatted(agent, time));
  }

  /** Bytes that are no record, written to the log past the doors. */
  static Fault poison(String bootstrapServers) {
    return Fault.of(
        "poison records on the log",
        layout ->
            write(
                bootstrapServers,
                List.of("", "no JSON", "{\"station\":", "null", "{}", "[1,2]", "\u0000\u0001"),
                null));
  }

  /** Whole records of a form that is newer than what the product knows. */
  static Fault future(String bootstrapServers) {
    return Fault.of(
        "records of a schema from the future",
        layout ->
            write(
                bootstrapServers,
                List.of(
                    "{\"schema\":99,\"station\":\"LOAD-00\",\"amount\":{\"is\":\"elsewhere\"}}"),
                "99"));
  }

  private static long write(String bootstrapServers, List<String> values, @Nullable String schema) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, bytes, bytes)) {
      for (String topic : List.of("readings", "occurrences", "findings", "alerts", "rejects")) {
        for (String value : values) {
          var record =
              new ProducerRecord<byte[], byte[]>(topic, value.getBytes(StandardCharsets.UTF_8));
          if (schema != null) {
            record.headers().add("schema", schema.getBytes(StandardCharsets.UTF_8));
          }
          producer.send(record);
        }
      }
    }
    return System.nanoTime();
  }

  private static void command(String... command) throws IOException, InterruptedException {
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + " failed");
    }
  }
}
