package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.microsOrNull;

import hongyan.pipelines.quality.Doubt;
import hongyan.pipelines.records.Json;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

  private final SeriesFile file;

  DoubtTable(SeriesFile file) {
    this.file = file;
  }

  /** Writes all as one transaction, in their order; one that no longer stands is taken away. */
  public void write(List<Doubt> doubts) {
    file.write(
        connection -> {
          try (PreparedStatement upsert = connection.prepareStatement(UPSERT);
              PreparedStatement delete = connection.prepareStatement(DELETE)) {
            for (Doubt doubt : doubts) {
              if (doubt.standing()) {
                bindKey(upsert, doubt);
                bindRest(upsert, doubt);
                upsert.executeUpdate();
              } else {
                bindKey(delete, doubt);
                delete.executeUpdate();
              }
            }
            return doubts.size();
          }
        });
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
      List<Object> last = Cursor.parse(paging.cursor(), 5);
      select
          .andAll("time <= ?", last.subList(0, 1))
          .andAll("(time, station, pollutant, averaging, rule) < (?, ?, ?, ?, ?)", last);
    }
    select.then("ORDER BY time DESC, station DESC, pollutant DESC, averaging DESC, rule DESC");
    return file.read(
        c ->
            select.page(
                c,
                paging,
                row -> Json.MAPPER.readValue(row.getString(1), Doubt.class),
                DoubtTable::cursorOf));
  }

  private static void bindKey(PreparedStatement statement, Doubt doubt) throws SQLException {
    statement.setString(1, doubt.station());
    statement.setLong(2, micros(doubt.time()));
    statement.setString(3, doubt.pollutant().name());
    statement.setString(4, doubt.averaging().name());
    statement.setString(5, doubt.rule());
  }

  private static void bindRest(PreparedStatement statement, Doubt doubt) throws SQLException {
    var decision = doubt.decision();
    statement.setString(6, doubt.county());
    statement.setString(7, decision == null ? null : decision.verdict().name());
    statement.setString(8, Json.MAPPER.writeValueAsString(doubt));
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
