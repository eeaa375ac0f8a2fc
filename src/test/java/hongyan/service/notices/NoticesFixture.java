package hongyan.service.notices;

import hongyan.geo.city.City;
import hongyan.geo.law.Grade;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.alerts.RuleRef;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.database.ServiceDatabase;
import hongyan.service.log.RecordLog;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores in a folder, on the evening of 20 December 2024. */
final class NoticesFixture implements AutoCloseable {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2024-12-20T12:00:00Z"), ZoneOffset.UTC);

  final City city = City.open("yongzhou");
  final SeriesStore series;
  final JdbcClient jdbc;
  final List<RecordLog.Entry> logged = new ArrayList<>();
  final BaselineRun baselines;

  NoticesFixture(Path folder) {
    series = SeriesStore.open(folder.resolve("series.db"));
    jdbc = ServiceDatabase.in(folder).jdbc();
    baselines = new BaselineRun(series, this::log, city, CLOCK);
  }

  private long log(List<RecordLog.Entry> entries) {
    logged.addAll(entries);
    return logged.size();
  }

  /** Stores a day with the same concentration of PM2.5 as its AQI. */
  void day(String subject, String date, int aqi) {
    BigDecimal value = BigDecimal.valueOf(aqi);
    List<Mean> means =
        Arrays.stream(Pollutant.values())
            .map(p -> new Mean(p, p == Pollutant.PM25 ? value : BigDecimal.ONE, value, 24, true))
            .toList();
    series
        .figures()
        .write(
            List.of(
                new AirFigure(
                    subject,
                    Period.DAY,
                    CivilDay.endOf(date),
                    date,
                    means,
                    Map.of(Pollutant.PM25, aqi),
                    aqi,
                    1,
                    aqi > 50 ? List.of(Pollutant.PM25) : List.of(),
                    "HJ 633-2012",
                    true,
                    null,
                    true)));
  }

  void days(String subject, String first, String last, int aqi) {
    LocalDate.parse(first)
        .datesUntil(LocalDate.parse(last).plusDays(1))
        .forEach(date -> day(subject, date.toString(), aqi));
  }

  void forecast(String issued, String subject, String date, int aqi) {
    BigDecimal value = BigDecimal.valueOf(aqi);
    Instant at = OffsetDateTime.parse(issued).toInstant();
    var receipt = new Receipt("http", at.plusSeconds(60), null, "ab", 1, "{}", 0);
    series
        .forecasts()
        .write(
            List.of(
                new Forecast("bureau", at, subject, Forecast.AQI, date, value, value, receipt)));
  }

  /** An alert as the pipelines raise it. */
  static Alert warning(String date, boolean supported) {
    return new Alert(
        "warning-431100-" + date,
        AlertKind.POLLUTION,
        Grade.NOTICE,
        null,
        "warning-yellow",
        CivilDay.startOf(date),
        CLOCK.instant(),
        null,
        List.of(),
        null,
        "431100",
        "environment",
        null,
        List.of(new Ground("建议研判", "suggested", null)),
        new RuleRef("pollution-warning", "2"),
        false,
        supported);
  }

  @Override
  public void close() {
    series.close();
  }
}
