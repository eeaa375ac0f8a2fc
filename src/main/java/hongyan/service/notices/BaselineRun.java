package hongyan.service.notices;

import hongyan.geo.city.City;
import hongyan.geo.place.CivilTime;
import hongyan.geo.place.County;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.forecasts.Baseline;
import hongyan.pipelines.forecasts.Baseline.Prediction;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.records.Json;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.series.ForecastQuery;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.log.RecordLog;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the platform's own baseline each evening, for the city and its counties, and puts it on the
 * log beside the official forecasts. A service that was away in the evening makes it when it is
 * back on that day.
 */
@Component
class BaselineRun {
  /** Before 20:00, when a forecast is due (HJ 633-2026). */
  private static final LocalTime DUE = LocalTime.of(19, 30);

  private static final int SPARE_DAYS = 40;

  private final Baseline baseline = Baseline.load();
  private final SeriesStore series;
  private final RecordLog log;
  private final City city;
  private final Clock clock;

  BaselineRun(SeriesStore series, RecordLog log, City city, Clock clock) {
    this.series = series;
    this.log = log;
    this.city = city;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
  void makeIfDue() {
    LocalDate today = Days.today(clock);
    boolean due = !clock.instant().isBefore(issuedAt(today));
    if (due && isMissing(today)) {
      make(today);
    }
  }

  /** Puts the baseline of that evening on the log; made twice it is still one. */
  void make(LocalDate issued) {
    List<RecordLog.Entry> entries = new ArrayList<>();
    subjects().forEach(subject -> entries.addAll(entries(subject, issued)));
    if (!entries.isEmpty()) {
      log.append(entries);
    }
  }

  /** Returns what the baseline says, or would have said, on the evening of {@code issued}. */
  List<Forecast> forecasts(String subject, LocalDate issued, Map<LocalDate, AirFigure> days) {
    return baseline.predict(issued, days).stream()
        .map(prediction -> forecast(subject, issued, prediction))
        .toList();
  }

  /** Returns all days of a subject that baselines between the two dates look at. */
  Map<LocalDate, AirFigure> days(String subject, LocalDate first, LocalDate last) {
    return Days.of(
        series, subject, first.minusYears(baseline.seasonalYears()).minusDays(SPARE_DAYS), last);
  }

  Baseline baseline() {
    return baseline;
  }

  private Stream<String> subjects() {
    return Stream.concat(
        Stream.of(city.adcode()), city.counties().list().stream().map(County::adcode));
  }

  private List<RecordLog.Entry> entries(String subject, LocalDate issued) {
    return forecasts(subject, issued, days(subject, issued, issued)).stream()
        .map(forecast -> new RecordLog.Entry(Topics.FORECASTS, forecast.identity(), forecast))
        .toList();
  }

  private Forecast forecast(String subject, LocalDate issued, Prediction prediction) {
    Receipt receipt =
        new Receipt(
            "baseline",
            clock.instant(),
            null,
            "",
            prediction.lead(),
            Json.MAPPER.writeValueAsString(prediction),
            0);
    return new Forecast(
        Baseline.ISSUER,
        issuedAt(issued),
        subject,
        prediction.item(),
        prediction.date(),
        prediction.value(),
        prediction.value(),
        receipt);
  }

  private boolean isMissing(LocalDate today) {
    String tomorrow = today.plusDays(1).toString();
    return series
        .forecasts()
        .listAll(new ForecastQuery(Baseline.ISSUER, null, null, tomorrow, null))
        .stream()
        .noneMatch(forecast -> forecast.issuedAt().equals(issuedAt(today)));
  }

  private static Instant issuedAt(LocalDate date) {
    return date.atTime(DUE).atZone(CivilTime.ZONE).toInstant();
  }
}
