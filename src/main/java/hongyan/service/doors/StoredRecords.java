package hongyan.service.doors;

import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.casualties.PlacedCasualty;
import hongyan.pipelines.devices.DeviceStatus;
import hongyan.pipelines.devices.PlacedDeviceStatus;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.series.SeriesStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the series store holds already. */
@Component
class StoredRecords implements KnownRecords {
  private final SeriesStore series;

  StoredRecords(SeriesStore series) {
    this.series = series;
  }

  @Override
  public Set<String> identicalReadings(List<Reading> readings) {
    Map<String, PlacedReading> stored = series.readings().find(readings);
    return readings.stream()
        .filter(
            reading -> {
              PlacedReading placed = stored.get(reading.identity());
              return placed != null
                  && reading.sameContent(placed.reading())
                  && isNotNewer(reading.receipt(), placed.reading().receipt());
            })
        .map(Reading::identity)
        .collect(Collectors.toSet());
  }

  @Override
  public Set<String> identicalOccurrences(List<Occurrence> occurrences) {
    Map<String, PlacedOccurrence> stored =
        series.occurrences().find(occurrences.stream().map(Occurrence::occurrenceID).toList());
    return occurrences.stream()
        .filter(
            occurrence -> {
              PlacedOccurrence placed = stored.get(occurrence.occurrenceID());
              return placed != null
                  && occurrence.sameContent(placed.occurrence())
                  && isNotNewer(occurrence.receipt(), placed.occurrence().receipt());
            })
        .map(Occurrence::occurrenceID)
        .collect(Collectors.toSet());
  }

  @Override
  public Set<String> identicalFindings(List<Finding> findings) {
    Map<String, PlacedFinding> stored =
        series.findings().find(findings.stream().map(Finding::findingID).toList());
    return findings.stream()
        .filter(
            finding -> {
              PlacedFinding placed = stored.get(finding.findingID());
              return placed != null
                  && finding.sameContent(placed.finding())
                  && isNotNewer(finding.receipt(), placed.finding().receipt());
            })
        .map(Finding::findingID)
        .collect(Collectors.toSet());
  }

  @Override
  public Set<String> identicalCasualties(List<Casualty> casualties) {
    Map<String, PlacedCasualty> stored =
        series.casualties().find(casualties.stream().map(Casualty::casualtyID).toList());
    return casualties.stream()
        .filter(
            casualty -> {
              PlacedCasualty placed = stored.get(casualty.casualtyID());
              return placed != null
                  && casualty.sameContent(placed.casualty())
                  && isNotNewer(casualty.receipt(), placed.casualty().receipt());
            })
        .map(Casualty::casualtyID)
        .collect(Collectors.toSet());
  }

  @Override
  public Set<String> identicalForecasts(List<Forecast> forecasts) {
    Map<String, Forecast> known =
        series.forecasts().find(forecasts.stream().map(Forecast::identity).toList());
    return forecasts.stream()
        .filter(
            forecast -> {
              Forecast stored = known.get(forecast.identity());
              return stored != null
                  && forecast.sameContent(stored)
                  && isNotNewer(forecast.receipt(), stored.receipt());
            })
        .map(Forecast::identity)
        .collect(Collectors.toSet());
  }

  @Override
  public Set<String> identicalDeviceStatuses(List<DeviceStatus> statuses) {
    Map<String, PlacedDeviceStatus> known =
        series.deviceStatuses().find(statuses.stream().map(DeviceStatus::identity).toList());
    return statuses.stream()
        .filter(
            status -> {
              PlacedDeviceStatus stored = known.get(status.identity());
              return stored != null
                  && status.sameContent(stored.status())
                  && isNotNewer(status.receipt(), stored.status().receipt());
            })
        .map(DeviceStatus::identity)
        .collect(Collectors.toSet());
  }

  private static boolean isNotNewer(Receipt asked, Receipt stored) {
    Instant modified = asked.modified();
    return modified == null || !modified.isAfter(stored.version());
  }
}
