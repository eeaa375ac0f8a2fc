package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.microsOrNull;

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

  private final SeriesFile file;

  DeviceStatusTable(SeriesFile file) {
    this.file = file;
  }

  /** Writes all as one transaction; of one identity the last stays. */
  public void write(List<PlacedDeviceStatus> statuses) {
    file.write(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            for (PlacedDeviceStatus status : statuses) {
              bind(statement, status);
              statement.addBatch();
            }
            return statement.executeBatch().length;
          }
        });
  }

  /** Lists the statuses that {@code scope} sees, newest first. */
  public Page<PlacedDeviceStatus> list(Scope scope, DeviceStatusQuery query, Paging paging) {
    var select =
        new Select("json FROM device_status")
            .andAll(scope.condition("county"), scope.counties())
            .and("device = ?", query.device())
            .and("station = ?", query.station())
            .and("county = ?", query.county())
            .and("zones IS NOT NULL AND instr(zones, ?) > 0", Columns.zoneMark(query.zone()))
            .and("time >= ?", microsOrNull(query.from()))
            .and("time < ?", microsOrNull(query.to()));
    if (paging.cursor() != null) {
      List<Object> last = Cursor.parse(paging.cursor(), 2);
      select.andAll("time <= ?", last.subList(0, 1)).andAll("(time, id) < (?, ?)", last);
    }
    select.then("ORDER BY time DESC, id DESC");
    return file.read(
        c -> select.page(c, paging, DeviceStatusTable::read, DeviceStatusTable::cursorOf));
  }

  /** Looks up many by identity; those that are not stored are not in the answer. */
  public Map<String, PlacedDeviceStatus> find(Collection<String> identities) {
    return file.read(
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
    statement.setString(1, status.identity());
    statement.setLong(2, micros(status.time()));
    statement.setString(3, status.device());
    statement.setString(4, placed.device().station());
    statement.setString(5, placed.placement().county());
    statement.setString(6, Columns.zones(placed.placement()));
    statement.setString(7, Json.MAPPER.writeValueAsString(placed));
  }

  private static PlacedDeviceStatus read(ResultSet row) throws SQLException {
    return Json.MAPPER.readValue(row.getString(1), PlacedDeviceStatus.class);
  }

  private static String cursorOf(PlacedDeviceStatus placed) {
    return Cursor.of(micros(placed.status().time()), placed.status().identity());
  }
}
