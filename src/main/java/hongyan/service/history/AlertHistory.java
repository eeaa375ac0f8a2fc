package hongyan.service.history;

import hongyan.pipelines.records.Json;
import hongyan.service.doors.rejects.Sha256;
import hongyan.service.history.ChainCheck.Broken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The history of all alerts. Entries are only ever added; each carries the SHA-256 of the hash
 * before it and of its own content, so that a change anywhere shows. The database refuses to change
 * or remove one; the chain is for whoever goes round the database.
 *
 * <p>Writes must be made by one writer at a time; transactions here are one after the other on
 * either database.
 */
@Repository
public class AlertHistory {
  /** What stands before the first entry. */
  static final String BEGINNING = "0".repeat(64);

  private final JdbcClient jdbc;

  public AlertHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
    chainWhatWasThere();
  }

  /** Adds an entry at the end of the chain. */
  @Transactional
  public void add(String alertId, HistoryEntry entry) {
    jdbc.sql(
            """
            INSERT INTO alert_history
              (alert_id, at, who, action, from_state, to_state, other, note, hash)
            VALUES (:id, :at, :who, :action, :from, :to, :other, :note, :hash)
            """)
        .param("id", alertId)
        .param("at", entry.at().toEpochMilli())
        .param("who", entry.who())
        .param("action", entry.action())
        .param("from", entry.from())
        .param("to", entry.to())
        .param("other", entry.other())
        .param("note", entry.note())
        .param("hash", hash(head(), alertId, entry))
        .update();
  }

  /** Lists the entries of one alert, oldest first. */
  public List<HistoryEntry> list(String alertId) {
    return jdbc.sql("SELECT * FROM alert_history WHERE alert_id = :id ORDER BY id")
        .param("id", alertId)
        .query((row, n) -> entry(row))
        .list();
  }

  /**
   * Walks the whole chain.
   *
   * @param head a hash that somebody noted down, or null
   */
  public ChainCheck check(@Nullable String head) {
    Walk walk = new Walk(head);
    jdbc.sql("SELECT * FROM alert_history ORDER BY id").query(walk::step);
    return walk.result();
  }

  private String head() {
    return jdbc.sql("SELECT hash FROM alert_history ORDER BY id DESC LIMIT 1")
        .query(String.class)
        .optional()
        .orElse(BEGINNING);
  }

  /** Chains the entries that were written before there was a chain; they are all at its start. */
  private void chainWhatWasThere() {
    record Old(long id, String alertId, HistoryEntry entry) {}
    String last =
        jdbc.sql("SELECT hash FROM alert_history WHERE hash IS NOT NULL ORDER BY id DESC LIMIT 1")
            .query(String.class)
            .optional()
            .orElse(BEGINNING);
    List<Old> unchained =
        jdbc.sql("SELECT * FROM alert_history WHERE hash IS NULL ORDER BY id")
            .query((row, n) -> new Old(row.getLong("id"), row.getString("alert_id"), entry(row)))
            .list();
    for (Old old : unchained) {
      last = hash(last, old.alertId(), old.entry());
      jdbc.sql("UPDATE alert_history SET hash = :hash WHERE id = :id")
          .param("hash", last)
          .param("id", old.id())
          .update();
    }
  }

  static String hash(String before, String alertId, HistoryEntry entry) {
    List<@Nullable Object> content =
        Arrays.asList(
            before,
            alertId,
            entry.at().toEpochMilli(),
            entry.who(),
            entry.action(),
            entry.from(),
            entry.to(),
            entry.other(),
            entry.note());
    return Sha256.hex(Json.MAPPER.writeValueAsString(content));
  }

  private static HistoryEntry entry(ResultSet row) throws SQLException {
    return new HistoryEntry(
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("who"),
        row.getString("action"),
        row.getString("from_state"),
        row.getString("to_state"),
        row.getString("other"),
        row.getString("note"));
  }

  /** One walk along the chain. */
  private static final class Walk {
    private final @Nullable String asked;
    private String before = BEGINNING;
    private long entries;
    private boolean known;
    private @Nullable Broken broken;

    Walk(@Nullable String asked) {
      this.asked = asked;
    }

    void step(ResultSet row) throws SQLException {
      HistoryEntry entry = entry(row);
      String alertId = row.getString("alert_id");
      String found = Objects.requireNonNullElse(row.getString("hash"), "");
      String expected = hash(before, alertId, entry);
      if (broken == null && !expected.equals(found)) {
        broken = new Broken(row.getLong("id"), alertId, entry.at(), found, expected);
      }
      known |= found.equals(asked);
      before = found;
      entries++;
    }

    ChainCheck result() {
      return new ChainCheck(
          broken == null, entries, before, broken, asked == null ? null : (Boolean) known);
    }
  }
}
