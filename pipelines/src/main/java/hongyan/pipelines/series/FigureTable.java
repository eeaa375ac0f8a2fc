package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.getText;
import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.microsOrNull;
import static hongyan.pipelines.series.Columns.setText;
import static hongyan.pipelines.series.Cursor.Key.NUMBER;
import static hongyan.pipelines.series.Cursor.Key.TEXT;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Period;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/** Figures in a table of the database. */
final class FigureTable implements Figures {

  private static final String COLUMNS =
      "subject, period, time, date, aqi, level, valid, complete, standard, reason, means, iaqi,"
          + " primary_pollutants FROM air_figure";
  // A day is written whole when one hour of it changes: rows that stay the same are left alone.
  private static final String UPSERT =
      "INSERT INTO air_figure AS f VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
          + " ON CONFLICT (subject, period, time) DO UPDATE SET date=excluded.date,"
          + " aqi=excluded.aqi, level=excluded.level, valid=excluded.valid,"
          + " complete=excluded.complete, standard=excluded.standard, reason=excluded.reason,"
          + " means=excluded.means, iaqi=excluded.iaqi,"
          + " primary_pollutants=excluded.primary_pollutants"
          + " WHERE f.means<>excluded.means OR f.iaqi<>excluded.iaqi"
          + " OR f.aqi IS DISTINCT FROM excluded.aqi"
          + " OR f.valid<>excluded.valid OR f.complete<>excluded.complete"
          + " OR f.reason IS DISTINCT FROM excluded.reason OR f.standard<>excluded.standard";

  private final SeriesDatabase database;

  FigureTable(SeriesDatabase database) {
    this.database = database;
  }

  @Override
  public void write(List<AirFigure> figures) {
    database.write(
        connection ->
            Batch.write(
                connection, UPSERT, Batch.last(figures, FigureTable::key), FigureTable::bind));
  }

  @Override
  public Page<AirFigure> list(FigureQuery query, Paging paging) {
    var select =
        new Select(COLUMNS)
            .and("period = ?", query.period().name())
            .and("subject = ?", query.subject())
            .and("time >= ?", microsOrNull(query.from()))
            .and("time <= ?", microsOrNull(query.to()));
    if (paging.cursor() != null) {
      List<Object> last = Cursor.parse(paging.cursor(), NUMBER, TEXT);
      select.andAll("time <= ?", last.subList(0, 1)).andAll("(time, subject) < (?, ?)", last);
    }
    select.then("ORDER BY time DESC, subject DESC");
    return database.read(c -> select.page(c, paging, FigureTable::read, FigureTable::cursorOf));
  }

  @Override
  public List<AirFigure> listDays(String subject, String from, String to) {
    return database.read(
        c ->
            new Select(COLUMNS)
                .and("subject = ?", subject)
                .and("period = ?", Period.DAY.name())
                .and("date >= ?", from)
                .and("date <= ?", to)
                .then("ORDER BY time")
                .list(c, FigureTable::read));
  }

  private static List<Object> key(AirFigure figure) {
    return List.of(figure.subject(), figure.period(), figure.time());
  }

  private static void bind(PreparedStatement statement, AirFigure figure) throws SQLException {
    setText(statement, 1, figure.subject());
    setText(statement, 2, figure.period().name());
    statement.setLong(3, micros(figure.time()));
    setText(statement, 4, figure.date());
    statement.setObject(5, figure.aqi(), Types.INTEGER);
    statement.setObject(6, figure.level(), Types.INTEGER);
    statement.setBoolean(7, figure.valid());
    statement.setBoolean(8, figure.complete());
    setText(statement, 9, figure.standard());
    setText(statement, 10, figure.reason());
    setText(statement, 11, FigureText.means(figure.means()));
    setText(statement, 12, FigureText.iaqi(figure.iaqi()));
    setText(statement, 13, FigureText.pollutants(figure.primary()));
  }

  private static AirFigure read(ResultSet row) throws SQLException {
    return new AirFigure(
        getText(row, 1),
        Period.valueOf(getText(row, 2)),
        Columns.instant(row.getLong(3)),
        getText(row, 4),
        FigureText.parseMeans(getText(row, 11)),
        FigureText.parseIaqi(getText(row, 12)),
        Columns.integerOrNull(row, 5),
        Columns.integerOrNull(row, 6),
        FigureText.parsePollutants(getText(row, 13)),
        getText(row, 9),
        row.getBoolean(7),
        getText(row, 10),
        row.getBoolean(8));
  }

  private static String cursorOf(AirFigure figure) {
    return Cursor.of(micros(figure.time()), figure.subject());
  }
}
