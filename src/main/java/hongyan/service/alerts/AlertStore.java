package hongyan.service.alerts;

import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.Paging;
import hongyan.pipelines.series.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The alerts that were ever raised. The pipelines' content is upserted, so an alert that they raise
 * again is still one; state and history belong to people and are never touched by that.
 */
@Repository
class AlertStore {
  private final JdbcClient jdbc;

  AlertStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes an alert from the log. The moment it was first raised stays. */
  @Transactional
  public void save(Alert alert) {
    Optional<StoredAlert> former = find(Scope.everything(), alert.id());
    Alert kept = former.map(f -> raisedAt(alert, f.alert().raisedAt())).orElse(alert);
    if (former.isPresent() && former.get().alert().equals(kept)) {
      return;
    }
    write(kept);
    if (former.isEmpty()) {
      addHistory(alert.id(), new HistoryEntry(alert.raisedAt(), "pipelines", null, "new", null));
    }
  }

  private void write(Alert alert) {
    jdbc.sql(
            """
            INSERT INTO alert (id, kind, grade, item, conduct, time, raised_at, county, lon, lat,
              authorised, supported, state, content, change_no)
            VALUES (:id, :kind, :grade, :item, :conduct, :time, :raisedAt, :county, :lon, :lat,
              :authorised, :supported, 'new', :content,
              (SELECT coalesce(max(change_no), 0) + 1 FROM alert))
            ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, grade = excluded.grade,
              item = excluded.item, conduct = excluded.conduct, time = excluded.time,
              county = excluded.county, lon = excluded.lon, lat = excluded.lat,
              authorised = excluded.authorised, supported = excluded.supported,
              content = excluded.content, change_no = excluded.change_no
            """)
        .param("id", alert.id())
        .param("kind", alert.kind().name().toLowerCase(Locale.ROOT))
        .param("grade", alert.grade().name().toLowerCase(Locale.ROOT))
        .param("item", alert.item())
        .param("conduct", alert.conduct())
        .param("time", alert.time().toEpochMilli())
        .param("raisedAt", alert.raisedAt().toEpochMilli())
        .param("county", alert.county())
        .param("lon", alert.position() == null ? null : alert.position().lon())
        .param("lat", alert.position() == null ? null : alert.position().lat())
        .param("authorised", alert.authorised())
        .param("supported", alert.supported())
        .param("content", Json.MAPPER.writeValueAsString(alert))
        .update();
    jdbc.sql("DELETE FROM alert_zone WHERE alert_id = :id").param("id", alert.id()).update();
    alert.zones().stream()
        .map(zone -> zone.id())
        .distinct()
        .forEach(
            zone ->
                jdbc.sql("INSERT INTO alert_zone (alert_id, zone) VALUES (:id, :zone)")
                    .param("id", alert.id())
                    .param("zone", zone)
                    .update());
  }

  private static Alert raisedAt(Alert alert, Instant raisedAt) {
    return new Alert(
        alert.id(),
        alert.kind(),
        alert.grade(),
        alert.item(),
        alert.conduct(),
        alert.time(),
        raisedAt,
        alert.county(),
        alert.zones(),
        alert.position(),
        alert.subject(),
        alert.department(),
        alert.legal(),
        alert.grounds(),
        alert.rule(),
        alert.authorised(),
        alert.supported());
  }

  /** Moves an alert from {@code from} to {@code to}; false when it was not in {@code from}. */
  @Transactional
  public boolean move(String id, AlertState from, AlertState to, HistoryEntry entry) {
    int moved =
        jdbc.sql(
                """
                UPDATE alert SET state = :to,
                  change_no = (SELECT max(change_no) + 1 FROM alert)
                WHERE id = :id AND state = :from
                """)
            .param("to", to.code())
            .param("id", id)
            .param("from", from.code())
            .update();
    if (moved == 1) {
      addHistory(id, entry);
    }
    return moved == 1;
  }

  private void addHistory(String id, HistoryEntry entry) {
    jdbc.sql(
            """
            INSERT INTO alert_history (alert_id, at, who, from_state, to_state, note)
            VALUES (:id, :at, :who, :from, :to, :note)
            """)
        .param("id", id)
        .param("at", entry.at().toEpochMilli())
        .param("who", entry.who())
        .param("from", entry.from())
        .param("to", entry.to())
        .param("note", entry.note())
        .update();
  }

