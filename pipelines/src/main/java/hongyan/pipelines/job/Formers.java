package hongyan.pipelines.job;

import hongyan.pipelines.air.Reading;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.records.Former;
import hongyan.pipelines.records.Json;

/** Makes the history's entries. */
final class Formers {

  private Formers() {}

  static Former of(Reading reading) {
    return of("reading", reading);
  }

  /** A reading of a station that nobody registered: kept, but no figure is made of it. */
  static Former stray(Reading reading) {
    return of("stray-reading", reading);
  }

  static Former of(Occurrence occurrence) {
    return new Former(
        "occurrence",
        occurrence.occurrenceID(),
        occurrence.receipt().version(),
        Json.MAPPER.writeValueAsString(occurrence));
  }

  static Former of(Finding finding) {
    return new Former(
        "finding",
        finding.findingID(),
        finding.receipt().version(),
        Json.MAPPER.writeValueAsString(finding));
  }

  static Former of(Forecast forecast) {
    return new Former(
        "forecast",
        forecast.identity(),
        forecast.receipt().version(),
        Json.MAPPER.writeValueAsString(forecast));
  }

  private static Former of(String kind, Reading reading) {
    return new Former(
        kind,
        reading.identity(),
        reading.receipt().version(),
        Json.MAPPER.writeValueAsString(reading));
  }
}
