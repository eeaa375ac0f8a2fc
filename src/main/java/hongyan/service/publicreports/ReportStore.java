package hongyan.service.publicreports;

import hongyan.pipelines.records.Json;
import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.Paging;
import hongyan.service.doors.ReportDoor.About;
import hongyan.service.secrets.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The reports of the public, their reporters sealed. */
@Repository
class ReportStore {
  private final JdbcClient jdbc;
  private final Seals seals;

  ReportStore(JdbcClient jdbc, Seals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /** Keeps a report, and returns its receipt: the one that it has where it was sent before. */
  @Transactional
  public String add(
      About about, String record, Instant receivedAt, List<String> attachments, Reporter reporter) {
    String receipt = ReceiptNumber.next();
    String clear = Json.MAPPER.writeValueAsString(reporter);
    String mark = reporter.isNobody() ? "" : seals.mark("reporter", clear);
    jdbc.sql(
            """
            INSERT INTO public_report
              (receipt, about, record, received_at, attachments, reporter, reporter_mark)
            VALUES (:receipt, :about, :record, :at, :attachments, :reporter, :mark)
            ON CONFLICT (about, record, reporter_mark) DO NOTHING
            """)
        .param("receipt", receipt)
        .param("about", code(about))
        .param("record", record)
        .param("at", receivedAt.toEpochMilli())
        .param("attachments", String.join(" ", attachments))
        .param("reporter", reporter.isNobody() ? null : seals.seal(clear, receipt))
        .param("mark", mark)
        .update();
    return jdbc.sql(
            """
            SELECT receipt FROM public_report
            WHERE about = :about AND record = :record AND reporter_mark = :mark
            """)
        .param("about", code(about))
        .param("record", record)
        .param("mark", mark)
        .query(String.class)
        .single();
  }

  Optional<PublicReport> find(String receipt) {
    return jdbc.sql("SELECT * FROM public_report WHERE receipt = :receipt")
        .param("receipt", receipt)
        .query((row, n) -> report(row))
        .optional();
  }

  /** Lists reports, the newest first. */
  Page<PublicReport> list(Paging paging) {
    Map<String, Object> parameters = new HashMap<>();
    String where = "1 = 1";
    if (paging.cursor() != null) {
      int split = paging.cursor().indexOf('~');
      where = "(received_at < :at OR (received_at = :at AND receipt > :after))";
      parameters.put("at", millis(paging.cursor(), split));
      parameters.put("after", paging.cursor().substring(split + 1));
    }
    List<PublicReport> found =
        jdbc.sql(
                "SELECT * FROM public_report WHERE "
                    + where
                    + " ORDER BY received_at DESC, receipt LIMIT "
                    + (paging.limit() + 1))
            .params(parameters)
            .query((row, n) -> report(row))
            .list();
    if (found.size() <= paging.limit()) {
      return new Page<>(found, null);
    }
    List<PublicReport> shown = found.subList(0, paging.limit());
    PublicReport last = shown.get(shown.size() - 1);
    return new Page<>(shown, last.receivedAt().toEpochMilli() + "~" + last.receipt());
  }

  /** Returns the reporter in clear; the opening has to be written down before. */
  Optional<Reporter> open(String receipt) {
    return jdbc.sql("SELECT reporter FROM public_report WHERE receipt = :receipt")
        .param("receipt", receipt)
        .query((row, n) -> Optional.ofNullable(row.getString("reporter")))
        .single()
        .map(text -> Json.MAPPER.readValue(seals.open(text, receipt), Reporter.class));
  }

  /** Closes a report; false when it is closed already. */
  boolean close(String receipt, Instant at, String who, String note) {
    return jdbc.sql(
                """
                UPDATE public_report SET closed_at = :at, closed_by = :who, closed_note = :note
                WHERE receipt = :receipt AND closed_at IS NULL
                """)
            .param("at", at.toEpochMilli())
            .param("who", who)
            .param("note", note)
            .param("receipt", receipt)
            .update()
        == 1;
  }

  private static PublicReport report(ResultSet row) throws SQLException {
    String attachments = row.getString("attachments");
    row.getLong("closed_at");
    boolean closed = !row.wasNull();
    return new PublicReport(
        row.getString("receipt"),
        About.valueOf(row.getString("about").toUpperCase(Locale.ROOT)),
        row.getString("record"),
        Instant.ofEpochMilli(row.getLong("received_at")),
        attachments.isEmpty() ? List.of() : Arrays.asList(attachments.split(" ")),
        row.getString("reporter") != null,
        closed);
  }

  private static String code(About about) {
    return about.name().toLowerCase(Locale.ROOT);
  }

  private static long millis(String cursor, int split) {
    try {
      return Long.parseLong(cursor.substring(0, split));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("cursor=%s: not one of this list".formatted(cursor), e);
    }
  }
}
