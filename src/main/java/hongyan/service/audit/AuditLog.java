package hongyan.service.audit;

import hongyan.service.accounts.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The audit log. An entry is durable when {@link #add} returns, and is added before what it tells
 * of is done, so that nothing happens without one. Thread-safe.
 */
@Component
public class AuditLog {
  private static final int BATCH = 1_000;
  private static final int LONGEST = 2_000;
  private static final String COLUMNS =
      "id, at, account, name, address, action, object, detail, hash";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  public AuditLog(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * What became of a look through the whole chain.
   *
   * @param brokenAt id of the first entry that does not follow on the one before, null when all do
   * @param head hash of the last entry: written down elsewhere, it also shows a cut end
   */
  public record Check(long entries, boolean intact, @Nullable Long brokenAt, String head) {}

  /** Adds an entry; parts of more than 2,000 characters are cut. */
  public void add(Person person, String address, String action, String object, String detail) {
    transaction.executeWithoutResult(
        status -> write(person, address, action, cut(object), cut(detail)));
  }

  private void write(Person person, String address, String action, String what, String more) {
    // The table holds milliseconds, and the hash is over what the table holds.
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String hash =
        Chain.hash(head(), at, person.account(), person.name(), address, action, what, more);
    jdbc.sql(
            """
            INSERT INTO audit (id, at, account, name, address, action, object, detail, hash)
            VALUES ((SELECT coalesce(max(id), 0) + 1 FROM audit),
              :at, :account, :name, :address, :action, :object, :detail, :hash)
            """)
        .param("at", at.toEpochMilli())
        .param("account", person.account())
        .param("name", person.name())
        .param("address", address)
        .param("action", action)
        .param("object", what)
        .param("detail", more)
        .param("hash", hash)
        .update();
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  private String head() {
    return jdbc.sql("SELECT hash FROM audit ORDER BY id DESC LIMIT 1")
        .query(String.class)
        .optional()
        .orElse(Chain.START);
  }

  /**
   * Lists entries, newest first.
   *
   * @param before only those with a smaller id, null for all
   */
  List<AuditEntry> list(
      @Nullable String account, @Nullable String action, @Nullable Long before, int limit) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + """
                 FROM audit WHERE (CAST(:account AS TEXT) IS NULL OR account = :account)
                AND (CAST(:action AS TEXT) IS NULL OR instr(action, :action) > 0) AND id < :before
                ORDER BY id DESC LIMIT :limit
                """)
        .param("account", account)
        .param("action", action)
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("limit", limit)
        .query(AuditLog::entry)
        .list();
  }

  /** Looks through the whole chain and says where it breaks first. */
  public Check check() {
    String previous = Chain.START;
    long seen = 0;
    long last = 0;
    while (true) {
      List<AuditEntry> batch = after(last);
      for (AuditEntry entry : batch) {
        // The numbers have no gaps while nobody takes entries out.
        if (entry.id() != last + 1 || !Chain.holds(previous, entry)) {
          return new Check(seen, false, entry.id(), previous);
        }
        previous = entry.hash();
        last = entry.id();
        seen++;
      }
      if (batch.isEmpty()) {
        return new Check(seen, true, null, previous);
      }
    }
  }

  private List<AuditEntry> after(long id) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM audit WHERE id > :id ORDER BY id LIMIT :limit")
        .param("id", id)
        .param("limit", BATCH)
        .query(AuditLog::entry)
        .list();
  }

  private static AuditEntry entry(ResultSet row, int number) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("account"),
        row.getString("name"),
        row.getString("address"),
        row.getString("action"),
        row.getString("object"),
        row.getString("detail"),
        row.getString("hash"));
  }
}
