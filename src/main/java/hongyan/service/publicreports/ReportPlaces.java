package hongyan.service.publicreports;

import hongyan.geo.zones.Placement;
import hongyan.pipelines.series.Scope;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.alerts.AlertBook;
import hongyan.service.alerts.AlertState;
import hongyan.service.rescues.Care;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says whose a report is and how far it is, by the record that it became. */
@Component
class ReportPlaces {
  private final SeriesStore series;
  private final AlertBook alerts;
  private final Care care;

  ReportPlaces(SeriesStore series, AlertBook alerts, Care care) {
    this.series = series;
    this.alerts = alerts;
    this.care = care;
  }

  /** Returns where the record lies; empty while the pipelines have not worked it in. */
  Optional<Placement> place(PublicReport report) {
    List<String> id = List.of(report.record());
    return switch (report.about()) {
      case CONDUCT ->
          Optional.ofNullable(series.findings().find(id).get(report.record()))
              .map(placed -> placed.placement());
      case CASUALTY ->
          Optional.ofNullable(series.casualties().find(id).get(report.record()))
              .map(placed -> placed.placement());
      case SIGHTING ->
          Optional.ofNullable(series.occurrences().find(id).get(report.record()))
              .map(placed -> placed.placement());
    };
  }

  /** Returns whether a person of that scope may see the report. */
  boolean sees(Scope scope, PublicReport report) {
    return scope.isEverything()
        || place(report).map(placement -> scope.covers(placement.county())).orElse(false);
  }

  Progress progress(PublicReport report) {
    if (report.closed()) {
      return Progress.CLOSED;
    }
    return switch (report.about()) {
      case CONDUCT -> ofAlerts(report);
      case CASUALTY -> ofCasualty(report);
      // A bird that was seen asks nobody for anything: once it is kept, that was all.
      case SIGHTING -> place(report).isPresent() ? Progress.CLOSED : Progress.RECEIVED;
    };
  }

  private Progress ofCasualty(PublicReport report) {
    Progress byAlerts = ofAlerts(report);
    if (!care.isOpened(report.record())) {
      return byAlerts;
    }
    return care.isOver(report.record()) && byAlerts != Progress.BEING_LOOKED_AT
        ? Progress.CLOSED
        : Progress.PASSED_ON;
  }

  /** Of several alerts the least far one counts: it is not closed while one of them is open. */
  private Progress ofAlerts(PublicReport report) {
    return alerts.listStatesOf(report.recordPath()).stream()
        .map(ReportPlaces::of)
        .min(Progress::compareTo)
        .orElse(Progress.RECEIVED);
  }

  private static Progress of(AlertState state) {
    return switch (state) {
      case NEW -> Progress.RECEIVED;
      case ACKNOWLEDGED -> Progress.BEING_LOOKED_AT;
      case DISPATCHED, CONFIRMED -> Progress.PASSED_ON;
      case DISMISSED, CLOSED -> Progress.CLOSED;
    };
  }
}
