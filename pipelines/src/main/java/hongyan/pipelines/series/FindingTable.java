package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.getText;
import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.microsOrNull;
import static hongyan.pipelines.series.Columns.setText;
import static hongyan.pipelines.series.Cursor.Key.NUMBER;
import static hongyan.pipelines.series.Cursor.Key.TEXT;

import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.records.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The current findings: of each findingID the newest version. */
public final class FindingTable {

  private static final String UPSERT =
      "INSERT INTO finding VALUES (?,?,?,?,?,?,?)"
          + " ON CONFLICT (id) DO UPDATE SET time=excluded.time, conduct=excluded.conduct,"
          + " species=excluded.species, county=excluded.county, zones=excluded.zones,"
          + " json=excluded.json";

  private final SeriesDatabase database;

  FindingTable(SeriesDatabase database) {
    this.database = database;
  }

  /** Writes all as one transaction; of one identity the last stays. */
  public void write(List<PlacedFinding> findings) {
    database.write(
        connection -> {
          var deleted = DeletedRaw.decided(connection);
          return Batch.write(
              connection,
              UPSERT,
              Batch.last(findings, placed -> placed.finding().findingID()),
              (statement, finding) -> bind(statement, finding, deleted));
        });
  }

  /** Lists the findings that {@code scope} sees, newest first. */
  public Page<PlacedFinding> list(Scope scope, FindingQuery query, Paging paging) {
    var select =
        new Select("json FROM finding")
            .andAll(scope.condition("county"), scope.counties())
            .and("id = ?", query.id())
            .and("county = ?", query.county())
            .and(
                "zones IS NOT NULL AND " + database.contains("zones"),
                Columns.zoneMark(query.zone()))
            .and("species = ?", query.species())
            .and("time >= ?", microsOrNull(query.from()))
            .and("time < ?", microsOrNull(query.to()));
    if (paging.cursor() != null) {
      List<Object> last = Cursor.parse(paging.cursor(), NUMBER, TEXT);
      select.andAll("time <= ?", last.subList(0, 1)).andAll("(time, id) < (?, ?)", last);
    }
    select.then("ORDER BY time DESC, id DESC");
    return database.read(c -> select.page(c, paging, FindingTable::read, FindingTable::cursorOf));
  }

  /** Looks up many by findingID; those that are not stored are not in the answer. */
  public Map<String, PlacedFinding> find(Collection<String> ids) {
    return database.read(
        c -> IdLookup.find(c, "finding", ids, FindingTable::read, f -> f.finding().findingID()));
  }

  private static void bind(PreparedStatement statement, PlacedFinding placed, DeletedRaw deleted)
      throws SQLException {
    Finding finding = placed.finding();
    setText(statement, 1, finding.findingID());
    statement.setLong(2, micros(finding.time()));
    setText(statement, 3, finding.conduct());
    setText(statement, 4, finding.species());
    setText(statement, 5, placed.placement().county());
    setText(statement, 6, Columns.zones(placed.placement()));
    String json = Json.MAPPER.writeValueAsString(placed);
    setText(statement, 7, deleted.of("finding", json, finding.receipt()));
  }

  private static PlacedFinding read(ResultSet row) throws SQLException {
    return Json.MAPPER.readValue(getText(row, 1), PlacedFinding.class);
  }

  private static String cursorOf(PlacedFinding placed) {
    return Cursor.of(micros(placed.finding().time()), placed.finding().findingID());
  }
}
