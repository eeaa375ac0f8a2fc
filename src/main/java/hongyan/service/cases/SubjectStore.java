package hongyan.service.cases;

import hongyan.service.secrets.Seals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Subjects of alerts: marked to be found again, sealed to be read by those who may. */
@Repository
class SubjectStore {
  private static final int SHOWN_OF_MARK = 12;

  private final JdbcClient jdbc;
  private final Seals seals;

  SubjectStore(JdbcClient jdbc, Seals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /** Adds a subject; false when the alert has it already. */
  boolean add(String alertId, String kind, String text, Instant at, String who) {
    return jdbc.sql(
                """
                INSERT INTO alert_subject (alert_id, kind, mark, sealed, added_at, added_by)
                VALUES (:alert, :kind, :mark, :sealed, :at, :who)
                ON CONFLICT (alert_id, kind, mark) DO NOTHING
                """)
            .param("alert", alertId)
            .param("kind", kind)
            .param("mark", seals.mark(kind, text))
            .param("sealed", seals.seal(text, alertId))
            .param("at", at.toEpochMilli())
            .param("who", who)
            .update()
        == 1;
  }

  List<Subject> list(String alertId) {
    return jdbc.sql("SELECT * FROM alert_subject WHERE alert_id = :alert ORDER BY id")
        .param("alert", alertId)
        .query(
            (row, n) ->
                new Subject(
                    row.getLong("id"),
                    row.getString("kind"),
                    row.getString("mark").substring(0, SHOWN_OF_MARK),
                    Instant.ofEpochMilli(row.getLong("added_at")),
                    row.getString("added_by")))
        .list();
  }

  /** Returns what the subject is, in clear; the opening has to be written down before. */
  String open(String alertId, long subject) {
    String sealed =
        jdbc.sql("SELECT sealed FROM alert_subject WHERE alert_id = :alert AND id = :id")
            .param("alert", alertId)
            .param("id", subject)
            .query(String.class)
            .optional()
            .orElseThrow(() -> missing(alertId, subject));
    return seals.open(sealed, alertId);
  }

  /** Takes a subject away, sealed text and mark alike. */
  void remove(String alertId, long subject) {
    int removed =
        jdbc.sql("DELETE FROM alert_subject WHERE alert_id = :alert AND id = :id")
            .param("alert", alertId)
            .param("id", subject)
            .update();
    if (removed == 0) {
      throw missing(alertId, subject);
    }
  }

  /** Returns the other alerts that share a subject with this one, with the kinds they share. */
  Map<String, TreeSet<String>> alertsThatShare(String alertId) {
    Map<String, TreeSet<String>> shared = new TreeMap<>();
    jdbc.sql(
            """
            SELECT other.alert_id, other.kind FROM alert_subject own
            JOIN alert_subject other ON other.kind = own.kind AND other.mark = own.mark
            WHERE own.alert_id = :alert AND other.alert_id <> :alert
            """)
        .param("alert", alertId)
        .query(
            row -> {
              shared
                  .computeIfAbsent(row.getString("alert_id"), id -> new TreeSet<>())
                  .add(row.getString("kind"));
            });
    return shared;
  }

  private static NoSuchElementException missing(String alertId, long subject) {
    return new NoSuchElementException("alert %s has no subject %d".formatted(alertId, subject));
  }
}
