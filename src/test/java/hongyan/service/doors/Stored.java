package hongyan.service.doors;

import hongyan.pipelines.air.Reading;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.devices.DeviceStatus;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.forecasts.Forecast;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Known records in memory: the readings that a test put there. */
public final class Stored implements KnownRecords {
  final Map<String, Reading> readings = new HashMap<>();

  @Override
  public Set<String> identicalReadings(List<Reading> asked) {
    Set<String> identical = new HashSet<>();
    for (Reading reading : asked) {
      Reading stored = readings.get(reading.identity());
      if (stored != null && stored.sameContent(reading)) {
        identical.add(reading.identity());
      }
    }
    return identical;
  }

  @Override
  public Set<String> identicalOccurrences(List<Occurrence> occurrences) {
    return Set.of();
  }

  @Override
  public Set<String> identicalFindings(List<Finding> findings) {
    return Set.of();
  }

  @Override
  public Set<String> identicalDeviceStatuses(List<DeviceStatus> statuses) {
    return Set.of();
  }

  @Override
  public Set<String> identicalCasualties(List<Casualty> casualties) {
    return Set.of();
  }

  @Override
  public Set<String> identicalForecasts(List<Forecast> forecasts) {
    return Set.of();
  }
}
