package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.microsOrNull;

import hongyan.geo.species.Species;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.records.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The current bird records: of each occurrenceID the newest version. */
public final class OccurrenceTable {

  private static final String UPSERT =
      "INSERT INTO occurrence (id, time, species, station, county, zones, json, verdict)"
          + " VALUES (?,?,?,?,?,?,?,?)"
          + " ON CONFLICT (id) DO UPDATE SET time=excluded.time, species=excluded.species,"
          + " station=excluded.station, county=excluded.county, zones=excluded.zones,"
          + " json=excluded.json, verdict=excluded.verdict";

  private final SeriesFile file;

  OccurrenceTable(SeriesFile file) {
    this.file = file;
  }

  /** Writes all as one transaction; of one identity the last stays. */
  public void write(List<PlacedOccurrence> occurrences) {
    file.write(
        connection -> {
          var deleted = DeletedRaw.decided(connection);
          try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            for (PlacedOccurrence occurrence : occurrences) {
              bind(statement, occurrence, deleted);
              statement.addBatch();
            }
            return statement.executeBatch().length;
          }
        });
  }

  /** Lists the bird records that {@code scope} sees, newest first. */
  public Page<PlacedOccurrence> list(Scope scope, OccurrenceQuery query, Paging paging) {
    var select =
        new Select("json FROM occurrence")
            .andAll(scope.condition("county"), scope.counties())
            .and("id = ?", query.id())
            .and("station = ?", query.station())
            .and("county = ?", query.county())
            .and("zones IS NOT NULL AND instr(zones, ?) > 0", Columns.zoneMark(query.zone()))
            .and("species = ?", accepted(query.species()))
            .and("time >= ?", microsOrNull(query.from()))
            .and("time < ?", microsOrNull(query.to()));
    if (paging.cursor() != null) {
      List<Object> last = Cursor.parse(paging.cursor(), 2);
      select.andAll("time <= ?", last.subList(0, 1)).andAll("(time, id) < (?, ?)", last);
    }
    select.then("ORDER BY time DESC, id DESC");
    return file.read(c -> select.page(c, paging, OccurrenceTable::read, OccurrenceTable::cursorOf));
  }

  /** Looks up many by occurrenceID; those that are not stored are not in the answer. */
  public Map<String, PlacedOccurrence> find(Collection<String> ids) {
    return file.read(
        c ->
            IdLookup.find(
                c, "occurrence", ids, OccurrenceTable::read, o -> o.occurrence().occurrenceID()));
  }

  private static void bind(PreparedStatement statement, PlacedOccurrence placed, DeletedRaw deleted)
      throws SQLException {
    Occurrence occurrence = placed.occurrence();
    statement.setString(1, occurrence.occurrenceID());
    statement.setLong(2, micros(occurrence.eventStart()));
    statement.setString(3, accepted(occurrence.scientificName()));
    statement.setString(4, occurrence.station());
    statement.setString(5, placed.placement().county());
    statement.setString(6, Columns.zones(placed.placement()));
    String json = Json.MAPPER.writeValueAsString(placed);
    statement.setString(7, deleted.of("occurrence", json, occurrence.receipt()));
    statement.setString(8, Columns.text(placed.verdict()));
  }

  /** A species is found by any of its names. */
  private static @Nullable String accepted(@Nullable String name) {
    return name == null ? null : Species.load().accepted(name);
  }

  private static PlacedOccurrence read(ResultSet row) throws SQLException {
    return Json.MAPPER.readValue(row.getString(1), PlacedOccurrence.class);
  }

  private static String cursorOf(PlacedOccurrence placed) {
    Occurrence occurrence = placed.occurrence();
    return Cursor.of(micros(occurrence.eventStart()), occurrence.occurrenceID());
  }
}
