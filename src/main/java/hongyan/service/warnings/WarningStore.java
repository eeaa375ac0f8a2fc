package hongyan.service.warnings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions and publications, append only: a change of mind is another entry. */
@Repository
public class WarningStore {
  private final JdbcClient jdbc;

  public WarningStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a decision about an alert. */
  public void add(String alertId, Decision decision) {
    jdbc.sql(
            """
            INSERT INTO warning_decision (alert_id, at, decision, who, role, basis, note)
            VALUES (:alert, :at, :decision, :who, :role, :basis, :note)
            """)
        .param("alert", alertId)
        .param("at", decision.at().toEpochMilli())
        .param("decision", decision.decision())
        .param("who", decision.by())
        .param("role", decision.role())
        .param("basis", decision.basis())
        .param("note", decision.note())
        .update();
  }

  /** Adds a publication. */
  public void add(Published published) {
    Instant to = published.to();
    jdbc.sql(
            """
            INSERT INTO warning_published
              (alert_id, at, level, from_at, to_at, document, basis, who, role, note)
            VALUES (:alert, :at, :level, :from, :to, :document, :basis, :who, :role, :note)
            """)
        .param("alert", published.alertId())
        .param("at", published.recordedAt().toEpochMilli())
        .param("level", published.level())
        .param("from", published.from().toEpochMilli())
        .param("to", to == null ? null : to.toEpochMilli())
        .param("document", published.document())
        .param("basis", published.basis())
        .param("who", published.by())
        .param("role", published.role())
        .param("note", published.note())
        .update();
  }

  /** Returns what was done about one alert. */
  public WarningRecords of(String alertId) {
    return new WarningRecords(
        jdbc.sql("SELECT * FROM warning_decision WHERE alert_id = :alert ORDER BY id")
            .param("alert", alertId)
            .query(WarningStore::decision)
            .list(),
        jdbc.sql("SELECT * FROM warning_published WHERE alert_id = :alert ORDER BY id")
            .param("alert", alertId)
            .query(WarningStore::published)
            .list());
  }

  /** Lists all publications, newest record first. */
  public List<Published> listPublished() {
    return jdbc.sql("SELECT * FROM warning_published ORDER BY id DESC")
        .query(WarningStore::published)
        .list();
  }

  private static Decision decision(ResultSet row, int number) throws SQLException {
    return new Decision(
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("decision"),
        row.getString("who"),
        row.getString("role"),
        row.getString("basis"),
        row.getString("note"));
  }

  private static Published published(ResultSet row, int number) throws SQLException {
    return new Published(
        row.getString("alert_id"),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("level"),
        Instant.ofEpochMilli(row.getLong("from_at")),
        instantOrNull(row),
        row.getString("document"),
        row.getString("basis"),
        row.getString("who"),
        row.getString("role"),
        row.getString("note"));
  }

  private static @Nullable Instant instantOrNull(ResultSet row) throws SQLException {
    long to = row.getLong("to_at");
    return row.wasNull() ? null : Instant.ofEpochMilli(to);
  }
}
