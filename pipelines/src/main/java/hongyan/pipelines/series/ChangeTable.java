package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.microsOrNull;
import static hongyan.pipelines.series.Columns.text;

import hongyan.pipelines.air.Period;
import hongyan.pipelines.changes.CauseKind;
import hongyan.pipelines.changes.FigureChange;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What late, corrected and decided data have changed in the figures. */
public final class ChangeTable {

  private static final String UPSERT =
      "INSERT INTO figure_change VALUES (?,?,?,?,?,?,?,?,?,?)"
          + " ON CONFLICT (subject, period, time, item, at) DO UPDATE SET old=excluded.old,"
          + " new=excluded.new, cause=excluded.cause, reading=excluded.reading";

  private final SeriesFile file;

  ChangeTable(SeriesFile file) {
    this.file = file;
  }

  /** Writes all as one transaction; of one value and moment the last stays. */
  public void write(List<FigureChange> changes) {
    file.write(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            for (FigureChange change : changes) {
              bind(statement, change);
              statement.addBatch();
            }
            return statement.executeBatch().length;
          }
        });
  }

  /** Lists changes, the last that came first. */
  public Page<FigureChange> list(ChangeQuery query, Paging paging) {
    var select =
        new Select(
                "subject, period, time, date, item, old, new, cause, reading, at"
                    + " FROM figure_change")
            .and("subject = ?", query.subject())
            .and("time >= ?", microsOrNull(query.from()))
            .and("time <= ?", microsOrNull(query.to()));
    if (paging.cursor() != null) {
      select.andAll(
          "(at, subject, period, time, item) < (?, ?, ?, ?, ?)", Cursor.parse(paging.cursor(), 5));
    }
    select.then("ORDER BY at DESC, subject DESC, period DESC, time DESC, item DESC");
    return file.read(c -> select.page(c, paging, ChangeTable::read, ChangeTable::cursorOf));
  }

  private static void bind(PreparedStatement statement, FigureChange change) throws SQLException {
    statement.setString(1, change.subject());
    statement.setString(2, change.period().name());
    statement.setLong(3, micros(change.time()));
    statement.setString(4, change.item());
    statement.setLong(5, micros(change.at()));
    statement.setString(6, change.date());
    statement.setString(7, text(change.before()));
    statement.setString(8, text(change.after()));
    statement.setString(9, change.cause().name());
    statement.setString(10, change.reading());
  }

  private static FigureChange read(ResultSet row) throws SQLException {
    return new FigureChange(
        row.getString(1),
        Period.valueOf(row.getString(2)),
        Columns.instant(row.getLong(3)),
        row.getString(4),
        row.getString(5),
        decimalOrNull(row.getString(6)),
        decimalOrNull(row.getString(7)),
        CauseKind.valueOf(row.getString(8)),
        row.getString(9),
        Columns.instant(row.getLong(10)));
  }

  private static @Nullable BigDecimal decimalOrNull(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }

  private static String cursorOf(FigureChange change) {
    return Cursor.of(
        micros(change.at()),
        change.subject(),
        change.period().name(),
        micros(change.time()),
        change.item());
  }
}
