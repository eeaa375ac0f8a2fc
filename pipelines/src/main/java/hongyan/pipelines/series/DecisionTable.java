package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.micros;

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

  private final SeriesFile file;

  DecisionTable(SeriesFile file) {
    this.file = file;
  }

  /** Adds all as one transaction; one that is there already stays as it is. */
  public void write(List<Decision> decisions) {
    file.write(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "INSERT INTO decision VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING")) {
            for (Decision decision : decisions) {
              bind(statement, decision);
              statement.addBatch();
            }
            return statement.executeBatch().length;
          }
        });
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
          Cursor.parse(paging.cursor(), 5));
    }
    select.then(
        "ORDER BY decided_at DESC, station DESC, time DESC, pollutant DESC, averaging DESC");
    return file.read(c -> select.page(c, paging, DecisionTable::read, DecisionTable::cursorOf));
  }

  private static void bind(PreparedStatement statement, Decision decision) throws SQLException {
    statement.setString(1, decision.station());
    statement.setLong(2, micros(decision.time()));
    statement.setString(3, decision.pollutant().name());
    statement.setString(4, decision.averaging().name());
    statement.setLong(5, micros(decision.decidedAt()));
    statement.setString(6, decision.verdict().name());
    statement.setString(7, decision.value().toString());
    statement.setString(8, decision.note());
    statement.setString(9, decision.who());
  }

  private static Decision read(ResultSet row) throws SQLException {
    return new Decision(
        row.getString(1),
        Pollutant.valueOf(row.getString(2)),
        Averaging.valueOf(row.getString(3)),
        Columns.instant(row.getLong(4)),
        new BigDecimal(row.getString(5)),
        Verdict.valueOf(row.getString(6)),
        row.getString(7),
        row.getString(8),
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
