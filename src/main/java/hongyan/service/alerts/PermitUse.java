package hongyan.service.alerts;

import hongyan.pipelines.alerts.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How often permits were used: conduct that was reported, or signalled, and that a permit covers.
 * What its records no longer support does not count.
 */
@Repository
public class PermitUse {
  private static final String PERMIT = "permit/";

  private final JdbcClient jdbc;

  PermitUse(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How often one permit was used; first and last are moments of the conduct. */
  public record Use(
      String permit, int times, @Nullable Instant firstUsed, @Nullable Instant lastUsed) {}

  /** Lists the permits that were used, the most used first. */
  public List<Use> list() {
    return query("").list();
  }

  /** Returns the use of one permit; of one that was never used, none. */
  public Use of(String permit) {
    Optional<Use> use = query("AND permit = :permit").param("permit", permit).optional();
    return use.orElseGet(() -> new Use(permit, 0, null, null));
  }

  private Query query(String condition) {
    return new Query(
        jdbc.sql(
            """
            SELECT permit, count(*) AS times, min(time) AS first_used, max(time) AS last_used
            FROM alert_permit JOIN alert ON alert.id = alert_permit.alert_id
            WHERE authorised AND supported %s
            GROUP BY permit ORDER BY times DESC, permit
            """
                .formatted(condition)));
  }

  /** Returns the permits that make the alert an authorised one. */
  static Stream<String> permitsOf(Alert alert) {
    return alert.authorised()
        ? alert.grounds().stream()
            .map(ground -> ground.record())
            .filter(record -> record != null && record.startsWith(PERMIT))
            .map(record -> record.substring(PERMIT.length()))
            .distinct()
        : Stream.empty();
  }

  /** A question about use, with its answers read. */
  private record Query(JdbcClient.StatementSpec statement) {
    Query param(String name, String value) {
      return new Query(statement.param(name, value));
    }

    List<Use> list() {
      return statement
          .query(
              (row, n) ->
                  new Use(
                      row.getString("permit"),
                      row.getInt("times"),
                      Instant.ofEpochMilli(row.getLong("first_used")),
                      Instant.ofEpochMilli(row.getLong("last_used"))))
          .list();
    }

    Optional<Use> optional() {
      return list().stream().findFirst();
    }
  }
}
