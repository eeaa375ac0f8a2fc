package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.getText;
import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.setText;
import static hongyan.pipelines.series.Cursor.Key.NUMBER;
import static hongyan.pipelines.series.Cursor.Key.TEXT;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.quality.Decision;
import hongyan.pipelines.quality.Verdict;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All decisions on readings, those that later ones have replaced among them. */
public final class DecisionTable {

  private final SeriesDatabase database;

  DecisionTable(SeriesDatabase database) {
    this.database = database;
  }

  /** Adds all as one transaction; one that is there already stays as it is. */
  public void write(List<Decision> decisions) {
    database.write(
        connection ->
            Batch.write(
                connection,
                "INSERT INTO decision VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING",
                decisions,
                DecisionTable::bind));
  }

  /**
   * Lists decisions, the newest first: of one reading, the first is the one in force.
   *
   * @param station id of the only station asked for, or null for all
   */
  public Page<Decision> list(@Nullable String station, Paging paging) {
    var select =
        new Select(
                "station, pollutant, averaging, time, value, verdict, note, who, decided_at"
                    + " FROM decision")
            .and("station = ?", station);
    if (paging.cursor() != null) {
      select.andAll(
          "(decided_at, station, time, pollutant, averaging) < (?, ?, ?, ?, ?)",
          Cursor.parse(paging.cursor(), NUMBER, TEXT, NUMBER, TEXT, TEXT));
    }
    select.then(
        "ORDER BY decided_at DESC, station DESC, time DESC, pollutant DESC, averaging DESC");
    return database.read(c -> select.page(c, paging, DecisionTable::read, DecisionTable::cursorOf));
  }

  private static void bind(PreparedStatement statement, Decision decision) throws SQLException {
    setText(statement, 1, decision.station());
    statement.setLong(2, micros(decision.time()));
    setText(statement, 3, decision.pollutant().name());
    setText(statement, 4, decision.averaging().name());
    statement.setLong(5, micros(decision.decidedAt()));
    setText(statement, 6, decision.verdict().name());
    setText(statement, 7, decision.value().toString());
    setText(statement, 8, decision.note());
    setText(statement, 9, decision.who());
  }

  private static Decision read(ResultSet row) throws SQLException {
    return new Decision(
        getText(row, 1),
        Pollutant.valueOf(getText(row, 2)),
        Averaging.valueOf(getText(row, 3)),
        Columns.instant(row.getLong(4)),
        new BigDecimal(getText(row, 5)),
        Verdict.valueOf(getText(row, 6)),
        getText(row, 7),
        getText(row, 8),
        Columns.instant(row.getLong(9)));
  }

  private static String cursorOf(Decision decision) {
    return Cursor.of(
        micros(decision.decidedAt()),
        decision.station(),
        micros(decision.time()),
        decision.pollutant().name(),
        decision.averaging().name());
  }
}
