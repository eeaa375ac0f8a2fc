package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.getText;
import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.microsOrNull;
import static hongyan.pipelines.series.Columns.setText;
import static hongyan.pipelines.series.Cursor.Key.NUMBER;
import static hongyan.pipelines.series.Cursor.Key.TEXT;

import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.casualties.PlacedCasualty;
import hongyan.pipelines.records.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The current casualties: of each casualtyID the newest version. */
public final class CasualtyTable {

  private static final String UPSERT =
      "INSERT INTO casualty VALUES (?,?,?,?,?,?)"
          + " ON CONFLICT (id) DO UPDATE SET time=excluded.time,"
          + " species=excluded.species, county=excluded.county, zones=excluded.zones,"
          + " json=excluded.json";

  private final SeriesDatabase database;

  CasualtyTable(SeriesDatabase database) {
    this.database = database;
  }

  /** Writes all as one transaction; of one identity the last stays. */
  public void write(List<PlacedCasualty> casualties) {
    database.write(
        connection ->
            Batch.write(
                connection,
                UPSERT,
                Batch.last(casualties, placed -> placed.casualty().casualtyID()),
                CasualtyTable::bind));
  }

  /** Lists the casualties that {@code scope} sees, newest first. */
  public Page<PlacedCasualty> list(Scope scope, CasualtyQuery query, Paging paging) {
    var select =
        new Select("json FROM casualty")
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
    return database.read(c -> select.page(c, paging, CasualtyTable::read, CasualtyTable::cursorOf));
  }

  /** Looks up many by casualtyID; those that are not stored are not in the answer. */
  public Map<String, PlacedCasualty> find(Collection<String> ids) {
    return database.read(
        c ->
            IdLookup.find(c, "casualty", ids, CasualtyTable::read, f -> f.casualty().casualtyID()));
  }

  private static void bind(PreparedStatement statement, PlacedCasualty placed) throws SQLException {
    Casualty casualty = placed.casualty();
    setText(statement, 1, casualty.casualtyID());
    statement.setLong(2, micros(casualty.time()));
    setText(statement, 3, casualty.species());
    setText(statement, 4, placed.placement().county());
    setText(statement, 5, Columns.zones(placed.placement()));
    setText(statement, 6, Json.MAPPER.writeValueAsString(placed));
  }

  private static PlacedCasualty read(ResultSet row) throws SQLException {
    return Json.MAPPER.readValue(getText(row, 1), PlacedCasualty.class);
  }

  private static String cursorOf(PlacedCasualty placed) {
    return Cursor.of(micros(placed.casualty().time()), placed.casualty().casualtyID());
  }
}
