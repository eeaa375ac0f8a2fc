package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.getText;
import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.microsOrNull;
import static hongyan.pipelines.series.Columns.setText;
import static hongyan.pipelines.series.Cursor.Key.NUMBER;
import static hongyan.pipelines.series.Cursor.Key.TEXT;

import hongyan.pipelines.quality.Doubt;
import hongyan.pipelines.records.Json;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** The doubts about readings that stand. */
public final class DoubtTable {

  private static final String KEY = "station, time, pollutant, averaging, rule";
  private static final String UPSERT =
      "INSERT INTO doubt VALUES (?,?,?,?,?,?,?,?) ON CONFLICT ("
          + KEY
          + ") DO UPDATE SET county=excluded.county, verdict=excluded.verdict, json=excluded.json";
  private static final String DELETE =
      "DELETE FROM doubt WHERE station=? AND time=? AND pollutant=? AND averaging=? AND rule=?";

  private final SeriesDatabase database;

  DoubtTable(SeriesDatabase database) {
    this.database = database;
  }

  /** Writes all as one transaction; the last of an identity that no longer stands takes it away. */
  public void write(List<Doubt> doubts) {
    Collection<Doubt> last = Batch.last(doubts, DoubtTable::key);
    database.write(
        connection ->
            Batch.write(
                    connection,
                    UPSERT,
                    last.stream().filter(Doubt::standing).toList(),
                    DoubtTable::bind)
                + Batch.write(
                    connection,
                    DELETE,
                    last.stream().filter(doubt -> !doubt.standing()).toList(),
                    DoubtTable::bindKey));
  }

  /** Lists doubts, those about the newest readings first. */
  public Page<Doubt> list(DoubtQuery query, Paging paging) {
    var select =
        new Select("json FROM doubt")
            .and("station = ?", query.station())
            .and("county = ?", query.county())
            .and("rule = ?", query.rule())
            .and("time >= ?", microsOrNull(query.from()))
            .and("time < ?", microsOrNull(query.to()));
    if (query.decided() != null) {
      select.andAll(query.decided() ? "verdict IS NOT NULL" : "verdict IS NULL", List.of());
    }
    if (paging.cursor() != null) {
      List<Object> last = Cursor.parse(paging.cursor(), NUMBER, TEXT, TEXT, TEXT, TEXT);
      select
          .andAll("time <= ?", last.subList(0, 1))
          .andAll("(time, station, pollutant, averaging, rule) < (?, ?, ?, ?, ?)", last);
    }
    select.then("ORDER BY time DESC, station DESC, pollutant DESC, averaging DESC, rule DESC");
    return database.read(
        c ->
            select.page(
                c,
                paging,
                row -> Json.MAPPER.readValue(getText(row, 1), Doubt.class),
                DoubtTable::cursorOf));
  }

  private static List<Object> key(Doubt doubt) {
    return List.of(
        doubt.station(), doubt.time(), doubt.pollutant(), doubt.averaging(), doubt.rule());
  }

  private static void bindKey(PreparedStatement statement, Doubt doubt) throws SQLException {
    setText(statement, 1, doubt.station());
    statement.setLong(2, micros(doubt.time()));
    setText(statement, 3, doubt.pollutant().name());
    setText(statement, 4, doubt.averaging().name());
    setText(statement, 5, doubt.rule());
  }

  private static void bind(PreparedStatement statement, Doubt doubt) throws SQLException {
    bindKey(statement, doubt);
    var decision = doubt.decision();
    setText(statement, 6, doubt.county());
    setText(statement, 7, decision == null ? null : decision.verdict().name());
    setText(statement, 8, Json.MAPPER.writeValueAsString(doubt));
  }

  private static String cursorOf(Doubt doubt) {
    return Cursor.of(
        micros(doubt.time()),
        doubt.station(),
        doubt.pollutant().name(),
        doubt.averaging().name(),
        doubt.rule());
  }
}
