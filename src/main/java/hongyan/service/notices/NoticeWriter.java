package hongyan.service.notices;

import hongyan.geo.city.City;
import hongyan.geo.place.County;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.AqiScale;
import hongyan.pipelines.air.AqiStandard;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.forecasts.Outlook;
import hongyan.pipelines.series.ForecastQuery;
import hongyan.pipelines.series.Scope;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.alerts.AlertBook;
import hongyan.service.notices.Notice.AreaDay;
import hongyan.service.notices.Notice.Event;
import hongyan.service.notices.Notice.Expected;
import hongyan.service.notices.Notice.Facts;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a document about a day from what the stores hold now. */
@Component
class NoticeWriter {
  private static final int DAYS_AHEAD = 3;

  private final SeriesStore series;
  private final AlertBook alerts;
  private final City city;
  private final Clock clock;

  NoticeWriter(SeriesStore series, AlertBook alerts, City city, Clock clock) {
    this.series = series;
    this.alerts = alerts;
    this.city = city;
    this.clock = clock;
  }

  /** An area that the documents speak of. */
  private record Area(String adcode, String name) {}

  Notice write(Notice.Kind kind, LocalDate date) {
    List<AreaDay> days = new ArrayList<>();
    List<Expected> expected = new ArrayList<>();
    for (Area area : areas()) {
      days.add(observed(area, date));
      expected.addAll(expected(area, date));
    }
    Facts facts = new Facts(days, expected, events(date));
    return new Notice(
        kind,
        date.toString(),
        Days.now(clock),
        facts,
        NoticeText.chinese(kind, date.toString(), facts),
        NoticeText.english(kind, date.toString(), facts));
  }

  private List<Area> areas() {
    List<Area> areas = new ArrayList<>();
    areas.add(new Area(city.adcode(), city.name()));
    for (County county : city.counties().list()) {
      areas.add(new Area(county.adcode(), county.name()));
    }
    return areas;
  }

  private AreaDay observed(Area area, LocalDate date) {
    Map<LocalDate, AirFigure> days = Days.of(series, area.adcode(), date, date);
    AirFigure day = days.get(date);
    Integer aqi = day == null ? null : day.aqi();
    AqiScale.@Nullable AqiLevel level = aqi == null ? null : level(date, aqi);
    return new AreaDay(
        area.adcode(),
        area.name(),
        aqi,
        level == null ? null : level.name(),
        level == null ? null : level.nameEn(),
        day == null ? List.of() : day.primary().stream().map(Pollutant::code).toList(),
        day == null ? null : day.standard());
  }

  private List<Expected> expected(Area area, LocalDate date) {
    LocalDate last = date.plusDays(DAYS_AHEAD);
    Outlook outlook =
        new Outlook(
            series
                .forecasts()
                .listAll(
                    new ForecastQuery(
                        null, area.adcode(), Forecast.AQI, date.toString(), last.toString())));
    return date.plusDays(1)
        .datesUntil(last.plusDays(1))
        .flatMap(day -> outlook.find(day, date).stream())
        .map(forecast -> expected(area, forecast))
        .toList();
  }

  private static Expected expected(Area area, Forecast forecast) {
    int middle = forecast.middle().setScale(0, RoundingMode.HALF_EVEN).intValue();
    AqiScale.AqiLevel level = level(LocalDate.parse(forecast.date()), middle);
    return new Expected(
        area.adcode(),
        area.name(),
        forecast.date(),
        forecast.low(),
        forecast.high(),
        level.name(),
        level.nameEn(),
        forecast.issuer(),
        forecast.issuedAt(),
        forecast.official());
  }

  private List<Event> events(LocalDate date) {
    return alerts
        .listPollution(
            // A review of the city tells of all of it, whoever asks.
            Scope.everything(),
            CivilDay.startOf(date.toString()),
            CivilDay.startOf(date.plusDays(1).toString()))
        .stream()
        .map(NoticeWriter::event)
        .toList();
  }

  private static Event event(Alert alert) {
    boolean bare = alert.grounds().isEmpty();
    return new Event(
        alert.id(),
        alert.conduct(),
        alert.time(),
        bare ? "" : alert.grounds().get(0).fact(),
        bare ? "" : alert.grounds().get(0).factEn());
  }

  private static AqiScale.AqiLevel level(LocalDate date, int aqi) {
    return AqiStandard.at(date).scale().getLevel(aqi);
  }
}
