package hongyan.service.notices;

import hongyan.geo.city.City;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.rules.PollutionWarning;
import hongyan.pipelines.series.ForecastQuery;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.accounts.Role;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.alerts.AlertBook;
import hongyan.service.errors.Conflict;
import hongyan.service.warnings.Decision;
import hongyan.service.warnings.Published;
import hongyan.service.warnings.WarningRecords;
import hongyan.service.warnings.WarningStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Suggested warnings of heavy pollution, what people decided about them, and what was published.
 * The platform suggests and records; it publishes nothing.
 */
@Tag(name = "warnings", description = "重污染天气预警：平台只提建议，批准与发布由人作出")
@RestController
@RequestMapping("/api/v1/warnings")
class WarningController {
  private static final Set<String> DECISIONS = new TreeSet<>(Set.of("approved", "rejected"));
  private static final Set<String> BASES =
      new TreeSet<>(Set.of("own-forecast", "province-instruction"));
  private static final Set<String> LEVELS =
      new TreeSet<>(Set.of("yellow", "orange", "red", "none"));

  /** The table of permissions lets nobody else decide or record. */
  private static final String ROLE = Role.ENVIRONMENT.code();

  /** Days before the span whose episodes may reach into it. */
  private static final int BEFORE = 60;

  private final PollutionWarning rule = PollutionWarning.load();
  private final SeriesStore series;
  private final AlertBook alerts;
  private final WarningStore store;
  private final City city;
  private final WhoAsks whoAsks;
  private final Clock clock;

  WarningController(
      SeriesStore series,
      AlertBook alerts,
      WarningStore store,
      City city,
      WhoAsks whoAsks,
      Clock clock) {
    this.series = series;
    this.alerts = alerts;
    this.store = store;
    this.city = city;
    this.whoAsks = whoAsks;
    this.clock = clock;
  }

  /** What a person sends to decide about a suggestion. */
  record Approval(@Nullable String decision, @Nullable String basis, @Nullable String note) {}

  /** What a person sends to record a publication. */
  record Publication(
      @Nullable String alertId,
      @Nullable String level,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String document,
      @Nullable String basis,
      @Nullable String note) {}

  @Operation(summary = "Episodes of heavy pollution with the steps suggested, oldest first")
  @GetMapping
  List<EpisodeView> list(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    LocalDate last = Days.parse("to", to, Days.today(clock).plusDays(7));
    LocalDate first = Days.parse("from", from, last.minusYears(1));
    Map<String, Integer> observed = new HashMap<>();
    Days.of(series, city.adcode(), first.minusDays(BEFORE), last)
        .forEach((date, day) -> put(observed, date, day));
    List<Forecast> forecasts =
        series
            .forecasts()
            .listAll(
                new ForecastQuery(
                    null,
                    city.adcode(),
                    Forecast.AQI,
                    first.minusDays(BEFORE).toString(),
                    last.toString()));
    return rule.episodes(observed, forecasts).stream()
        .filter(episode -> episode.first().compareTo(first.toString()) >= 0)
        .map(episode -> EpisodeView.of(city.adcode(), episode, store))
        .toList();
  }

  private static void put(Map<String, Integer> observed, LocalDate date, AirFigure day) {
    Integer aqi = day.aqi();
    if (aqi != null) {
      observed.put(date.toString(), aqi);
    }
  }

  @Operation(
      summary = "Decides about a suggested warning; nothing is published by it",
      description = "Takes the role environment; who decided is kept.")
  @PostMapping("/{alertId}/approval")
  WarningRecords approve(@PathVariable String alertId, @RequestBody Approval sent) {
    Alert alert = getWarning(alertId);
    People people = new People();
    Decision decision =
        new Decision(
            Days.now(clock),
            people.oneOf("decision", sent.decision(), DECISIONS),
            whoAsks.get().account(),
            ROLE,
            people.oneOf("basis", sent.basis(), BASES),
            sent.note());
    people.check();
    boolean ownForecast =
        decision.decision().equals("approved") && decision.basis().equals("own-forecast");
    if (ownForecast && !alert.supported()) {
      throw new Conflict(
          "alert %s is no longer supported by the records; it may be rejected, or approved on the province's instruction"
              .formatted(alertId));
    }
    store.add(alertId, decision);
    return store.of(alertId);
  }

  @Operation(
      summary = "Records what the government published: level, span, document, basis",
      description = "level none records a release. The platform itself publishes nothing")
  @PostMapping("/published")
  @ResponseStatus(HttpStatus.CREATED)
  Published publish(@RequestBody Publication sent) {
    String alertId = sent.alertId();
    if (alertId != null) {
      getWarning(alertId);
    }
    People people = new People();
    Instant from = sent.from();
    Instant to = sent.to();
    if (from == null) {
      people.required("from", null);
    } else if (to != null && to.isBefore(from)) {
      people.refuse("to", to, "range-reversed", "早于 from (before from)");
    }
    String level = people.oneOf("level", sent.level(), LEVELS);
    String document = people.required("document", sent.document());
    String basis = people.oneOf("basis", sent.basis(), BASES);
    people.check();
    Published published =
        new Published(
            alertId,
            Days.now(clock),
            level,
            Objects.requireNonNull(from),
            to,
            document,
            basis,
            whoAsks.get().account(),
            ROLE,
            sent.note());
    store.add(published);
    return published;
  }

  @Operation(summary = "What was published, the newest record first")
  @GetMapping("/published")
  List<Published> listPublished() {
    return store.listPublished();
  }

  private Alert getWarning(String alertId) {
    return alerts
        .find(whoAsks.get().scope(), alertId)
        .filter(alert -> alert.conduct().startsWith("warning-"))
        .orElseThrow(() -> new NoSuchElementException("no suggested warning " + alertId));
  }
}
