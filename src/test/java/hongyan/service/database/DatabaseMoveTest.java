package hongyan.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hongyan.pipelines.series.PostgresServer;
import hongyan.service.settings.SettingFault;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseMoveTest {
  @TempDir private Path folder;
  private JdbcClient file;
  private String url;
  private DatabaseSettings settings;

  @BeforeEach
  void fillAFile() {
    file = ServiceDatabase.sqlite(folder).jdbc();
    url = PostgresServer.shared().createDatabase();
    settings = new DatabaseSettings(url, PostgresServer.USER, PostgresServer.PASSWORD);
    file.sql(
            """
            INSERT INTO alert (id, kind, grade, conduct, time, raised_at, lon, lat, authorised,
              supported, state, content, change_no)
            VALUES ('v-1', 'violation', 'A', 'net', 1, 2, 111.62, 26.42, 0, 1, 'new', '{"名":"网"}', 1)
            """)
        .update();
    file.sql("INSERT INTO alert_zone (alert_id, zone) VALUES ('v-1', '蓝山鸟道')").update();
    for (String note : List.of("first", "second", "third\0")) {
      file.sql("INSERT INTO identity_opening (what, at, who, reason) VALUES ('v-1', 3, '李', :note)")
          .param("note", note)
          .update();
    }
  }

  @Test
  void bringsEveryRowOfEveryTable() throws Exception {
    Map<String, Long> rows = DatabaseMove.run(folder, settings);
    assertThat(rows)
        .containsEntry("alert", 1L)
        .containsEntry("alert_zone", 1L)
        .containsEntry("identity_opening", 3L)
        .containsEntry("account", 0L);
    assertThat(folder.resolve("service.db")).doesNotExist();
    assertThat(folder.resolve(DatabaseMove.MOVED)).exists();
    JdbcClient moved = ServiceDatabase.client(url);
    assertThat(
            moved
                .sql("SELECT authorised, supported, lon, content FROM alert")
                .query()
                .singleRow()
                .values())
        .containsExactly(false, true, 111.62, "{\"名\":\"网\"}");
    assertThat(
            moved.sql("SELECT reason FROM identity_opening ORDER BY id").query(String.class).list())
        .containsExactly("first", "second", "third␀");
  }

  @Test
  void doesNotGiveANumberAgainThatSqliteHadGiven() throws Exception {
    ServiceDatabase.dropTrigger(file, "identity_opening_is_kept", "identity_opening");
    file.sql("DELETE FROM identity_opening WHERE id = 3").update();
    DatabaseMove.run(folder, settings);
    long next =
        ServiceDatabase.client(url)
            .sql(
                "INSERT INTO identity_opening (what, at, who, reason) VALUES ('v', 4, '李', 'x')"
                    + " RETURNING id")
            .query(Long.class)
            .single();
    assertThat(next).isEqualTo(4);
  }

  @Test
  void movesAllOrNothing() {
    file.sql("INSERT INTO alert_zone (alert_id, zone) VALUES ('of-no-alert', 'a')").update();
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> DatabaseMove.run(folder, settings))
        .withMessageContaining("of-no-alert");
    assertThat(folder.resolve("service.db")).exists();
    assertThat(
            ServiceDatabase.client(url)
                .sql("SELECT count(*) FROM alert")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void doesNotWriteToADatabaseThatWasUsed() throws Exception {
    DatabaseMove.run(folder, settings);
    ServiceDatabase.sqlite(folder);
    assertThatExceptionOfType(SettingFault.class)
        .isThrownBy(() -> DatabaseMove.run(folder, settings))
        .withMessageContaining("hongyan.database.url")
        .withMessageContaining("alert");
    assertThat(folder.resolve("service.db")).exists();
  }
}