  Optional<StoredAlert> find(Scope scope, String id) {
    Map<String, Object> parameters = new HashMap<>(Map.of("id", id));
    String seen = seen(scope, parameters);
    return jdbc.sql("SELECT content, state, change_no FROM alert WHERE id = :id AND " + seen)
        .params(parameters)
        .query(AlertStore::alert)
        .optional();
  }

  List<HistoryEntry> listHistory(String id) {
    return jdbc.sql(
            """
            SELECT at, who, from_state, to_state, note FROM alert_history
            WHERE alert_id = :id ORDER BY id
            """)
        .param("id", id)
        .query(
            (row, n) ->
                new HistoryEntry(
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("who"),
                    row.getString("from_state"),
                    row.getString("to_state"),
                    row.getString("note")))
        .list();
  }

  /** Lists the alerts that {@code scope} sees, newest first. */
  Page<StoredAlert> list(Scope scope, AlertFilter filter, Paging paging) {
    Map<String, Object> parameters = new HashMap<>();
    String where = filter.where(parameters) + " AND " + seen(scope, parameters);
    if (paging.cursor() != null) {
      AlertCursor after = AlertCursor.parse(paging.cursor());
      where += " AND (time < :cursorTime OR (time = :cursorTime AND id > :cursorId))";
      parameters.put("cursorTime", after.time());
      parameters.put("cursorId", after.id());
    }
    List<StoredAlert> found =
        jdbc.sql(
                "SELECT content, state, change_no FROM alert WHERE "
                    + where
                    + " ORDER BY time DESC, id LIMIT "
                    + (paging.limit() + 1))
            .params(parameters)
            .query(AlertStore::alert)
            .list();
    if (found.size() <= paging.limit()) {
      return new Page<>(found, null);
    }
    List<StoredAlert> shown = found.subList(0, paging.limit());
    return new Page<>(shown, AlertCursor.of(shown.get(shown.size() - 1)).text());
  }

  /** Counts the leads and warnings that happened from {@code from} until {@code to}. */
  List<AlertTotal> count(Scope scope, Instant from, Instant to) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("from", from.toEpochMilli());
    parameters.put("to", to.toEpochMilli());
    return jdbc.sql(
            """
            SELECT kind, conduct, item, county, authorised, count(*) AS total FROM alert
            WHERE time >= :from AND time < :to AND supported AND %s
            GROUP BY kind, conduct, item, county, authorised
            """
                .formatted(seen(scope, parameters)))
        .params(parameters)
        .query(
            (row, n) ->
                new AlertTotal(
                    row.getString("kind"),
                    row.getString("conduct"),
                    (Integer) row.getObject("item"),
                    row.getString("county"),
                    row.getBoolean("authorised"),
                    row.getInt("total")))
        .list();
  }

  /** Returns the changes after {@code changeNo} that {@code scope} sees, oldest first. */
  List<StoredAlert> listChanges(Scope scope, long changeNo, int limit) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("after", changeNo);
    parameters.put("limit", limit);
    return jdbc.sql(
            """
            SELECT content, state, change_no FROM alert WHERE change_no > :after AND %s
            ORDER BY change_no LIMIT :limit
            """
                .formatted(seen(scope, parameters)))
        .params(parameters)
        .query(AlertStore::alert)
        .list();
  }

  long lastChange() {
    return jdbc.sql("SELECT coalesce(max(change_no), 0) FROM alert").query(Long.class).single();
  }

  /** The one place where it is decided which alerts somebody may see. */
  private static String seen(Scope scope, Map<String, Object> parameters) {
    if (scope.isEverything()) {
      return "1 = 1";
    }
    if (scope.counties().isEmpty()) {
      return "1 = 0";
    }
    parameters.put("seen", scope.counties());
    return "county IN (:seen)";
  }

  private static StoredAlert alert(ResultSet row, int number) throws SQLException {
    return new StoredAlert(
        Json.MAPPER.readValue(row.getString("content"), Alert.class),
        AlertState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getLong("change_no"));
  }
}
