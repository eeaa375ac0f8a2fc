package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.microsOrNull;

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

  private final SeriesFile file;

  FindingTable(SeriesFile file) {
    this.file = file;
  }

  /** Writes all as one transaction; of one identity the last stays. */
  public void write(List<PlacedFinding> findings) {
    file.write(
        connection -> {
          var deleted = DeletedRaw.decided(connection);
          try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            for (PlacedFinding finding : findings) {
              bind(statement, finding, deleted);
              statement.addBatch();
            }
            return statement.executeBatch().length;
          }
        });
  }

  /** Lists the findings that {@code scope} sees, newest first. */
  public Page<PlacedFinding> list(Scope scope, FindingQuery query, Paging paging) {
    var select =
        new Select("json FROM finding")
            .andAll(scope.condition("county"), scope.counties())
            .and("id = ?", query.id())
            .and("county = ?", query.county())
            .and("zones IS NOT NULL AND instr(zones, ?) > 0", Columns.zoneMark(query.zone()))
            .and("species = ?", query.species())
            .and("time >= ?", microsOrNull(query.from()))
            .and("time < ?", microsOrNull(query.to()));
    if (paging.cursor() != null) {
      List<Object> last = Cursor.parse(paging.cursor(), 2);
      select.andAll("time <= ?", last.subList(0, 1)).andAll("(time, id) < (?, ?)", last);
    }
    select.then("ORDER BY time DESC, id DESC");
    return file.read(c -> select.page(c, paging, FindingTable::read, FindingTable::cursorOf));
  }

  /** Looks up many by findingID; those that are not stored are not in the answer. */
  public Map<String, PlacedFinding> find(Collection<String> ids) {
    return file.read(
        c -> IdLookup.find(c, "finding", ids, FindingTable::read, f -> f.finding().findingID()));
  }

  private static void bind(PreparedStatement statement, PlacedFinding placed, DeletedRaw deleted)
      throws SQLException {
    Finding finding = placed.finding();
    statement.setString(1, finding.findingID());
    statement.setLong(2, micros(finding.time()));
    statement.setString(3, finding.conduct());
    statement.setString(4, finding.species());
    statement.setString(5, placed.placement().county());
    statement.setString(6, Columns.zones(placed.placement()));
    String json = Json.MAPPER.writeValueAsString(placed);
    statement.setString(7, deleted.of("finding", json, finding.receipt()));
  }

  private static PlacedFinding read(ResultSet row) throws SQLException {
    return Json.MAPPER.readValue(row.getString(1), PlacedFinding.class);
  }

  private static String cursorOf(PlacedFinding placed) {
    return Cursor.of(micros(placed.finding().time()), placed.finding().findingID());
  }
}
