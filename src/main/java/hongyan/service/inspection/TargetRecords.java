package hongyan.service.inspection;

import hongyan.geo.place.County;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.Station;
import hongyan.service.alerts.AlertCounts;
import hongyan.service.evidence.subject.EvidenceSubject.Beside;
import hongyan.service.problems.Problem;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names what a target's figure rests on: of figures of the air every reading of the evaluation
 * points, also those that did not count; of counted alerts the alerts with the records that they
 * rest on; of the ledger its entries. Of counted documents, and of what is declared, nothing.
 */
record TargetRecords(Jurisdiction city, InspectionData data, Reference reference) {

  /** Names of records as {@code EvidenceSubject} has them, and what stands beside them. */
  record Named(List<String> records, Beside beside) {
    static final Named NOTHING = new Named(List.of(), Beside.NOTHING);
  }

  Named of(Target target) {
    return switch (target.source()) {
      case COMPUTED -> computed(target, CivilPeriod.parse(target.period()));
      case LEDGER -> entries(target);
      case DECLARED -> Named.NOTHING;
    };
  }

  private Named computed(Target target, CivilPeriod period) {
    Metric metric = Metric.of(target.metric());
    String subject = Objects.requireNonNullElse(target.county(), city.adcode());
    return switch (metric.kind()) {
      case PM25_MEAN -> readings(List.of(subject), List.of(Pollutant.PM25), period);
      case GOOD_DAY_RATE -> readings(List.of(subject), List.of(Pollutant.values()), period);
      case COUNTIES_AT_GRADE_II ->
          readings(
              city.counties().stream().map(County::adcode).toList(),
              List.of(Pollutant.values()),
              period);
      case WARNINGS, REMINDERS, TRANSPORT_DUST_REMINDERS, LEADS -> alerts(target, metric, period);
      case DAILY_REVIEWS, AIR_FORECASTS -> Named.NOTHING;
    };
  }

  private Named readings(List<String> subjects, List<Pollutant> pollutants, CivilPeriod period) {
    List<String> records = new ArrayList<>();
    List<String> queries = new ArrayList<>();
    for (String station : evaluationPoints(subjects)) {
      pollutants.forEach(each -> records.add(name(station, each, period)));
      queries.add(query(station, pollutants.size() == 1 ? pollutants.get(0) : null, period));
    }
    List<String> days =
        subjects.stream().map(each -> name(each, pollutants.get(0), period)).toList();
    return new Named(records, new Beside(days, Map.of(), queries));
  }

  /** The points that the figures of these counties, or of the city, are made of. */
  private List<String> evaluationPoints(List<String> subjects) {
    return reference.stations().stream()
        .filter(Station::evaluates)
        .map(Station::id)
        .filter(id -> isIn(reference.findCounty(id), subjects))
        .sorted()
        .toList();
  }

  private boolean isIn(Optional<String> county, List<String> subjects) {
    return county
        .filter(in -> subjects.contains(in) || subjects.contains(city.adcode()))
        .isPresent();
  }

  private static String name(String subject, Pollutant pollutant, CivilPeriod period) {
    return "readings/%s/%s/%s/%s".formatted(subject, pollutant.name(), period.from(), period.to());
  }

  private static String query(String station, @Nullable Pollutant pollutant, CivilPeriod period) {
    return "/api/v1/readings?station=%s%s&from=%s&to=%s"
        .formatted(
            station,
            pollutant == null ? "" : "&pollutant=" + pollutant.name(),
            CivilDay.startOf(period.from().toString()).plus(1, ChronoUnit.SECONDS),
            CivilDay.endOf(period.to().toString()).plus(1, ChronoUnit.SECONDS));
  }

  private Named alerts(Target target, Metric metric, CivilPeriod period) {
    List<Alert> alerts =
        data.listAlerts(period).stream()
            .filter(alert -> metric.counts(AlertCount.of(alert)))
            .filter(alert -> target.county() == null || target.county().equals(alert.county()))
            .toList();
    List<String> records =
        alerts.stream().flatMap(alert -> AlertCounts.records(alert).stream()).distinct().toList();
    return new Named(records, new Beside(List.of(), Map.of("alerts", alerts), List.of()));
  }

  private Named entries(Target target) {
    LedgerCount count = Objects.requireNonNull(target.ledger(), target.id());
    List<Problem> entries = count.entries(data.listProblems(), target.lastDay(), target.county());
    return new Named(List.of(), new Beside(List.of(), Map.of("problems", entries), List.of()));
  }
}
