package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.microsOrNull;

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
      "INSERT INTO air_figure VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
          + " ON CONFLICT (subject, period, time) DO UPDATE SET date=excluded.date,"
          + " aqi=excluded.aqi, level=excluded.level, valid=excluded.valid,"
          + " complete=excluded.complete, standard=excluded.standard, reason=excluded.reason,"
          + " means=excluded.means, iaqi=excluded.iaqi,"
          + " primary_pollutants=excluded.primary_pollutants"
          + " WHERE means<>excluded.means OR iaqi<>excluded.iaqi OR aqi IS NOT excluded.aqi"
          + " OR valid<>excluded.valid OR complete<>excluded.complete"
          + " OR reason IS NOT excluded.reason OR standard<>excluded.standard";

  private final SeriesFile file;

  FigureTable(SeriesFile file) {
    this.file = file;
  }

  @Override
  public void write(List<AirFigure> figures) {
    file.write(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            for (AirFigure figure : figures) {
              bind(statement, figure);
              statement.addBatch();
            }
            return statement.executeBatch().length;
          }
        });
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
      List<Object> last = Cursor.parse(paging.cursor(), 2);
      select.andAll("time <= ?", last.subList(0, 1)).andAll("(time, subject) < (?, ?)", last);
    }
    select.then("ORDER BY time DESC, subject DESC");
    return file.read(c -> select.page(c, paging, FigureTable::read, FigureTable::cursorOf));
  }

  @Override
  public List<AirFigure> listDays(String subject, String from, String to) {
    return file.read(
        c ->
            new Select(COLUMNS)
                .and("subject = ?", subject)
                .and("period = ?", Period.DAY.name())
                .and("date >= ?", from)
                .and("date <= ?", to)
                .then("ORDER BY time")
                .list(c, FigureTable::read));
  }

  private static void bind(PreparedStatement statement, AirFigure figure) throws SQLException {
    statement.setString(1, figure.subject());
    statement.setString(2, figure.period().name());
    statement.setLong(3, micros(figure.time()));
    statement.setString(4, figure.date());
    statement.setObject(5, figure.aqi(), Types.INTEGER);
    statement.setObject(6, figure.level(), Types.INTEGER);
    statement.setBoolean(7, figure.valid());
    statement.setBoolean(8, figure.complete());
    statement.setString(9, figure.standard());
    statement.setString(10, figure.reason());
    statement.setString(11, FigureText.means(figure.means()));
    statement.setString(12, FigureText.iaqi(figure.iaqi()));
    statement.setString(13, FigureText.pollutants(figure.primary()));
  }

  private static AirFigure read(ResultSet row) throws SQLException {
    return new AirFigure(
        row.getString(1),
        Period.valueOf(row.getString(2)),
        Columns.instant(row.getLong(3)),
        row.getString(4),
        FigureText.parseMeans(row.getString(11)),
        FigureText.parseIaqi(row.getString(12)),
        Columns.integerOrNull(row, 5),
        Columns.integerOrNull(row, 6),
        FigureText.parsePollutants(row.getString(13)),
        row.getString(9),
        row.getBoolean(7),
        row.getString(10),
        row.getBoolean(8));
  }

  private static String cursorOf(AirFigure figure) {
    return Cursor.of(micros(figure.time()), figure.subject());
  }
}
