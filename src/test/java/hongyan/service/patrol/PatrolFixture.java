package hongyan.service.patrol;

import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The patrol layer on a database, for tests of those who stand on it. */
public final class PatrolFixture {
  private PatrolFixture() {}

  /** A layer that is only read. */
  public static PatrolLayer layer(JdbcClient jdbc) {
    return new PatrolLayer(new PatrolStore(jdbc, new JdbcTemplate()));
  }

  static PatrolStore store(DataSource source) {
    Objects.requireNonNull(source);
    return new PatrolStore(JdbcClient.create(source), new JdbcTemplate(source));
  }
}
