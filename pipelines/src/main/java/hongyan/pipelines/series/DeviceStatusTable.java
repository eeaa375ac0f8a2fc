package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.getText;
import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.microsOrNull;
import static hongyan.pipelines.series.Columns.setText;
import static hongyan.pipelines.series.Cursor.Key.NUMBER;
import static hongyan.pipelines.series.Cursor.Key.TEXT;

import hongyan.pipelines.devices.DeviceStatus;
import hongyan.pipelines.devices.PlacedDeviceStatus;
import hongyan.pipelines.records.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The current statuses of devices: of each device and moment the newest version. */
public final class DeviceStatusTable {

  private static final String UPSERT =
      "INSERT INTO device_status VALUES (?,?,?,?,?,?,?)"
          + " ON CONFLICT (id) DO UPDATE SET station=excluded.station, county=excluded.county,"
          + " zones=excluded.zones, json=excluded.json";

  private final SeriesDatabase database;

  DeviceStatusTable(SeriesDatabase database) {
    this.database = database;
  }

  /** Writes all as one transaction; of one identity the last stays. */
  public void write(List<PlacedDeviceStatus> statuses) {
    database.write(
        connection ->
            Batch.write(
                connection,
                UPSERT,
                Batch.last(statuses, placed -> placed.status().identity()),
                DeviceStatusTable::bind));
  }

  /** Lists the statuses that {@code scope} sees, newest first. */
  public Page<PlacedDeviceStatus> list(Scope scope, DeviceStatusQuery query, Paging paging) {
    var select =
        new Select("json FROM device_status")
            .andAll(scope.condition("county"), scope.counties())
            .and("device = ?", query.device())
            .and("station = ?", query.station())
            .and("county = ?", query.county())
            .and(
                "zones IS NOT NULL AND " + database.contains("zones"),
                Columns.zoneMark(query.zone()))
            .and("time >= ?", microsOrNull(query.from()))
            .and("time < ?", microsOrNull(query.to()));
    if (paging.cursor() != null) {
      List<Object> last = Cursor.parse(paging.cursor(), NUMBER, TEXT);
      select.andAll("time <= ?", last.subList(0, 1)).andAll("(time, id) < (?, ?)", last);
    }
    select.then("ORDER BY time DESC, id DESC");
    return database.read(
        c -> select.page(c, paging, DeviceStatusTable::read, DeviceStatusTable::cursorOf));
  }

  /** Looks up many by identity; those that are not stored are not in the answer. */
  public Map<String, PlacedDeviceStatus> find(Collection<String> identities) {
    return database.read(
        c ->
            IdLookup.find(
                c,
                "device_status",
                identities,
                DeviceStatusTable::read,
                placed -> placed.status().identity()));
  }

  private static void bind(PreparedStatement statement, PlacedDeviceStatus placed)
      throws SQLException {
    DeviceStatus status = placed.status();
    setText(statement, 1, status.identity());
    statement.setLong(2, micros(status.time()));
    setText(statement, 3, status.device());
    setText(statement, 4, placed.device().station());
    setText(statement, 5, placed.placement().county());
    setText(statement, 6, Columns.zones(placed.placement()));
    setText(statement, 7, Json.MAPPER.writeValueAsString(placed));
  }

  private static PlacedDeviceStatus read(ResultSet row) throws SQLException {
    return Json.MAPPER.readValue(getText(row, 1), PlacedDeviceStatus.class);
  }

  private static String cursorOf(PlacedDeviceStatus placed) {
    return Cursor.of(micros(placed.status().time()), placed.status().identity());
  }
}
