package hongyan.service.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The service's database: the one that is set, else Spring Boot makes {@code service.db} by {@code
 * application.properties}.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final int CONNECTIONS = 6;

  /** Whoever waits for a connection hears after this that the database does not answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * A server that stands still without closing its connections is given up after this. Longer than
   * a writer waits for its turn.
   */
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(15);

  /**
   * For the server, about each of our connections: a writer waits no longer for its turn than with
   * SQLite; one whose machine has vanished does not keep the others from theirs.
   */
  private static final String SESSION =
      "-c lock_timeout=10s -c idle_in_transaction_session_timeout=60s"
          + " -c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3";

  @Bean
  Dialect dialect(DatabaseSettings settings) {
    return DatabaseCheck.dialect(settings);
  }

  @Bean
  @ConditionalOnProperty("hongyan.database.url")
  HikariDataSource dataSource(DatabaseSettings settings) {
    DatabaseCheck.check(settings);
    return postgresql(settings);
  }

  static HikariDataSource postgresql(DatabaseSettings settings) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("service-database");
    pool.setJdbcUrl(settings.url());
    pool.setUsername(settings.user());
    pool.setPassword(settings.password());
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setConnectionTimeout(PATIENCE.toMillis());
    pool.setValidationTimeout(PATIENCE.dividedBy(2).toMillis());
    pool.setKeepaliveTime(Duration.ofMinutes(1).toMillis());
    // The driver reads texts only; what is a number here it would leave aside without a word.
    pool.addDataSourceProperty("ApplicationName", "hongyan");
    pool.addDataSourceProperty("connectTimeout", Long.toString(PATIENCE.toSeconds()));
    pool.addDataSourceProperty("socketTimeout", Long.toString(LONGEST_ANSWER.toSeconds()));
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    pool.addDataSourceProperty("options", SESSION);
    return new HikariDataSource(pool);
  }

  @Bean
  OneWriter transactionManager(DataSource source, Dialect dialect) {
    return new OneWriter(source, dialect);
  }
}
