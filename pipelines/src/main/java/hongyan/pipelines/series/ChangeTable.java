package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.getText;
import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.microsOrNull;
import static hongyan.pipelines.series.Columns.setText;
import static hongyan.pipelines.series.Columns.text;
import static hongyan.pipelines.series.Cursor.Key.NUMBER;
import static hongyan.pipelines.series.Cursor.Key.TEXT;

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

  private final SeriesDatabase database;

  ChangeTable(SeriesDatabase database) {
    this.database = database;
  }

  /** Writes all as one transaction; of one value and moment the last stays. */
  public void write(List<FigureChange> changes) {
    database.write(
        connection ->
            Batch.write(
                connection, UPSERT, Batch.last(changes, ChangeTable::cursorOf), ChangeTable::bind));
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
          "(at, subject, period, time, item) < (?, ?, ?, ?, ?)",
          Cursor.parse(paging.cursor(), NUMBER, TEXT, TEXT, NUMBER, TEXT));
    }
    select.then("ORDER BY at DESC, subject DESC, period DESC, time DESC, item DESC");
    return database.read(c -> select.page(c, paging, ChangeTable::read, ChangeTable::cursorOf));
  }

  private static void bind(PreparedStatement statement, FigureChange change) throws SQLException {
    setText(statement, 1, change.subject());
    setText(statement, 2, change.period().name());
    statement.setLong(3, micros(change.time()));
    setText(statement, 4, change.item());
    statement.setLong(5, micros(change.at()));
    setText(statement, 6, change.date());
    setText(statement, 7, text(change.before()));
    setText(statement, 8, text(change.after()));
    setText(statement, 9, change.cause().name());
    setText(statement, 10, change.reading());
  }

  private static FigureChange read(ResultSet row) throws SQLException {
    return new FigureChange(
        getText(row, 1),
        Period.valueOf(getText(row, 2)),
        Columns.instant(row.getLong(3)),
        getText(row, 4),
        getText(row, 5),
        decimalOrNull(getText(row, 6)),
        decimalOrNull(getText(row, 7)),
        CauseKind.valueOf(getText(row, 8)),
        getText(row, 9),
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
