package hongyan.service.alerts;

import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.Paging;
import hongyan.pipelines.series.Scope;
import hongyan.service.handling.Clocks;
import hongyan.service.handling.Due;
import hongyan.service.handling.Standing;
import hongyan.service.history.AlertHistory;
import hongyan.service.history.HistoryEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The alerts that were ever raised. The pipelines' content is upserted, so an alert that they raise
 * again is still one; state and history belong to people and are never touched by that.
 */
@Repository
class AlertStore {
  private static final String STORED =
      "SELECT content, state, change_no, since, yellow_from, deadline, level, escalations,"
          + " merged_into FROM alert ";

  private final JdbcClient jdbc;
  private final AlertHistory history;
  private final Clocks clocks;
  private final Clock clock;

  AlertStore(JdbcClient jdbc, AlertHistory history, Clocks clocks, Clock clock) {
    this.jdbc = jdbc;
    this.history = history;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** Takes an alert from the log. The moment it was first raised stays. */
  @Transactional
  public void save(Alert alert) {
    Optional<StoredAlert> former = find(Scope.everything(), alert.id());
    Alert kept = former.map(f -> alert.raised(f.alert().raisedAt())).orElse(alert);
    if (former.isPresent() && former.get().alert().equals(kept)) {
      return;
    }
    write(kept);
    tell(kept, former.orElse(null));
    find(Scope.everything(), alert.id()).ifPresent(this::setDue);
  }

  /** Keeps in the history what people must not overlook: its raising, and that its cause fell. */
  private void tell(Alert alert, @Nullable StoredAlert former) {
    if (former == null) {
      history.add(
          alert.id(),
          new HistoryEntry(alert.raisedAt(), "pipelines", "raised", null, "new", null, null));
    } else if (former.alert().supported() != alert.supported()) {
      String action = alert.supported() ? "support-regained" : "support-lost";
      history.add(
          alert.id(),
          HistoryEntry.in(former.state().code(), clock.instant(), "pipelines", action, null));
    }
  }

  /** Sets by when the alert is due, as it stands. */
  void setDue(StoredAlert stored) {
    Standing standing = stored.standing();
    Due due =
        clocks.due(
            stored.alert(),
            stored.state().code(),
            standing.since(),
            standing.level(),
            standing.mergedInto() != null);
    jdbc.sql(
            """
            UPDATE alert SET yellow_from = :yellow, deadline = :deadline,
              escalate_at = :escalate, deadline_rule = :rule WHERE id = :id
            """)
        .param("yellow", millis(due.yellowFrom()))
        .param("deadline", millis(due.deadline()))
        .param("escalate", millis(due.escalateAt()))
        .param("rule", due.rule())
        .param("id", stored.alert().id())
        .update();
  }

  private void write(Alert alert) {
    jdbc.sql(
            """
            INSERT INTO alert (id, kind, grade, item, conduct, time, raised_at, county, lon, lat,
              authorised, supported, state, since, content, change_no)
            VALUES (:id, :kind, :grade, :item, :conduct, :time, :raisedAt, :county, :lon, :lat,
              :authorised, :supported, 'new', :raisedAt, :content,
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
    writePermits(alert);
    writeParts(alert);
    writeRecords(alert);
  }

  private void writeRecords(Alert alert) {
    jdbc.sql("DELETE FROM alert_record WHERE alert_id = :id").param("id", alert.id()).update();
    alert.grounds().stream()
        .map(ground -> ground.record())
        .filter(record -> record != null && isOfPeople(record))
        .distinct()
        .forEach(
            record ->
                jdbc.sql("INSERT INTO alert_record (alert_id, record) VALUES (:id, :record)")
                    .param("id", alert.id())
                    .param("record", record)
                    .update());
  }

  private static boolean isOfPeople(String record) {
    return record.startsWith("finding/") || record.startsWith("casualty/");
  }

  /** Lists the states of the alerts that rest on a record, of those that stand for them. */
  List<AlertState> listStatesOf(String record) {
    return jdbc.sql(
            """
            SELECT coalesce(other.state, alert.state) AS state FROM alert_record
            JOIN alert ON alert.id = alert_record.alert_id
            LEFT JOIN alert other ON other.id = alert.merged_into
            WHERE record = :record AND (alert.supported OR alert.state <> 'new')
            """)
        .param("record", record)
        .query((row, n) -> AlertState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)))
        .list();
  }

  private void writeParts(Alert alert) {
    jdbc.sql("DELETE FROM alert_part WHERE alert_id = :id").param("id", alert.id()).update();
    alert.parts().stream()
        .filter(part -> alert.supported() && !part.equals(alert.id()))
        .forEach(
            part ->
                jdbc.sql("INSERT INTO alert_part (part, alert_id) VALUES (:part, :id)")
                    .param("part", part)
                    .param("id", alert.id())
                    .update());
  }

  private void writePermits(Alert alert) {
    jdbc.sql("DELETE FROM alert_permit WHERE alert_id = :id").param("id", alert.id()).update();
    PermitUse.permitsOf(alert)
        .forEach(
            permit ->
                jdbc.sql("INSERT INTO alert_permit (alert_id, permit) VALUES (:id, :permit)")
                    .param("id", alert.id())
                    .param("permit", permit)
                    .update());
  }

  Optional<StoredAlert> find(Scope scope, String id) {
    Map<String, Object> parameters = new HashMap<>(Map.of("id", id));
    String seen = seen(scope, parameters);
    return jdbc.sql(STORED + "WHERE id = :id AND " + seen)
        .params(parameters)
        .query(AlertStore::alert)
        .optional();
  }

  /** Finds an alert by its own id, else the one that a lead of that id was joined into. */
  Optional<StoredAlert> findOrJoined(Scope scope, String id) {
    return find(scope, id)
        .or(
            () ->
                jdbc
                    .sql("SELECT alert_id FROM alert_part WHERE part = :id ORDER BY alert_id")
                    .param("id", id)
                    .query(String.class)
                    .list()
                    .stream()
                    .findFirst()
                    .flatMap(joined -> find(scope, joined)));
  }

  List<HistoryEntry> listHistory(String id) {
    return history.list(id);
  }

  /** Lists the ids of those that were merged into {@code id}. */
  List<String> listMerged(String id) {
    return jdbc.sql("SELECT id FROM alert WHERE merged_into = :id ORDER BY time, id")
        .param("id", id)
        .query(String.class)
        .list();
  }

  /** Lists the alerts that {@code scope} sees, newest first. */
  Page<StoredAlert> list(Scope scope, AlertFilter filter, Paging paging) {
    Map<String, Object> parameters = new HashMap<>();
    String where = filter.where(parameters, clock.instant()) + " AND " + seen(scope, parameters);
    if (paging.cursor() != null) {
      AlertCursor after = AlertCursor.parse(paging.cursor());
      where += " AND (time < :cursorTime OR (time = :cursorTime AND id > :cursorId))";
      parameters.put("cursorTime", after.time());
      parameters.put("cursorId", after.id());
    }
    List<StoredAlert> found =
        jdbc.sql(
                STORED + "WHERE " + where + " ORDER BY time DESC, id LIMIT " + (paging.limit() + 1))
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
            WHERE time >= :from AND time < :to AND supported AND merged_into IS NULL AND %s
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

  long count(AlertState state) {
    return jdbc.sql(
            "SELECT count(*) FROM alert WHERE state = :state AND supported = 1"
                + " AND merged_into IS NULL")
        .param("state", state.code())
        .query(Long.class)
        .single();
  }

  /** Returns the changes after {@code changeNo} that {@code scope} sees, oldest first. */
  List<StoredAlert> listChanges(Scope scope, long changeNo, int limit) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("after", changeNo);
    parameters.put("limit", limit);
    return jdbc.sql(
            STORED
                + "WHERE change_no > :after AND "
                + seen(scope, parameters)
                + " ORDER BY change_no LIMIT :limit")
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
        row.getLong("change_no"),
        new Standing(
            Instant.ofEpochMilli(row.getLong("since")),
            instant(row, "yellow_from"),
            instant(row, "deadline"),
            row.getInt("level"),
            row.getInt("escalations"),
            row.getString("merged_into")));
  }

  private static @Nullable Long millis(@Nullable Instant moment) {
    return moment == null ? null : moment.toEpochMilli();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
