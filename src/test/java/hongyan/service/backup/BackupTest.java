package hongyan.service.backup;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.service.cli.Commands;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a small state folder; the whole program does it in {@code BackupIT}. */
class BackupTest {
  private static final String PHOTO = "attachments/ab/ab12";
  private static final FileTime TAKEN = FileTime.from(Instant.parse("2019-10-22T01:00:00Z"));

  @TempDir private Path folder;
  private Path state;
  private Path backup;
  private Path restored;

  /** What a command ended with, and all that it said. */
  private record Ended(int code, String said) {}

  @BeforeEach
  void makeAStateFolder() throws Exception {
    state = folder.resolve("state");
    backup = folder.resolve("backup");
    restored = folder.resolve("restored");
    for (String file :
        List.of(
            "chain-key.pem",
            "identity-keys.json",
            "second-factor-key",
            "admin-token",
            PHOTO,
            "attachments/incoming/half",
            "log/meta.properties",
            "series.db",
            "checkpoints/chk-1/_metadata",
            "lock",
            "hongyan.log",
            "hongyan.properties")) {
      Files.createDirectories(state.resolve(file).getParent());
      Files.writeString(state.resolve(file), "what " + file + " holds");
    }
    Files.setLastModifiedTime(state.resolve(PHOTO), TAKEN);
    for (String database : List.of("service.db", "chain.db")) {
      try (Connection connection = open(state.resolve(database));
          Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("CREATE TABLE kept (n INTEGER)");
        statement.execute("CREATE TABLE position (n INTEGER)");
      }
    }
  }

  @Test
  void bringsBackEverythingThatCannotBeMadeAgainForItsOwnerAlone() throws Exception {
    assertThat(run("backup", "--state", state, "--to", backup).code()).isZero();
    assertThat(run("restore", "--from", backup, "--state", restored).code()).isZero();
    try (var files = Files.walk(restored)) {
      List<String> names =
          files
              .filter(Files::isRegularFile)
              .map(file -> restored.relativize(file).toString())
              .sorted()
              .toList();
      assertThat(names)
          .containsExactly(
              "admin-token",
              PHOTO,
              "chain-key.pem",
              "chain.db",
              "hongyan.properties",
              "identity-keys.json",
              "log/meta.properties",
              "second-factor-key",
              "service.db");
    }
    assertThat(restored.resolve(PHOTO)).hasSameBinaryContentAs(state.resolve(PHOTO));
    assertThat(Files.getLastModifiedTime(restored.resolve(PHOTO))).isEqualTo(TAKEN);
    for (Path place : List.of(backup, restored)) {
      assertThat(mode(place)).isEqualTo("rwx------");
      assertThat(mode(place.resolve("attachments"))).isEqualTo("rwx------");
      assertThat(mode(place.resolve("service.db"))).isEqualTo("rw-------");
      assertThat(mode(place.resolve("chain-key.pem"))).isEqualTo("rw-------");
    }
  }

