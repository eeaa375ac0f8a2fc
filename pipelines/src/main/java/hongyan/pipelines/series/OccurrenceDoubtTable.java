package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.getText;
import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.microsOrNull;
import static hongyan.pipelines.series.Columns.setText;
import static hongyan.pipelines.series.Cursor.Key.NUMBER;
import static hongyan.pipelines.series.Cursor.Key.TEXT;

import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.birds.quality.OccurrenceDoubt;
import hongyan.pipelines.records.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** The doubts about bird records that stand. */
public final class OccurrenceDoubtTable {

  private static final String UPSERT =
      "INSERT INTO occurrence_doubt (id, rule, among, time, json) VALUES (?,?,?,?,?)"
          + " ON CONFLICT (id, rule, among) DO UPDATE SET time=excluded.time, json=excluded.json";
  private static final String DELETE =
      "DELETE FROM occurrence_doubt WHERE id=? AND rule=? AND among=?";

  private final SeriesDatabase database;

  OccurrenceDoubtTable(SeriesDatabase database) {
    this.database = database;
  }

  /** Writes all as one transaction; the last of an identity that no longer stands takes it away. */
  public void write(List<OccurrenceDoubt> doubts) {
    Collection<OccurrenceDoubt> last = Batch.last(doubts, OccurrenceDoubtTable::key);
    database.write(
        connection ->
            Batch.write(
                    connection,
                    UPSERT,
                    last.stream().filter(OccurrenceDoubt::standing).toList(),
                    OccurrenceDoubtTable::bind)
                + Batch.write(
                    connection,
                    DELETE,
                    last.stream().filter(doubt -> !doubt.standing()).toList(),
                    OccurrenceDoubtTable::bindKey));
  }

  /** Lists doubts about records that {@code scope} sees, those about the newest first. */
  public Page<DoubtedOccurrence> list(Scope scope, OccurrenceDoubtQuery query, Paging paging) {
    var select =
        new Select(
                "d.json, o.json FROM occurrence_doubt d %s occurrence o ON o.id = d.id"
                    .formatted(database.join()))
            .andAll(scope.condition("o.county"), scope.counties())
            .and("d.id = ?", query.id())
            .and("o.county = ?", query.county())
            .and(
                "o.zones IS NOT NULL AND " + database.contains("o.zones"),
                Columns.zoneMark(query.zone()))
            .and("d.rule = ?", query.rule())
            .and("d.time >= ?", microsOrNull(query.from()))
            .and("d.time < ?", microsOrNull(query.to()));
    if (query.decided() != null) {
      select.andAll(query.decided() ? "o.verdict IS NOT NULL" : "o.verdict IS NULL", List.of());
    }
    if (paging.cursor() != null) {
      List<Object> last = Cursor.parse(paging.cursor(), NUMBER, TEXT, TEXT, TEXT);
      select
          .andAll("d.time <= ?", last.subList(0, 1))
          .andAll("(d.time, d.id, d.rule, d.among) < (?, ?, ?, ?)", last);
    }
    select.then("ORDER BY d.time DESC, d.id DESC, d.rule DESC, d.among DESC");
    return database.read(
        c -> select.page(c, paging, OccurrenceDoubtTable::read, OccurrenceDoubtTable::cursorOf));
  }

  private static List<Object> key(OccurrenceDoubt doubt) {
    return List.of(doubt.occurrenceID(), doubt.rule(), doubt.among());
  }

  private static void bindKey(PreparedStatement statement, OccurrenceDoubt doubt)
      throws SQLException {
    setText(statement, 1, doubt.occurrenceID());
    setText(statement, 2, doubt.rule());
    setText(statement, 3, doubt.among());
  }

  private static void bind(PreparedStatement statement, OccurrenceDoubt doubt) throws SQLException {
    bindKey(statement, doubt);
    statement.setLong(4, micros(doubt.time()));
    setText(statement, 5, Json.MAPPER.writeValueAsString(doubt));
  }

  private static DoubtedOccurrence read(ResultSet row) throws SQLException {
    return new DoubtedOccurrence(
        Json.MAPPER.readValue(getText(row, 1), OccurrenceDoubt.class),
        Json.MAPPER.readValue(getText(row, 2), PlacedOccurrence.class));
  }

  private static String cursorOf(DoubtedOccurrence doubted) {
    OccurrenceDoubt doubt = doubted.doubt();
    return Cursor.of(micros(doubt.time()), doubt.occurrenceID(), doubt.rule(), doubt.among());
  }
}
