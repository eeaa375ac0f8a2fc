package hongyan.pipelines.job;

import hongyan.pipelines.air.Reading;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.devices.DeviceStatus;
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

  static Former of(Casualty casualty) {
    return new Former(
        "casualty",
        casualty.casualtyID(),
        casualty.receipt().version(),
        Json.MAPPER.writeValueAsString(casualty));
  }

  static Former of(Forecast forecast) {
    return new Former(
        "forecast",
        forecast.identity(),
        forecast.receipt().version(),
        Json.MAPPER.writeValueAsString(forecast));
  }

  static Former of(DeviceStatus status) {
    return of("device-status", status);
  }

  /** A status of a device that nobody registered: kept, but nothing follows from it. */
  static Former stray(DeviceStatus status) {
    return of("stray-device-status", status);
  }

  private static Former of(String kind, DeviceStatus status) {
    return new Former(
        kind,
        status.identity(),
        status.receipt().version(),
        Json.MAPPER.writeValueAsString(status));
  }

  private static Former of(String kind, Reading reading) {
    return new Former(
        kind,
        reading.identity(),
        reading.receipt().version(),
        Json.MAPPER.writeValueAsString(reading));
  }
}
