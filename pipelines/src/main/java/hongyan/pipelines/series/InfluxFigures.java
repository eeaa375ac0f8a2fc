package hongyan.pipelines.series;

import static hongyan.pipelines.series.Cursor.Key.NUMBER;
import static hongyan.pipelines.series.Cursor.Key.TEXT;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.records.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Figures of the air in an InfluxDB. A series is a subject and period; {@code json} is the figure,
 * the other fields are to draw: the AQI and the mean of each pollutant, {@value #NONE} for none.
 */
final class InfluxFigures implements Figures {

  static final String MEASUREMENT = "air_figure";

  /**
   * A field cannot be taken out of a point again, and neither an index nor a mean is below zero.
   */
  private static final int NONE = -1;

  private static final List<String> JSON = List.of("json");

  private final InfluxDatabase database;
  private final InfluxWriter writer;
  private final InfluxList<AirFigure> all;

  InfluxFigures(InfluxDatabase database, InfluxWriter writer) {
    this.database = database;
    this.writer = writer;
    this.all =
        new InfluxList<>(
            database,
            MEASUREMENT,
            "aqi",
            JSON,
            InfluxFigures::read,
            InfluxFigures::keys,
            NUMBER,
            TEXT);
  }

  @Override
  public void write(List<AirFigure> figures) {
    writer.write(figures.stream().map(InfluxFigures::point).toList());
  }

  @Override
  public Page<AirFigure> list(FigureQuery query, Paging paging) {
    Instant to = query.to();
    return all.page(
        select -> select.tag("period", query.period()).tag("subject", query.subject()),
        query.from(),
        to == null ? null : to.plus(1, ChronoUnit.MICROS),
        paging);
  }

  @Override
  public List<AirFigure> listDays(String subject, String from, String to) {
    var days = new ArrayList<AirFigure>();
    database.query(
        InfluxSelect.columns(MEASUREMENT, JSON)
            .tag("subject", subject)
            .tag("period", Period.DAY)
            .after(midnight(from))
            .until(midnight(to).plus(1, ChronoUnit.DAYS)),
        row -> days.add(read(row)));
    return days.stream()
        .filter(day -> day.date().compareTo(from) >= 0 && day.date().compareTo(to) <= 0)
        .sorted(Comparator.comparing(AirFigure::time))
        .toList();
  }

  private static Instant midnight(String date) {
    return LocalDate.parse(date).atStartOfDay(CivilTime.ZONE).toInstant();
  }

  private static InfluxPoint point(AirFigure figure) {
    String key = "%s|%s|%s".formatted(figure.subject(), figure.period(), figure.time());
    InfluxPoint point =
        new InfluxPoint(MEASUREMENT, key, figure.time())
            .tag("subject", figure.subject())
            .tag("period", figure.period().name())
            .whole("aqi", figure.aqi() == null ? NONE : figure.aqi())
            .yes("valid", figure.valid())
            .json(Json.MAPPER.writeValueAsString(figure));
    drawMeans(point, figure);
    return point;
  }

  private static void drawMeans(InfluxPoint point, AirFigure figure) {
    Map<Pollutant, Mean> means =
        figure.means().stream()
            .collect(Collectors.toMap(Mean::pollutant, Function.identity(), (a, b) -> b));
    for (Pollutant pollutant : Pollutant.values()) {
      Mean mean = means.get(pollutant);
      boolean none = mean == null || mean.value() == null;
      point.number(pollutant.name(), none ? NONE : mean.value().doubleValue());
    }
  }

  private static AirFigure read(InfluxRow row) {
    return Json.MAPPER.readValue(row.text("json"), AirFigure.class);
  }

  private static List<Object> keys(AirFigure figure) {
    return List.of(Columns.micros(figure.time()), figure.subject());
  }
}
