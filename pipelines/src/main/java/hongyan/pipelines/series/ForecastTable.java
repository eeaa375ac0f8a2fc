package hongyan.pipelines.series;

import static hongyan.pipelines.series.Columns.getText;
import static hongyan.pipelines.series.Columns.micros;
import static hongyan.pipelines.series.Columns.setText;
import static hongyan.pipelines.series.Cursor.Key.NUMBER;
import static hongyan.pipelines.series.Cursor.Key.TEXT;

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

  private final SeriesDatabase database;

  ForecastTable(SeriesDatabase database) {
    this.database = database;
  }

  /** Writes all as one transaction; of one identity the last stays. */
  public void write(List<Forecast> forecasts) {
    database.write(
        connection -> {
          var deleted = DeletedRaw.decided(connection);
          return Batch.write(
              connection,
              UPSERT,
              Batch.last(forecasts, Forecast::identity),
              (statement, forecast) -> bind(statement, forecast, deleted));
        });
  }

  /** Lists forecasts, the newest issue first. */
  public Page<Forecast> list(ForecastQuery query, Paging paging) {
    var select = select(query);
    if (paging.cursor() != null) {
      select.andAll("(issued_at, id) < (?, ?)", Cursor.parse(paging.cursor(), NUMBER, TEXT));
    }
    select.then("ORDER BY issued_at DESC, id DESC");
    return database.read(c -> select.page(c, paging, ForecastTable::read, ForecastTable::cursorOf));
  }

  /** Lists all forecasts that are asked for, the newest issue first. */
  public List<Forecast> listAll(ForecastQuery query) {
    return database.read(
        c -> select(query).then("ORDER BY issued_at DESC, id DESC").list(c, ForecastTable::read));
  }

  /** Looks up many by identity; those that are not stored are not in the answer. */
  public Map<String, Forecast> find(Collection<String> identities) {
    return database.read(
        c -> IdLookup.find(c, "forecast", identities, ForecastTable::read, Forecast::identity));
  }

  private static void bind(PreparedStatement statement, Forecast forecast, DeletedRaw deleted)
      throws SQLException {
    setText(statement, 1, forecast.identity());
    setText(statement, 2, forecast.issuer());
    statement.setLong(3, micros(forecast.issuedAt()));
    setText(statement, 4, forecast.subject());
    setText(statement, 5, forecast.item());
    setText(statement, 6, forecast.date());
    String json = Json.MAPPER.writeValueAsString(forecast);
    setText(statement, 7, deleted.of("forecast", json, forecast.receipt()));
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
    return Json.MAPPER.readValue(getText(row, 1), Forecast.class);
  }

  private static String cursorOf(Forecast forecast) {
    return Cursor.of(micros(forecast.issuedAt()), forecast.identity());
  }
}
