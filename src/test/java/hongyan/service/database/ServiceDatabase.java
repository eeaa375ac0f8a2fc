package hongyan.service.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hongyan.pipelines.series.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The service's database of a test, with all its tables: a file in the test's folder, or in the
 * second run of the tests a database of PostgreSQL that belongs to that folder.
 */
public final class ServiceDatabase {
  private static final String TEMPLATE = "service_template";
  private static final int MOST_OPEN = 6;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** Those of PostgreSQL by folder; the oldest is closed when there are too many. */
  private static final Map<Path, ServiceDatabase> OPEN =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, ServiceDatabase> eldest) {
          boolean tooMany = size() > MOST_OPEN;
          if (tooMany && eldest.getValue().source instanceof HikariDataSource pool) {
            pool.close();
          }
          return tooMany;
        }
      };

  private static boolean hasTemplate;

  private final Dialect dialect;
  private final DataSource source;
  private final Path folder;

  private ServiceDatabase(Dialect dialect, DataSource source, Path folder) {
    this.dialect = dialect;
    this.source = source;
    this.folder = folder;
  }

  /** Returns which database the tests run on. */
  public static Dialect dialectOfTests() {
    return "postgresql".equals(System.getProperty("hongyan.test.database"))
        ? Dialect.POSTGRESQL
        : Dialect.SQLITE;
  }

  /** Opens the database of a folder; opened again it is the same one. */
  public static synchronized ServiceDatabase in(Path folder) {
    return dialectOfTests() == Dialect.SQLITE
        ? sqlite(folder)
        : OPEN.computeIfAbsent(folder.toAbsolutePath(), ServiceDatabase::postgresql);
  }

  static ServiceDatabase sqlite(Path folder) {
    var source =
        new DriverManagerDataSource(
            "jdbc:sqlite:%s?transaction_mode=IMMEDIATE&synchronous=OFF&busy_timeout=10000"
                .formatted(folder.resolve("service.db")));
    migrate(source, Dialect.SQLITE);
    return new ServiceDatabase(Dialect.SQLITE, source, folder);
  }

  static ServiceDatabase postgresql(Path folder) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(createDatabase());
    pool.setUsername(PostgresServer.USER);
    pool.setPassword(PostgresServer.PASSWORD);
    pool.setMaximumPoolSize(4);
    pool.setMinimumIdle(0);
    return new ServiceDatabase(Dialect.POSTGRESQL, new HikariDataSource(pool), folder);
  }

  /** Makes a database with all tables on the server that the tests share; returns its address. */
  public static synchronized String createDatabase() {
    PostgresServer server = PostgresServer.shared();
    if (!hasTemplate) {
      server.execute("CREATE DATABASE " + TEMPLATE);
      migrate(owner(server.address(TEMPLATE)), Dialect.POSTGRESQL);
      hasTemplate = true;
    }
    String name = "service_" + NUMBER.incrementAndGet();
    server.execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, TEMPLATE));
    return server.address(name);
  }

  /** Returns the settings with which a service runs on the database of the tests, made for it. */
  public static Map<String, Object> settings() {
    return dialectOfTests() == Dialect.SQLITE ? Map.of() : settings(createDatabase());
  }

  /** Returns the settings for a database of PostgreSQL. */
  public static Map<String, Object> settings(String url) {
    return Map.of(
        "hongyan.database.url",
        url,
        "hongyan.database.user",
        PostgresServer.USER,
        "hongyan.database.password",
        PostgresServer.PASSWORD);
  }

  /** Takes a trigger away, as somebody would who goes round it. */
  public static void dropTrigger(JdbcClient jdbc, String trigger, String table) {
    String on = dialectOfTests() == Dialect.SQLITE ? "" : " ON " + table;
    jdbc.sql("DROP TRIGGER " + trigger + on).update();
  }

  static void migrate(DataSource source, Dialect dialect) {
    String folder = dialect.name().toLowerCase(Locale.ROOT);
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration/" + folder)
        .load()
        .migrate();
  }

  /** Returns a client for a database of PostgreSQL, a connection for each statement. */
  static JdbcClient client(String url) {
    return JdbcClient.create(owner(url));
  }

  private static DataSource owner(String url) {
    return new DriverManagerDataSource(url, PostgresServer.USER, PostgresServer.PASSWORD);
  }

  public Dialect dialect() {
    return dialect;
  }

  public DataSource source() {
    return source;
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(source);
  }

  public TransactionTemplate transaction() {
    return new TransactionTemplate(new OneWriter(source, dialect));
  }

  /** Returns everything that the database holds, as text. */
  public String content() {
    if (dialect == Dialect.POSTGRESQL) {
      return tables().stream()
          .flatMap(table -> rows(table).stream())
          .collect(Collectors.joining("\n"));
    }
    try {
      return new String(Files.readAllBytes(folder.resolve("service.db")), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> tables() {
    return jdbc()
        .sql(
            "SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")
        .query(String.class)
        .list();
  }

  private List<String> rows(String table) {
    return jdbc()
        .sql("SELECT CAST(t AS TEXT) FROM %s t".formatted(table))
        .query(String.class)
        .list();
  }
}
