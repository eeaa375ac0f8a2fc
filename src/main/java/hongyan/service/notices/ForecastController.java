package hongyan.service.notices;

import hongyan.geo.city.City;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.forecasts.Baseline;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.forecasts.Score;
import hongyan.pipelines.forecasts.Scoring;
import hongyan.pipelines.series.ForecastQuery;
import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.api.ListOptions;
import hongyan.service.errors.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Forecasts listed back, and held against what came. */
@Tag(name = "forecasts", description = "空气质量预报：官方预报与平台基线")
@RestController
@RequestMapping("/api/v1/forecasts")
class ForecastController {
  private static final int MOST_DAYS = 1_100;
  private static final int USUAL_DAYS = 365;

  private final SeriesStore series;
  private final BaselineRun baselines;
  private final City city;
  private final Clock clock;

  ForecastController(SeriesStore series, BaselineRun baselines, City city, Clock clock) {
    this.series = series;
    this.baselines = baselines;
    this.city = city;
    this.clock = clock;
  }

  /**
   * The scores of a span of days.
   *
   * @param hindcast whether the baseline was computed now as of each evening, from figures as they
   *     are today, instead of read back as it was issued
   * @param baseline what the platform's own issuer is
   */
  record Scores(
      String subject,
      String from,
      String to,
      boolean hindcast,
      String baseline,
      List<Score> items) {}

  @Operation(summary = "Forecasts, the newest issue first; from and to are the days forecast")
  @GetMapping
  Page<ForecastView> list(
      @RequestParam(required = false) @Nullable String issuer,
      @RequestParam(required = false) @Nullable String subject,
      @RequestParam(required = false) @Nullable String pollutant,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @ParameterObject ListOptions options,
      Locale locale) {
    LocalDate first = Days.parse("from", from, LocalDate.of(1900, 1, 1));
    LocalDate last = Days.parse("to", to, LocalDate.of(9999, 12, 31));
    ForecastQuery query =
        new ForecastQuery(issuer, subject, pollutant, first.toString(), last.toString());
    String label = label(locale);
    return ListOptions.show(
        series.forecasts().list(query, options.paging()),
        forecast -> ForecastView.of(forecast, label));
  }

  @Operation(
      summary = "Mean absolute error, bias and hit rate of the AQI level, by issuer and days ahead",
      description =
          "from and to are the days forecast. With hindcast=true the baseline is computed now for"
              + " every evening of the span, from days before that evening only")
  @GetMapping("/scores")
  Scores scores(
      @RequestParam(required = false) @Nullable String issuer,
      @RequestParam(required = false) @Nullable String subject,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "false") boolean hindcast,
      Locale locale) {
    LocalDate last = Days.parse("to", to, Days.today(clock));
    LocalDate first = Days.parse("from", from, last.minusDays(USUAL_DAYS - 1));
    if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
      throw new Refused(
          List.of(
              Refused.Fault.of(
                  "from", from, "span-invalid", "1 to %d days are allowed".formatted(MOST_DAYS))));
    }
    String about = Objects.requireNonNullElse(subject, city.adcode());
    List<Forecast> forecasts =
        hindcast
            ? hindcast(about, first, last)
            : series
                .forecasts()
                .listAll(new ForecastQuery(issuer, about, null, first.toString(), last.toString()));
    List<Score> items = Scoring.of(forecasts, Days.of(series, about, first, last));
    return new Scores(about, first.toString(), last.toString(), hindcast, label(locale), items);
  }

  private List<Forecast> hindcast(String subject, LocalDate first, LocalDate last) {
    Map<LocalDate, AirFigure> days = baselines.days(subject, first, last);
    int ahead = baselines.baseline().leads().size();
    return first
        .minusDays(ahead)
        .datesUntil(last)
        .flatMap(issued -> baselines.forecasts(subject, issued, days).stream())
        .filter(forecast -> forecast.date().compareTo(first.toString()) >= 0)
        .filter(forecast -> forecast.date().compareTo(last.toString()) <= 0)
        .toList();
  }

  private String label(Locale locale) {
    Baseline baseline = baselines.baseline();
    return locale.getLanguage().equals("en") ? baseline.titleEn() : baseline.title();
  }
}
