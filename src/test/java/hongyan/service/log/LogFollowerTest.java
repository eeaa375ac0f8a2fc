package hongyan.service.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hongyan.pipelines.records.LogRecord;
import hongyan.pipelines.records.LogReject;
import hongyan.pipelines.records.Schema;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.records.UnreadableRecord;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.database.ServiceDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service's own readers of the log, on a real broker. */
@OnBothDatabases
class LogFollowerTest {
  @TempDir private Path folder;
  private final List<String> taken = Collections.synchronizedList(new ArrayList<>());

  /** Takes texts that begin with a letter. */
  private final class Texts implements LogReader {
    @Override
    public String topic() {
      return Topics.ALERTS;
    }

    @Override
    public void take(@Nullable String key, LogRecord record) throws UnreadableRecord {
      Schema.check(record.mark());
      String text = new String(record.value(), StandardCharsets.UTF_8);
      if (!Character.isLetter(text.charAt(0))) {
        throw UnreadableRecord.because("no letter");
      }
      taken.add(text);
    }
  }

  @Test
  void passesOverWhatCannotBeReadAndKeepsItOnce() {
    ServiceDatabase database = ServiceDatabase.in(folder);
    try (LogFixture broker = LogFixture.start(folder.resolve("log"));
        RawLog log = new RawLog(broker.address().connection())) {
      log.write(Topics.ALERTS, "1", null, "a, of an earlier release");
      log.write(Topics.ALERTS, "2", "1", "0, poison");
      log.write(Topics.ALERTS, "3", "7", "b, of a later release");
      log.write(Topics.ALERTS, "4", "one", "c, marked by no number");
      log.write(Topics.ALERTS, "5", "1", "d");
      follow(broker, database, "d");
      assertThat(taken).containsExactly("a, of an earlier release", "d");
      assertThat(rules(log))
          .containsExactly(
              UnreadableRecord.UNREADABLE, UnreadableRecord.FUTURE, UnreadableRecord.UNREADABLE);

      log.write(Topics.ALERTS, "6", "1", "e");
      follow(broker, database, "e");
      assertThat(taken).endsWith("d", "e").hasSize(3);
      assertThat(rules(log)).hasSize(3);
    }
  }

  private void follow(LogFixture broker, ServiceDatabase database, String until) {
    LogFollower follower =
        new LogFollower(
            broker.address(),
            List.of(new Texts()),
            broker.log(),
            database.jdbc(),
            database.transaction());
    follower.start();
    await().until(() -> taken.contains(until));
    follower.stop();
  }

  private static List<String> rules(RawLog log) {
    return log.read(Topics.REJECTS).stream()
        .map(LogFollowerTest::reject)
        .map(LogReject::rule)
        .toList();
  }

  private static LogReject reject(LogRecord record) {
    try {
      return record.read(LogReject.class);
    } catch (UnreadableRecord e) {
      throw new AssertionError(e);
    }
  }
}
