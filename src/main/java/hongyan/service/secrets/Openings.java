package hongyan.service.secrets;

import hongyan.service.errors.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The log of who opened which identity, when and why. Append only. */
@Repository
public class Openings {
  private static final int LONGEST_REASON = 500;

  private final JdbcClient jdbc;
  private final Clock clock;

  public Openings(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** One opening. */
  public record Opening(String what, Instant at, String who, String reason) {}

  /**
   * Writes the opening down, which has to be done before anything is opened; throws {@link Refused}
   * without a reason.
   */
  public void add(String what, String who, @Nullable String reason) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new Refused(
          List.of(
              Refused.Fault.of(
                  "reason",
                  null,
                  "required-field-missing",
                  "请写明理由，最多 %d 字 (a reason is wanted)".formatted(LONGEST_REASON))));
    }
    jdbc.sql("INSERT INTO identity_opening (what, at, who, reason) VALUES (:what, :at, :who, :why)")
        .param("what", what)
        .param("at", clock.instant().toEpochMilli())
        .param("who", who)
        .param("why", reason.strip())
        .update();
  }

  /** Lists the openings of one identity, oldest first. */
  public List<Opening> list(String what) {
    return jdbc.sql("SELECT * FROM identity_opening WHERE what = :what ORDER BY id")
        .param("what", what)
        .query(
            (row, n) ->
                new Opening(
                    row.getString("what"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("who"),
                    row.getString("reason")))
        .list();
  }
}