  @Test
  void takesADatabaseOfOneMomentWhileOthersWriteToIt() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> writeUntil(enough));
    try {
      assertThat(run("backup", "--state", state, "--to", backup).code()).isZero();
    } finally {
      enough.set(true);
      writer.join();
    }
    try (Connection connection = open(backup.resolve("service.db"));
        Statement statement = connection.createStatement();
        ResultSet counts =
            statement.executeQuery(
                "SELECT (SELECT count(*) FROM kept), (SELECT count(*) FROM position)")) {
      assertThat(counts.next()).isTrue();
      assertThat(counts.getLong(1)).isEqualTo(counts.getLong(2));
    }
  }

  private void writeUntil(AtomicBoolean enough) {
    try (Connection connection = open(state.resolve("service.db"));
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      while (!enough.get()) {
        statement.execute("INSERT INTO kept VALUES (1)");
        statement.execute("INSERT INTO position VALUES (1)");
        connection.commit();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void keysThatWereKeptApartAreWantedBack() throws Exception {
    Path keys = folder.resolve("keys");
    run("backup", "--state", state, "--to", backup, "--keys", keys);
    assertThat(keys.resolve("identity-keys.json")).exists();
    assertThat(backup.resolve("identity-keys.json")).doesNotExist();

    Ended without = run("restore", "--from", backup, "--state", restored);
    assertThat(without.code()).isEqualTo(1);
    assertThat(without.said()).contains("admin-token").contains("--keys");
    assertThat(restored).doesNotExist();

    run("restore", "--from", backup, "--keys", keys, "--state", restored);
    assertThat(restored.resolve("identity-keys.json"))
        .hasSameTextualContentAs(state.resolve("identity-keys.json"));
  }

  @Test
  void refusesABackupThatIsNotWhatWasWrittenAndNamesTheFile() throws Exception {
    run("backup", "--state", state, "--to", backup);
    byte[] photo = Files.readAllBytes(backup.resolve(PHOTO));
    byte[] changed = photo.clone();
    changed[3] ^= 1;

    Files.write(backup.resolve(PHOTO), changed);
    assertRefused(PHOTO, "SHA-256");
    Files.write(backup.resolve(PHOTO), new byte[] {1});
    assertRefused(PHOTO, "1 bytes");
    Files.delete(backup.resolve(PHOTO));
    assertRefused(PHOTO, "missing");
    Files.write(backup.resolve(PHOTO), photo);
    Files.writeString(backup.resolve("slipped-in"), "x");
    assertRefused("slipped-in", "manifest");
    Files.delete(backup.resolve("slipped-in"));
    Path manifest = backup.resolve(Manifest.NAME);
    Files.writeString(manifest, Files.readString(manifest).replace(PHOTO, "../" + PHOTO));
    assertRefused("../" + PHOTO, "no path within");
    Files.delete(manifest);
    assertRefused(Manifest.NAME, "no backup");
  }

  private void assertRefused(String... said) throws IOException {
    Ended ended = run("restore", "--from", backup, "--state", restored);
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said()).contains(said);
    assertThat(restored).doesNotExist();
  }

  @Test
  void saysWhenItIsCalledWrongly() throws Exception {
    Files.createDirectories(folder.resolve("full/x"));
    assertWrong("no state folder", "backup", "--state", folder.resolve("full"), "--to", backup);
    assertWrong("no state folder", "backup", "--state", folder.resolve("none"), "--to", backup);
    assertWrong("not an empty", "backup", "--state", state, "--to", folder.resolve("full"));
    assertWrong("within the state", "backup", "--state", state, "--to", state.resolve("b"));
    assertWrong("the same folder", "backup", "--state", state, "--to", backup, "--keys", backup);
    run("backup", "--state", state, "--to", backup);
    assertWrong("not an empty", "restore", "--from", backup, "--state", folder.resolve("full"));
    assertWrong("no folder", "restore", "--from", folder.resolve("none"), "--state", restored);
  }

  private void assertWrong(String said, Object... arguments) throws IOException {
    Ended ended = run(arguments);
    assertThat(ended.said()).contains(said);
    assertThat(ended.code()).isEqualTo(2);
  }

  @Test
  void saysWhichPartsLieOutsideAndLeavesTheirLeftoversAlone() throws Exception {
    Path settings = folder.resolve("hongyan.properties");
    Files.writeString(
        settings,
        """
        hongyan.log=kafka-1:9092
        hongyan.database.url=jdbc:postgresql://db/hongyan_service
        hongyan.series.influx.url=http://influx:8086
        """);
    Ended ended = run("backup", "--state", state, "--to", backup, "--config", settings);
    assertThat(ended.code()).isZero();
    assertThat(ended.said()).contains("pg_dump", "influxd backup", "mirroring");
    assertThat(backup.resolve("chain.db")).exists();
    assertThat(backup.resolve("service.db")).doesNotExist();
    assertThat(backup.resolve("log")).doesNotExist();
    assertThat(Manifest.read(backup).outside())
        .containsExactly("hongyan.database.url", "hongyan.series.influx.url", "hongyan.log");
  }

  @Test
  void noServiceStartsOnABackupOrOnHalfARestoredFolder() throws Exception {
    run("backup", "--state", state, "--to", backup);
    Ended onBackup = run("serve", "--port", "0", "--state", backup);
    assertThat(onBackup.code()).isEqualTo(1);
    assertThat(onBackup.said()).contains("hongyan restore");
    Files.createFile(state.resolve(StateContents.RESTORING));
    assertThat(run("serve", "--port", "0", "--state", state).said()).contains("not finished");
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static Connection open(Path database) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + database + "?busy_timeout=10000");
  }

  private static Ended run(Object... arguments) throws IOException {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setOut(both);
      System.setErr(both);
      String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
      int code = Commands.run(Object.class, words);
      return new Ended(code, said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
