package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.getText;
import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.microsOrNull;
import static hongyan.pipelines.series.Columns.setText;
import static hongyan.pipelines.series.Cursor.Key.NUMBER;
import static hongyan.pipelines.series.Cursor.Key.TEXT;

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

  private final SeriesDatabase database;

  OccurrenceTable(SeriesDatabase database) {
    this.database = database;
  }

  /** Writes all as one transaction; of one identity the last stays. */
  public void write(List<PlacedOccurrence> occurrences) {
    database.write(
        connection -> {
          var deleted = DeletedRaw.decided(connection);
          return Batch.write(
              connection,
              UPSERT,
              Batch.last(occurrences, placed -> placed.occurrence().occurrenceID()),
              (statement, occurrence) -> bind(statement, occurrence, deleted));
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
            .and(
                "zones IS NOT NULL AND " + database.contains("zones"),
                Columns.zoneMark(query.zone()))
            .and("species = ?", accepted(query.species()))
            .and("time >= ?", microsOrNull(query.from()))
            .and("time < ?", microsOrNull(query.to()));
    if (paging.cursor() != null) {
      List<Object> last = Cursor.parse(paging.cursor(), NUMBER, TEXT);
      select.andAll("time <= ?", last.subList(0, 1)).andAll("(time, id) < (?, ?)", last);
    }
    select.then("ORDER BY time DESC, id DESC");
    return database.read(
        c -> select.page(c, paging, OccurrenceTable::read, OccurrenceTable::cursorOf));
  }

  /** Looks up many by occurrenceID; those that are not stored are not in the answer. */
  public Map<String, PlacedOccurrence> find(Collection<String> ids) {
    return database.read(
        c ->
            IdLookup.find(
                c, "occurrence", ids, OccurrenceTable::read, o -> o.occurrence().occurrenceID()));
  }

  private static void bind(PreparedStatement statement, PlacedOccurrence placed, DeletedRaw deleted)
      throws SQLException {
    Occurrence occurrence = placed.occurrence();
    setText(statement, 1, occurrence.occurrenceID());
    statement.setLong(2, micros(occurrence.eventStart()));
    setText(statement, 3, accepted(occurrence.scientificName()));
    setText(statement, 4, occurrence.station());
    setText(statement, 5, placed.placement().county());
    setText(statement, 6, Columns.zones(placed.placement()));
    String json = Json.MAPPER.writeValueAsString(placed);
    setText(statement, 7, deleted.of("occurrence", json, occurrence.receipt()));
    setText(statement, 8, Columns.text(placed.verdict()));
  }

  /** A species is found by any of its names. */
  private static @Nullable String accepted(@Nullable String name) {
    return name == null ? null : Species.load().accepted(name);
  }

  private static PlacedOccurrence read(ResultSet row) throws SQLException {
    return Json.MAPPER.readValue(getText(row, 1), PlacedOccurrence.class);
  }

  private static String cursorOf(PlacedOccurrence placed) {
    Occurrence occurrence = placed.occurrence();
    return Cursor.of(micros(occurrence.eventStart()), occurrence.occurrenceID());
  }
}
