package hongyan.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.series.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The migrations of PostgreSQL make what those of SQLite make. */
class MigrationTwinsTest {
  private static final Set<String> FLYWAY = Set.of("flyway_schema_history", "sqlite_sequence");

  @Test
  void everyMigrationHasATwinOfTheSameName() throws IOException {
    assertThat(files("postgresql")).isEqualTo(files("sqlite")).isNotEmpty();
  }

  @Test
  void makesTheSameTablesColumnsAndKeys(@TempDir Path folder) throws SQLException {
    try (Connection postgresql = postgresql();
        Connection sqlite = ServiceDatabase.sqlite(folder).source().getConnection()) {
      Map<String, Set<String>> twin = tables(postgresql, "public");
      assertThat(twin.keySet()).contains("alert", "audit", "problem").hasSizeGreaterThan(20);
      assertThat(twin).isEqualTo(tables(sqlite, null));
    }
  }

  @Test
  void keepsTheSameTablesFromBeingChanged(@TempDir Path folder) throws SQLException {
    try (Connection postgresql = postgresql();
        Connection sqlite = ServiceDatabase.sqlite(folder).source().getConnection()) {
      Set<String> guards = names(sqlite, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
      assertThat(guards).hasSizeGreaterThan(20);
      // That a table cannot be emptied at once either has to be said in PostgreSQL only.
      assertThat(
              names(
                  postgresql,
                  "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
                      + " AND tgname NOT LIKE '%is_whole'"))
          .isEqualTo(guards);
      assertThat(names(postgresql, "SELECT tgname FROM pg_trigger WHERE tgname LIKE '%is_whole'"))
          .isEqualTo(
              guards.stream()
                  .filter(name -> name.endsWith("_is_kept"))
                  .map(name -> name.replace("_is_kept", "_is_whole"))
                  .collect(Collectors.toSet()));
    }
  }

  @Test
  void takesAFileThatWasMadeWhenTheMigrationsLayInOneFolder(@TempDir Path folder)
      throws IOException {
    Path former = Files.createDirectories(folder.resolve("db/migration"));
    for (Resource file : resources("sqlite")) {
      Files.write(former.resolve(String.valueOf(file.getFilename())), file.getContentAsByteArray());
    }
    String url = "jdbc:sqlite:" + folder.resolve("service.db");
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("filesystem:" + former)
        .load()
        .migrate();
    var now =
        Flyway.configure()
            .dataSource(url, null, null)
            .locations("classpath:db/migration/sqlite")
            .load();
    now.validate();
    assertThat(now.migrate().migrationsExecuted).isZero();
  }

  private static Connection postgresql() throws SQLException {
    return DriverManager.getConnection(
        ServiceDatabase.createDatabase(), PostgresServer.USER, PostgresServer.PASSWORD);
  }

  private static Set<String> files(String dialect) throws IOException {
    return Stream.of(resources(dialect))
        .map(Resource::getFilename)
        .map(String::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Resource[] resources(String dialect) throws IOException {
    return new PathMatchingResourcePatternResolver()
        .getResources("classpath:db/migration/%s/*.sql".formatted(dialect));
  }

  private static Map<String, Set<String>> tables(Connection connection, String schema)
      throws SQLException {
    DatabaseMetaData all = connection.getMetaData();
    Map<String, Set<String>> tables = new TreeMap<>();
    try (ResultSet rows = all.getTables(null, schema, "%", new String[] {"TABLE", "VIEW"})) {
      while (rows.next()) {
        String table = rows.getString("TABLE_NAME");
        if (!FLYWAY.contains(table)) {
          tables.put(table, new TreeSet<>());
        }
      }
    }
    for (Map.Entry<String, Set<String>> table : tables.entrySet()) {
      describe(all, schema, table.getKey(), table.getValue());
    }
    return tables;
  }

  private static void describe(DatabaseMetaData all, String schema, String table, Set<String> parts)
      throws SQLException {
    Set<String> keys = new TreeSet<>();
    try (ResultSet rows = all.getPrimaryKeys(null, schema, table)) {
      while (rows.next()) {
        keys.add(rows.getString("COLUMN_NAME"));
        parts.add("key " + rows.getString("COLUMN_NAME"));
      }
    }
    try (ResultSet rows = all.getColumns(null, schema, table, "%")) {
      while (rows.next()) {
        String name = rows.getString("COLUMN_NAME");
        boolean mayLack = "YES".equals(rows.getString("IS_NULLABLE")) && !keys.contains(name);
        parts.add("column %s%s".formatted(name, mayLack ? "?" : ""));
      }
    }
    try (ResultSet rows = all.getIndexInfo(null, schema, table, false, false)) {
      while (rows.next()) {
        if (!keys.contains(rows.getString("COLUMN_NAME"))) {
          String kind = rows.getBoolean("NON_UNIQUE") ? "index " : "unique ";
          parts.add(kind + rows.getString("COLUMN_NAME"));
        }
      }
    }
    try (ResultSet rows = all.getImportedKeys(null, schema, table)) {
      while (rows.next()) {
        parts.add(
            "%s is of %s"
                .formatted(rows.getString("FKCOLUMN_NAME"), rows.getString("PKTABLE_NAME")));
      }
    }
  }

  private static Set<String> names(Connection connection, String sql) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
