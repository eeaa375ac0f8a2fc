package hongyan.service.problems.sheets;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.records.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files that were taken in, verbatim, append only. */
@Repository
class ImportStore {
  private final JdbcClient jdbc;

  ImportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One file that was taken in. */
  record Import(
      long id,
      OffsetDateTime at,
      String who,
      String sha256,
      int added,
      int corrections,
      int unchanged,
      int refused,
      List<LedgerPreview.Fault> faults) {}

  void add(LedgerPreview taken, byte[] body, String who, Instant at) {
    jdbc.sql(
            """
            INSERT INTO problem_import
              (at, who, sha256, added, corrections, unchanged, refused, faults, body)
            VALUES (:at, :who, :sha256, :added, :corrections, :unchanged, :refused, :faults, :body)
            """)
        .param("at", at.toEpochMilli())
        .param("who", who)
        .param("sha256", taken.sha256())
        .param("added", taken.added())
        .param("corrections", taken.corrections())
        .param("unchanged", taken.unchanged())
        .param("refused", taken.refused())
        .param("faults", Json.MAPPER.writeValueAsString(taken.faults()))
        .param("body", body)
        .update();
  }

  /** Lists the latest, newest first. */
  List<Import> list(int limit) {
    return jdbc.sql("SELECT * FROM problem_import ORDER BY id DESC LIMIT :limit")
        .param("limit", limit)
        .query(
            (row, number) ->
                new Import(
                    row.getLong("id"),
                    Instant.ofEpochMilli(row.getLong("at"))
                        .atZone(CivilTime.ZONE)
                        .toOffsetDateTime(),
                    row.getString("who"),
                    row.getString("sha256"),
                    row.getInt("added"),
                    row.getInt("corrections"),
                    row.getInt("unchanged"),
                    row.getInt("refused"),
                    List.of(
                        Json.MAPPER.readValue(
                            row.getString("faults"), LedgerPreview.Fault[].class))))
        .list();
  }

  /** Returns the file as it came. */
  Optional<byte[]> findBody(String sha256) {
    return jdbc.sql("SELECT body FROM problem_import WHERE sha256 = :sha256 ORDER BY id LIMIT 1")
        .param("sha256", sha256)
        .query((row, number) -> row.getBytes("body"))
        .optional();
  }
}
