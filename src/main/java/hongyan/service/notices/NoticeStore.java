package hongyan.service.notices;

import hongyan.pipelines.records.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every version of every document that a person touched, append only; the last one holds. */
@Repository
class NoticeStore {
  private final JdbcClient jdbc;

  NoticeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a version, unless the document was issued already; says whether it was added. */
  @Transactional
  public boolean add(NoticeVersion version) {
    Notice notice = version.notice();
    return jdbc.sql(
                """
                INSERT INTO notice_version (kind, date, state, at, who, role, content)
                SELECT :kind, :date, :state, :at, :who, :role, :content
                WHERE NOT EXISTS (SELECT 1 FROM notice_version
                  WHERE kind = :kind AND date = :date AND state = 'issued')
                """)
            .param("kind", notice.kind().code())
            .param("date", notice.date())
            .param("state", version.state().name().toLowerCase(Locale.ROOT))
            .param("at", version.at().toEpochMilli())
            .param("who", version.by())
            .param("role", version.role())
            .param("content", Json.MAPPER.writeValueAsString(notice))
            .update()
        == 1;
  }

  /** Returns the version that holds. */
  Optional<NoticeVersion> find(Notice.Kind kind, String date) {
    return listVersions(kind, date).stream().reduce((earlier, later) -> later);
  }

  /** Lists the versions of one document, oldest first. */
  List<NoticeVersion> listVersions(Notice.Kind kind, String date) {
    return jdbc.sql("SELECT * FROM notice_version WHERE kind = :kind AND date = :date ORDER BY id")
        .param("kind", kind.code())
        .param("date", date)
        .query(NoticeStore::version)
        .list();
  }

  /** Lists the issued documents of a span of dates, newest first; of one kind or all. */
  List<NoticeVersion> listIssued(Notice.@Nullable Kind kind, String from, String to) {
    return jdbc.sql(
            """
            SELECT * FROM notice_version WHERE state = 'issued' AND date >= :from AND date <= :to
              AND (CAST(:kind AS TEXT) IS NULL OR kind = :kind) ORDER BY date DESC, kind
            """)
        .param("kind", kind == null ? null : kind.code())
        .param("from", from)
        .param("to", to)
        .query(NoticeStore::version)
        .list();
  }

  private static NoticeVersion version(ResultSet row, int number) throws SQLException {
    return new NoticeVersion(
        NoticeVersion.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("who"),
        row.getString("role"),
        Json.MAPPER.readValue(row.getString("content"), Notice.class));
  }
}
