package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.microsOrNull;

import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.birds.quality.OccurrenceDoubt;
import hongyan.pipelines.records.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The doubts about bird records that stand. */
public final class OccurrenceDoubtTable {

  private static final String UPSERT =
      "INSERT INTO occurrence_doubt (id, rule, among, time, json) VALUES (?,?,?,?,?)"
          + " ON CONFLICT (id, rule, among) DO UPDATE SET time=excluded.time, json=excluded.json";
  private static final String DELETE =
      "DELETE FROM occurrence_doubt WHERE id=? AND rule=? AND among=?";

  private final SeriesFile file;

  OccurrenceDoubtTable(SeriesFile file) {
    this.file = file;
  }

  /** Writes all as one transaction, in their order; one that no longer stands is taken away. */
  public void write(List<OccurrenceDoubt> doubts) {
    file.write(
        connection -> {
          try (PreparedStatement upsert = connection.prepareStatement(UPSERT);
              PreparedStatement delete = connection.prepareStatement(DELETE)) {
            for (OccurrenceDoubt doubt : doubts) {
              PreparedStatement statement = doubt.standing() ? upsert : delete;
              statement.setString(1, doubt.occurrenceID());
              statement.setString(2, doubt.rule());
              statement.setString(3, doubt.among());
              if (doubt.standing()) {
                statement.setLong(4, micros(doubt.time()));
                statement.setString(5, Json.MAPPER.writeValueAsString(doubt));
              }
              statement.executeUpdate();
            }
            return doubts.size();
          }
        });
  }

  /** Lists doubts about records that {@code scope} sees, those about the newest first. */
  public Page<DoubtedOccurrence> list(Scope scope, OccurrenceDoubtQuery query, Paging paging) {
    var select =
        new Select("d.json, o.json FROM occurrence_doubt d CROSS JOIN occurrence o ON o.id = d.id")
            .andAll(scope.condition("o.county"), scope.counties())
            .and("d.id = ?", query.id())
            .and("o.county = ?", query.county())
            .and("o.zones IS NOT NULL AND instr(o.zones, ?) > 0", Columns.zoneMark(query.zone()))
            .and("d.rule = ?", query.rule())
            .and("d.time >= ?", microsOrNull(query.from()))
            .and("d.time < ?", microsOrNull(query.to()));
    if (query.decided() != null) {
      select.andAll(query.decided() ? "o.verdict IS NOT NULL" : "o.verdict IS NULL", List.of());
    }
    if (paging.cursor() != null) {
      List<Object> last = Cursor.parse(paging.cursor(), 4);
      select
          .andAll("d.time <= ?", last.subList(0, 1))
          .andAll("(d.time, d.id, d.rule, d.among) < (?, ?, ?, ?)", last);
    }
    select.then("ORDER BY d.time DESC, d.id DESC, d.rule DESC, d.among DESC");
    return file.read(
        c -> select.page(c, paging, OccurrenceDoubtTable::read, OccurrenceDoubtTable::cursorOf));
  }

  private static DoubtedOccurrence read(ResultSet row) throws SQLException {
    return new DoubtedOccurrence(
        Json.MAPPER.readValue(row.getString(1), OccurrenceDoubt.class),
        Json.MAPPER.readValue(row.getString(2), PlacedOccurrence.class));
  }

  private static String cursorOf(DoubtedOccurrence doubted) {
    OccurrenceDoubt doubt = doubted.doubt();
    return Cursor.of(micros(doubt.time()), doubt.occurrenceID(), doubt.rule(), doubt.among());
  }
}
