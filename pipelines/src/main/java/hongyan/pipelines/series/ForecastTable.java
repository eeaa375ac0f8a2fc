package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.micros;

import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.records.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The current forecasts: of each identity the newest version. */
public final class ForecastTable {

  private static final String UPSERT =
      "INSERT INTO forecast VALUES (?,?,?,?,?,?,?)"
          + " ON CONFLICT (id) DO UPDATE SET json=excluded.json";

  private final SeriesFile file;

  ForecastTable(SeriesFile file) {
    this.file = file;
  }

  /** Writes all as one transaction; of one identity the last stays. */
  public void write(List<Forecast> forecasts) {
    file.write(
        connection -> {
          var deleted = DeletedRaw.decided(connection);
          try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            for (Forecast forecast : forecasts) {
              statement.setString(1, forecast.identity());
              statement.setString(2, forecast.issuer());
              statement.setLong(3, micros(forecast.issuedAt()));
              statement.setString(4, forecast.subject());
              statement.setString(5, forecast.item());
              statement.setString(6, forecast.date());
              String json = Json.MAPPER.writeValueAsString(forecast);
              statement.setString(7, deleted.of("forecast", json, forecast.receipt()));
              statement.addBatch();
            }
            return statement.executeBatch().length;
          }
        });
  }

  /** Lists forecasts, the newest issue first. */
  public Page<Forecast> list(ForecastQuery query, Paging paging) {
    var select = select(query);
    if (paging.cursor() != null) {
      select.andAll("(issued_at, id) < (?, ?)", Cursor.parse(paging.cursor(), 2));
    }
    select.then("ORDER BY issued_at DESC, id DESC");
    return file.read(c -> select.page(c, paging, ForecastTable::read, ForecastTable::cursorOf));
  }

  /** Lists all forecasts that are asked for, the newest issue first. */
  public List<Forecast> listAll(ForecastQuery query) {
    return file.read(
        c -> select(query).then("ORDER BY issued_at DESC, id DESC").list(c, ForecastTable::read));
  }

  /** Looks up many by identity; those that are not stored are not in the answer. */
  public Map<String, Forecast> find(Collection<String> identities) {
    return file.read(
        c -> IdLookup.find(c, "forecast", identities, ForecastTable::read, Forecast::identity));
  }

  private static Select select(ForecastQuery query) {
    return new Select("json FROM forecast")
        .and("issuer = ?", query.issuer())
        .and("subject = ?", query.subject())
        .and("item = ?", query.item())
        .and("date >= ?", query.from())
        .and("date <= ?", query.to());
  }

  private static Forecast read(ResultSet row) throws SQLException {
    return Json.MAPPER.readValue(row.getString(1), Forecast.class);
  }

  private static String cursorOf(Forecast forecast) {
    return Cursor.of(micros(forecast.issuedAt()), forecast.identity());
  }
}
