package hongyan.service.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Receipt;
import hongyan.service.log.LogFixture;
import hongyan.service.log.RecordLog;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain on a real log. */
class ChainFollowerTest {
  @TempDir private Path folder;

  @Test
  void followsTheLogOverRestartsAndNamesWhatNoLongerFits() throws Exception {
    try (LogFixture broker = LogFixture.start(folder.resolve("log"))) {
      LogRecords log = new LogRecords(broker.address());
      Path path = folder.resolve("chain.db");
      try (ChainFile file = ChainFile.open(path)) {
        append(broker.log(), 0, 300);
        follow(broker, file, 300);
      }
      append(broker.log(), 300, 450);
      try (ChainFile file = ChainFile.open(path)) {
        byte[] before = file.root(300);
        follow(broker, file, 450);
        assertThat(file.root(300)).isEqualTo(before);
        Leaf leaf = file.listBySubject(Subjects.number("findings", "f-77")).get(0);
        assertThat(Json.MAPPER.readValue(log.read(List.of(leaf)).get(leaf.index()), Finding.class))
            .isEqualTo(finding(77));
        assertThat(new ChainCheck(file, log).run(any -> false))
            .isEqualTo(new ChainCheck.Result(450, 450, 0, null));
      }
      change(path, "UPDATE leaf SET hash = zeroblob(32) WHERE idx = 123");
      try (ChainFile file = ChainFile.open(path)) {
        assertThat(new ChainCheck(file, log).run(any -> false).firstFault())
            .startsWith("leaf 123: ");
      }
    }
  }

  @Test
  void namesAHeadThatIsNotTheTrees() throws Exception {
    try (LogFixture broker = LogFixture.start(folder.resolve("log"))) {
      ChainFile file = ChainFile.open(folder.resolve("chain.db"));
      append(broker.log(), 0, 5);
      follow(broker, file, 5);
      var key = ChainKey.open(folder.resolve("key.pem"), "hongyan/test");
      var chain = new Chain(file, key, java.time.Clock.systemUTC());
      chain.sign();
      var check = new ChainCheck(file, new LogRecords(broker.address()));
      assertThat(check.run(any -> false).firstFault()).isNull();
      var tree =
          new hongyan.service.evidence.verify.TreeHead(
              "hongyan/test", 3, new byte[32], Instant.EPOCH);
      file.add(tree, null, key.sign(tree.text()).print());
      assertThat(check.run(any -> false).firstFault()).contains("size 3");
    }
  }

  private static void follow(LogFixture broker, ChainFile file, long until) {
    ChainFollower follower = new ChainFollower(broker.address(), List.of("findings"), file);
    follower.start();
    await().untilAsserted(() -> assertThat(file.size()).isEqualTo(until));
    follower.stop();
  }

  private static void append(RecordLog log, int from, int to) {
    List<RecordLog.Entry> entries = new ArrayList<>();
    for (int i = from; i < to; i++) {
      entries.add(new RecordLog.Entry("findings", "f-" + i, finding(i)));
    }
    log.append(entries);
  }

  private static Finding finding(int number) {
    Instant time = Instant.parse("2026-11-22T00:00:00Z").plusSeconds(number);
    Receipt receipt =
        new Receipt("http", time, null, "0".repeat(64), 1, "{\"n\":" + number + "}", 0);
    return new Finding(
        "f-" + number,
        "net",
        time,
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
        receipt);
  }

  private static void change(Path file, String sql) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
