package hongyan.service.doors.rejects;

import hongyan.service.database.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code reject} of the service's database. One writer, many readers. */
public final class RejectStore {
  private static final int ROWS_A_STATEMENT = 200;
  private static final String COLUMNS =
      "id, door, kind, received_at, body, line, field, value, rule, extra, message, raw, raw_sha256";
  private static final int COLUMN_COUNT = 13;

  /** Fixed width, so that the order of the text is the order of time. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final JdbcClient jdbc;
  private final Dialect dialect;

  /**
   * Which rejects are asked for; what is null does not bind.
   *
   * @param since received at or after this moment
   * @param rule {@link Rule#code()}
   * @param after the last one of the page before: only older ones
   */
  public record Query(
      @Nullable Instant since,
      @Nullable String door,
      @Nullable String rule,
      @Nullable Mark after,
      int limit) {}

  /** The place of a reject in the order of the list. */
  public record Mark(Instant receivedAt, String id) {}

  public RejectStore(JdbcClient jdbc, Dialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
  }

  /** Writes rejects; one that is there already only gets its newer time of receipt. */
  public void save(List<Reject> all) {
    // PostgreSQL changes no row twice in one statement.
    Map<String, Reject> newest = new LinkedHashMap<>();
    all.forEach(reject -> newest.merge(reject.id(), reject, RejectStore::newer));
    List<Reject> rejects = List.copyOf(newest.values());
    for (int from = 0; from < rejects.size(); from += ROWS_A_STATEMENT) {
      write(rejects.subList(from, Math.min(rejects.size(), from + ROWS_A_STATEMENT)));
    }
  }

  private static Reject newer(Reject one, Reject other) {
    return other.receivedAt().isAfter(one.receivedAt()) ? other : one;
  }

  private void write(List<Reject> rejects) {
    String row = "(" + String.join(",", Collections.nCopies(COLUMN_COUNT, "?")) + ")";
    List<@Nullable Object> values = new ArrayList<>();
    rejects.forEach(reject -> addRow(reject, values));
    jdbc.sql(
            "INSERT INTO reject ("
                + COLUMNS
                + ") VALUES "
                + String.join(",", Collections.nCopies(rejects.size(), row))
                + " ON CONFLICT (id) DO UPDATE SET received_at = excluded.received_at"
                + " WHERE excluded.received_at > reject.received_at")
        .params(values)
        .update();
  }

  private void addRow(Reject reject, List<@Nullable Object> values) {
    values.add(reject.id());
    values.add(reject.door());
    values.add(reject.kind());
    values.add(TIME.format(reject.receivedAt()));
    values.add(reject.body());
    values.add(reject.line());
    values.add(storable(reject.field()));
    values.add(storable(reject.value()));
    values.add(reject.rule());
    values.add(storable(reject.extra()));
    values.add(storable(reject.message()));
    values.add(storable(reject.raw()));
    values.add(reject.rawSha256());
  }

  /** What was refused may hold anything; the log has it as it came. */
  private @Nullable String storable(@Nullable String text) {
    return text == null ? null : dialect.storable(text);
  }

  /** Returns the rejects, newest first. */
  public List<Reject> list(Query query) {
    StringBuilder where = new StringBuilder(" WHERE 1 = 1");
    List<Object> values = new ArrayList<>();
    if (query.since() != null) {
      where.append(" AND received_at >= ?");
      values.add(TIME.format(query.since()));
    }
    if (query.door() != null) {
      where.append(" AND door = ?");
      values.add(query.door());
    }
    if (query.rule() != null) {
      where.append(" AND rule = ?");
      values.add(query.rule());
    }
    if (query.after() != null) {
      where.append(" AND (received_at, id) < (?, ?)");
      values.add(TIME.format(query.after().receivedAt()));
      values.add(query.after().id());
    }
    values.add(query.limit());
    String order = " ORDER BY received_at DESC, id DESC LIMIT ?";
    return jdbc.sql("SELECT " + COLUMNS + " FROM reject" + where + order)
        .params(values)
        .query((row, number) -> read(row))
        .list();
  }

  private static Reject read(ResultSet row) throws SQLException {
    return new Reject(
        row.getString("id"),
        row.getString("door"),
        row.getString("kind"),
        Instant.parse(row.getString("received_at")),
        row.getString("body"),
        row.getInt("line"),
        row.getString("field"),
        row.getString("value"),
        row.getString("rule"),
        row.getString("extra"),
        row.getString("message"),
        row.getString("raw"),
        row.getString("raw_sha256"));
  }
}
