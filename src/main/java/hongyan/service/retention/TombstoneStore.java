package hongyan.service.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code tombstone} of the service's database. Rows are only added. */
@Repository
public class TombstoneStore {
  private final JdbcClient jdbc;

  public TombstoneStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Tombstone stone) {
    jdbc.sql(
            """
            INSERT INTO tombstone (kind, sha256, topic, part, from_offset, to_offset, amount, newest,
              rule, at, who, reason)
            VALUES (:kind, :sha256, :topic, :part, :from, :to, :amount, :newest, :rule, :at, :who,
              :reason)
            ON CONFLICT (sha256) DO NOTHING
            """)
        .param("kind", stone.kind())
        .param("sha256", stone.sha256())
        .param("topic", stone.topic())
        .param("part", stone.partition())
        .param("from", stone.from())
        .param("to", stone.to())
        .param("amount", stone.amount())
        .param("newest", stone.newest().toEpochMilli())
        .param("rule", stone.rule())
        .param("at", stone.at().toEpochMilli())
        .param("who", stone.who())
        .param("reason", stone.reason())
        .update();
  }

  /** Lists all, newest first. */
  public List<Tombstone> list() {
    return jdbc.sql("SELECT * FROM tombstone ORDER BY id DESC").query(TombstoneStore::read).list();
  }

  /** Returns what is left of an attachment that was deleted. */
  public Optional<Tombstone> findAttachment(String sha256) {
    return jdbc.sql("SELECT * FROM tombstone WHERE sha256 = :sha256")
        .param("sha256", sha256)
        .query(TombstoneStore::read)
        .optional();
  }

  /** Returns whether the record at that place of the log was deleted by rule. */
  public boolean covers(String topic, int partition, long offset) {
    return jdbc.sql(
                """
                SELECT count(*) FROM tombstone WHERE topic = :topic AND part = :part
                  AND from_offset <= :offset AND to_offset > :offset
                """)
            .param("topic", topic)
            .param("part", partition)
            .param("offset", offset)
            .query(Integer.class)
            .single()
        > 0;
  }

  private static Tombstone read(ResultSet row, int number) throws SQLException {
    boolean records = row.getString("topic") != null;
    return new Tombstone(
        row.getString("kind"),
        row.getString("sha256"),
        row.getString("topic"),
        records ? row.getInt("part") : null,
        records ? row.getLong("from_offset") : null,
        records ? row.getLong("to_offset") : null,
        row.getLong("amount"),
        Instant.ofEpochMilli(row.getLong("newest")),
        row.getString("rule"),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("who"),
        row.getString("reason"));
  }
}
