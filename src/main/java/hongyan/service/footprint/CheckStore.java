package hongyan.service.footprint;

import hongyan.geo.footprint.FootprintReport;
import hongyan.geo.footprint.ZoneConcerned;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every check that was made, append only. */
@Repository
class CheckStore {
  private final JdbcClient jdbc;

  CheckStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  public void add(KeptCheck check) {
    List<String> zones =
        check.report().zones().stream()
            .map((ZoneConcerned zone) -> "%s/%d".formatted(zone.id(), zone.version()))
            .toList();
    jdbc.sql(
            """
            INSERT INTO footprint_check
              (id, seq, at, who, project, day, verdict, geometry_sha256, zones, report, geometry)
            SELECT :id, coalesce(max(seq), 0) + 1, :at, :who, :project, :day, :verdict, :sha256,
              :zones, :report, :geometry
            FROM footprint_check
            """)
        .param("id", check.id())
        .param("at", check.at().toEpochMilli())
        .param("who", check.by())
        .param("project", check.project())
        .param("day", check.report().day().toString())
        .param("verdict", check.report().verdict().code())
        .param("sha256", check.geometrySha256())
        .param("zones", Json.MAPPER.writeValueAsString(zones))
        .param("report", Json.MAPPER.writeValueAsString(check.report()))
        .param("geometry", check.geometry())
        .update();
  }

  Optional<KeptCheck> find(String id) {
    return jdbc.sql("SELECT * FROM footprint_check WHERE id = :id")
        .param("id", id)
        .query(CheckStore::check)
        .optional();
  }

  /** Lists checks, the newest first; of one verdict or all. */
  Page<KeptCheck> list(@Nullable String verdict, Paging paging) {
    List<Row> rows =
        jdbc.sql(
                """
                SELECT * FROM footprint_check
                WHERE seq < :before AND (CAST(:verdict AS TEXT) IS NULL OR verdict = :verdict)
                ORDER BY seq DESC LIMIT :most
                """)
            .param("before", before(paging.cursor()))
            .param("verdict", verdict)
            .param("most", paging.limit() + 1)
            .query((row, number) -> new Row(row.getLong("seq"), check(row, number)))
            .list();
    List<Row> page = rows.size() > paging.limit() ? rows.subList(0, paging.limit()) : rows;
    return new Page<>(
        page.stream().map(Row::check).toList(),
        rows.size() > paging.limit() ? String.valueOf(page.get(page.size() - 1).seq()) : null);
  }

  private record Row(long seq, KeptCheck check) {}

  private static long before(@Nullable String cursor) {
    try {
      return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("cursor=%s is none of ours".formatted(cursor), e);
    }
  }

  private static KeptCheck check(ResultSet row, int number) throws SQLException {
    return new KeptCheck(
        row.getString("id"),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("who"),
        row.getString("project"),
        row.getString("geometry_sha256"),
        Json.MAPPER.readValue(row.getString("report"), FootprintReport.class),
        row.getString("geometry"));
  }
}
